package dev.apatite.index;

import java.io.IOException;
import java.util.List;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Puts the concepts that a text mentions among its words: each at the place of the mention's first word, and as long as
 * the mention. So a concept is searched, weighed and highlighted like a word.
 */
final class MentionTokens extends TokenFilter {
    /** A concept, or one broader than it, where it is mentioned. */
    record Place(String term, int start, int end) {}

    private static final String TYPE = "concept";

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final List<Place> places;
    private int next;
    private boolean ended;
    private boolean begun;
    private org.apache.lucene.util.AttributeSource.@org.jspecify.annotations.Nullable State waiting;
    private int waitingStart;
    private int lastStart;

    /** Adds {@code places}, which are in the order of their starts. */
    MentionTokens(TokenStream input, List<Place> places) {
        super(input);
        this.places = places;
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        next = 0;
        ended = false;
        begun = false;
        lastStart = 0;
        waiting = null;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (waiting == null && !ended) {
            ended = !input.incrementToken();
            if (!ended) {
                waiting = captureState();
                waitingStart = offset.startOffset();
            }
        }
        if (begun
                && next < places.size()
                && (waiting == null || places.get(next).start() < waitingStart)) {
            emit(places.get(next++));
            return true;
        }
        if (waiting == null) {
            return false;
        }
        restoreState(waiting);
        waiting = null;
        begun = true;
        lastStart = waitingStart;
        return true;
    }

    private void emit(Place place) {
        clearAttributes();
        term.append(place.term());
        // Starts may not go back in the index, although a mention may begin with a mark that is no word.
        int start = Math.max(place.start(), lastStart);
        offset.setOffset(start, Math.max(start, place.end()));
        lastStart = start;
        increment.setPositionIncrement(0);
        type.setType(TYPE);
    }
}

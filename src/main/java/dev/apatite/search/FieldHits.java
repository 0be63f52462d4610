package dev.apatite.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.TermToBytesRefAttribute;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.uhighlight.FieldOffsetStrategy;
import org.apache.lucene.search.uhighlight.LabelledCharArrayMatcher;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.search.uhighlight.PhraseHelper;
import org.apache.lucene.search.uhighlight.UHComponents;
import org.apache.lucene.search.uhighlight.UnifiedHighlighter;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.automaton.ByteRunAutomaton;
import org.jspecify.annotations.Nullable;

/**
 * Where a query's words stand in one field. Terms are looked up once for a segment, whose documents are then gone through
 * in their order; Lucene's own highlighter looks for each of them in each document anew. What it finds is the same.
 */
final class FieldHits extends FieldOffsetStrategy {
    /** A pattern of more terms is looked for in the texts. */
    private static final int MOST_TERMS = 200;

    private final Marked marked;
    private final Analyzer analyzer;
    private final Set<BytesRef> alone;

    // Of the segment that is being gone through.
    private @Nullable LeafReader leaf;
    private final List<BytesRef> terms = new ArrayList<>();
    private final List<PostingsEnum> postings = new ArrayList<>();
    private final List<PhrasePlaces> phrases = new ArrayList<>();
    private final List<PatternTerms> patterns = new ArrayList<>();
    private final List<AutomatonQuery> inText = new ArrayList<>();

    // Of its document.
    private final List<OffsetsEnum> found = new ArrayList<>();

    FieldHits(String field, Query query, Marked marked, Analyzer analyzer) {
        super(new UHComponents(
                field,
                field::equals,
                query,
                marked.terms().toArray(BytesRef[]::new),
                marked.near() ? near(field, query) : PhraseHelper.NONE,
                new LabelledCharArrayMatcher[0],
                false,
                Set.of()));
        this.marked = marked;
        this.analyzer = analyzer;
        alone = new HashSet<>(marked.terms());
    }

    private static PhraseHelper near(String field, Query query) {
        return new PhraseHelper(query, field, field::equals, span -> null, part -> null, false);
    }

    @Override
    public UnifiedHighlighter.OffsetSource getOffsetSource() {
        return UnifiedHighlighter.OffsetSource.POSTINGS;
    }

    /** Goes on to a segment, of which these documents are wanted, in their order. */
    void enter(LeafReader segment, int[] documents) throws IOException {
        leaf = segment;
        terms.clear();
        postings.clear();
        phrases.clear();
        patterns.clear();
        inText.clear();
        Terms field = segment.terms(getField());
        if (field == null) {
            return;
        }
        TermsEnum all = field.iterator();
        for (BytesRef each : marked.terms()) {
            if (all.seekExact(each)) {
                terms.add(each);
                postings.add(all.postings(null, PostingsEnum.OFFSETS));
            }
        }
        if (!marked.near()) {
            for (List<BytesRef> each : marked.phrases()) {
                PhrasePlaces places = PhrasePlaces.of(field, each);
                if (places != null) {
                    phrases.add(places);
                }
            }
        }
        for (AutomatonQuery each : marked.patterns()) {
            PatternTerms ofPattern = PatternTerms.of(field, each, documents, MOST_TERMS);
            if (ofPattern == null) {
                inText.add(each);
            } else {
                patterns.add(ofPattern);
            }
        }
    }

    /** Goes on to a document of the segment and says whether there may be a hit in it. */
    boolean advance(int document) throws IOException {
        found.clear();
        for (int i = 0; i < postings.size(); i++) {
            PostingsEnum each = postings.get(i);
            int at = each.docID() < document ? each.advance(document) : each.docID();
            if (at == document) {
                found.add(new OffsetsEnum.OfPostings(terms.get(i), each));
            }
        }
        if (!phrases.isEmpty()) {
            Map<BytesRef, Occurrences> inPhrases = new HashMap<>();
            for (PhrasePlaces each : phrases) {
                each.add(document, alone, inPhrases);
            }
            found.addAll(inPhrases.values());
        }
        if (marked.near() && leaf != null && leaf.terms(getField()) != null) {
            components.phraseHelper().createOffsetsEnumsForSpans(leaf, document, found);
        }
        for (PatternTerms each : patterns) {
            each.add(document, found);
        }
        return !found.isEmpty() || !inText.isEmpty();
    }

    @Override
    public OffsetsEnum getOffsetsEnum(LeafReader reader, int document, String content) throws IOException {
        for (AutomatonQuery each : inText) {
            Occurrences places = places(each, content);
            if (places.freq() > 0) {
                found.add(places);
            }
        }
        return switch (found.size()) {
            case 0 -> OffsetsEnum.EMPTY;
            case 1 -> found.getFirst();
            default -> new OffsetsEnum.MultiOffsetsEnum(List.copyOf(found));
        };
    }

    private Occurrences places(AutomatonQuery pattern, String content) throws IOException {
        ByteRunAutomaton automaton = pattern.getCompiled().runAutomaton;
        Occurrences places = new Occurrences(new BytesRef(pattern.toString()));
        try (TokenStream tokens = analyzer.tokenStream(getField(), content)) {
            TermToBytesRefAttribute term = tokens.addAttribute(TermToBytesRefAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                BytesRef bytes = term.getBytesRef();
                if (automaton.run(bytes.bytes, bytes.offset, bytes.length)) {
                    places.add(offset.startOffset(), offset.endOffset());
                }
            }
            tokens.end();
        }
        return places;
    }
}

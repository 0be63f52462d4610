package dev.apatite.index;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * Gives a compound's parts one after the other, and at the place of the first also the parts joined: {@code anti-Scl-70}
 * is {@code anti|antiscl70}, {@code scl}, {@code 70}. So it is found however it is typed. Parts that name Greek
 * letters are also joined by their Latin letters: {@code IL-1β} is {@code il|il1beta|il1b}, {@code 1}, {@code beta}, and
 * {@code NF-κB} also {@code nfkb}.
 */
final class WordTokenizer extends Tokenizer {
    /** The type of a word or a part of a word. */
    static final String WORD = "word";

    /** The type of a compound's joined parts. */
    static final String JOINED = "joined";

    private static final int MOST_PARTS = 8;
    private static final Map<String, String> LETTER_OF_NAME =
            Map.of("alpha", "a", "beta", "b", "gamma", "g", "delta", "d", "epsilon", "e", "kappa", "k");

    private record Token(String text, int start, int end, int increment, String type) {}

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final OffsetAttribute offset = addAttribute(OffsetAttribute.class);
    private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
    private final TypeAttribute type = addAttribute(TypeAttribute.class);
    private final StringBuilder text = new StringBuilder();
    private final Deque<Token> pending = new ArrayDeque<>();
    private WordScanner words = new WordScanner("");

    @Override
    public void reset() throws IOException {
        super.reset();
        text.setLength(0);
        char[] buffer = new char[4096];
        for (int read = input.read(buffer); read >= 0; read = input.read(buffer)) {
            text.append(buffer, 0, read);
        }
        words = new WordScanner(text);
        pending.clear();
    }

    @Override
    public boolean incrementToken() {
        while (pending.isEmpty()) {
            if (!words.next()) {
                return false;
            }
            queue(words.parts());
        }
        Token token = pending.removeFirst();
        clearAttributes();
        term.append(token.text());
        offset.setOffset(correctOffset(token.start()), correctOffset(token.end()));
        increment.setPositionIncrement(token.increment());
        type.setType(token.type());
        return true;
    }

    private void queue(List<WordScanner.Part> parts) {
        StringBuilder joined = new StringBuilder();
        StringBuilder latin = new StringBuilder();
        boolean letters = false;
        for (WordScanner.Part part : parts) {
            String folded = TokenFolding.fold(text, part);
            if (folded.isEmpty()) {
                continue;
            }
            letters |= Character.isLetter(folded.charAt(0));
            joined.append(folded);
            latin.append(LETTER_OF_NAME.getOrDefault(folded, folded));
            pending.add(new Token(folded, part.start(), part.end(), 1, WORD));
        }
        if (letters && pending.size() > 1 && pending.size() <= MOST_PARTS) {
            queueJoined(joined.toString(), latin.toString(), parts.getLast().end());
        }
    }

    private void queueJoined(String joined, String latin, int end) {
        Token first = pending.removeFirst();
        if (!latin.equals(joined)) {
            pending.addFirst(new Token(latin, first.start(), end, 0, JOINED));
        }
        pending.addFirst(new Token(joined, first.start(), end, 0, JOINED));
        pending.addFirst(first);
    }

    @Override
    public void end() throws IOException {
        super.end();
        int length = correctOffset(text.length());
        offset.setOffset(length, length);
    }
}

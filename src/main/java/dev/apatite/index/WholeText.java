package dev.apatite.index;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.KeywordAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;

/**
 * All of a paper's words once more, in one field: gathered while its texts are analysed, so that nothing is analysed
 * twice. What says most of a paper is counted in once more; a word of which only the reference list knows is there, but
 * makes the paper no longer.
 */
final class WholeText {
    /** No phrase reaches from one piece into the next. */
    private static final int GAP = 100;

    private record Token(String term, int increment) {}

    /** The tokens of one piece of text, filled while it passes by. */
    static final class Piece {
        private final List<Token> tokens = new ArrayList<>();
        private final boolean cited;
        private final int times;

        private Piece(boolean cited, int times) {
            this.cited = cited;
            this.times = times;
        }
    }

    private final List<Piece> pieces = new ArrayList<>();

    /** A piece that counts so many times. */
    Piece piece(int times) {
        Piece piece = new Piece(false, times);
        pieces.add(piece);
        return piece;
    }

    /** A piece of the reference list. */
    Piece cited() {
        Piece piece = new Piece(true, 1);
        pieces.add(piece);
        return piece;
    }

    /** Notes every token of a text that passes by. */
    static TokenStream noting(TokenStream input, Piece into) {
        return new Noting(input, into.tokens);
    }

    /** The whole text; to be read when every piece has passed by. */
    TokenStream stream() {
        return new Replay();
    }

    private static final class Noting extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final List<Token> tokens;

        Noting(TokenStream input, List<Token> tokens) {
            super(input);
            this.tokens = tokens;
        }

        @Override
        public void reset() throws IOException {
            super.reset();
            tokens.clear();
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            tokens.add(new Token(term.toString(), increment.getPositionIncrement()));
            return true;
        }
    }

    private final class Replay extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final PositionIncrementAttribute increment = addAttribute(PositionIncrementAttribute.class);
        private final KeywordAttribute asItIs = addAttribute(KeywordAttribute.class);
        private final Set<String> seen = new HashSet<>();
        private int piece;
        private int time;
        private int token;
        private boolean begun;

        @Override
        public void reset() throws IOException {
            super.reset();
            seen.clear();
            begun = false;
            piece = 0;
            time = 0;
            token = 0;
        }

        @Override
        public boolean incrementToken() {
            while (piece < pieces.size()) {
                Piece each = pieces.get(piece);
                if (token == each.tokens.size()) {
                    token = 0;
                    if (++time >= each.times) {
                        time = 0;
                        piece++;
                    }
                } else {
                    boolean first = token == 0;
                    Token next = each.tokens.get(token++);
                    boolean fresh = seen.add(next.term());
                    if (!each.cited || fresh) {
                        emit(next, first, each.cited);
                        return true;
                    }
                }
            }
            return false;
        }

        private void emit(Token next, boolean first, boolean cited) {
            clearAttributes();
            term.append(next.term());
            asItIs.setKeyword(next.term().startsWith("@"));
            // A token at the place of another does not count in a paper's length; there is no place before the first.
            boolean beside = cited && begun;
            begun = true;
            increment.setPositionIncrement(beside ? 0 : cited ? 1 : next.increment() + (first ? GAP : 0));
        }
    }
}

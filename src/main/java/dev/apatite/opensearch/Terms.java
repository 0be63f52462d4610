package dev.apatite.opensearch;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.search.PhraseQuery;

/**
 * Analysed text as a string from which the cluster makes the same terms at the same places: places are parted by one
 * sign, terms at one place by another, and a third stands at places without a term. Terms of their own that hold one of
 * these signs have a blank for it, here and wherever they are asked for.
 */
final class Terms {
    private static final char PLACE = '\u0001';
    private static final char BESIDE = '\u0002';
    private static final char NOTHING = '\u0003';
    /** The reference list of a paper stands at one place; what is longer than the cluster takes, at two. */
    private static final int LONGEST_PLACE = 1 << 20;

    /** A term that no text has. */
    static final String NOWHERE = String.valueOf(NOTHING);

    /** The name of the analyser that takes it apart. */
    static final String ANALYZER = "terms";

    private Terms() {}

    /** The cluster's settings for it. */
    static Map<String, Object> settings() {
        return Map.of(
                "tokenizer",
                Map.of(
                        "places",
                        Map.of(
                                "type",
                                "char_group",
                                "tokenize_on_chars",
                                List.of(String.valueOf(PLACE)),
                                "max_token_length",
                                LONGEST_PLACE)),
                "filter",
                Map.of(
                        "beside",
                        Map.of(
                                "type",
                                "pattern_capture",
                                "preserve_original",
                                false,
                                "patterns",
                                List.of("([^" + BESIDE + "]+)")),
                        "nothing",
                        Map.of("type", "stop", "stopwords", List.of(String.valueOf(NOTHING)))),
                "analyzer",
                Map.of(
                        ANALYZER,
                        Map.of("type", "custom", "tokenizer", "places", "filter", List.of("beside", "nothing"))));
    }

    /** Gathers the values of one field. */
    static final class Text {
        private final StringBuilder text = new StringBuilder();
        private int gap;
        private int place;

        /** Adds a value behind those before, which no phrase joins with it. */
        void add(TokenStream value, int gapBehind) throws IOException {
            CharTermAttribute term = value.addAttribute(CharTermAttribute.class);
            PositionIncrementAttribute increment = value.addAttribute(PositionIncrementAttribute.class);
            value.reset();
            while (value.incrementToken()) {
                put(term, increment.getPositionIncrement() + gap);
                gap = 0;
            }
            value.end();
            gap += increment.getPositionIncrement() + gapBehind;
            value.close();
        }

        private void put(CharSequence term, int increment) {
            boolean beside = increment == 0 && text.length() - place + term.length() < LONGEST_PLACE;
            if (beside) {
                text.append(BESIDE);
            } else {
                int empty = text.isEmpty() ? 0 : Math.max(0, increment - 1);
                if (!text.isEmpty()) {
                    text.append(PLACE);
                }
                for (int i = 0; i < empty; i++) {
                    text.append(NOTHING).append(PLACE);
                }
                place = text.length();
            }
            text.append(safe(term));
        }

        @Override
        public String toString() {
            return text.toString();
        }
    }

    /** The words of a phrase at their places. */
    static String of(PhraseQuery phrase) {
        Text text = new Text();
        int before = -1;
        for (int i = 0; i < phrase.getTerms().length; i++) {
            int place = phrase.getPositions()[i];
            text.put(phrase.getTerms()[i].text(), place - before);
            before = place;
        }
        return text.toString();
    }

    /** A term without the signs that stand between terms, and without halves of letters. */
    static String safe(CharSequence term) {
        boolean plain = true;
        for (int i = 0; i < term.length() && plain; i++) {
            char each = term.charAt(i);
            plain = !isSign(each) && !Character.isSurrogate(each);
        }
        if (plain) {
            return term.toString();
        }
        StringBuilder safe = new StringBuilder(term.length());
        term.codePoints().forEach(each -> {
            if (each < Character.MIN_SUPPLEMENTARY_CODE_POINT && Character.isSurrogate((char) each)) {
                safe.append('\uFFFD');
            } else {
                safe.appendCodePoint(isSign((char) each) && each < Character.MIN_SUPPLEMENTARY_CODE_POINT ? ' ' : each);
            }
        });
        return safe.toString();
    }

    private static boolean isSign(char letter) {
        return letter == PLACE || letter == BESIDE || letter == NOTHING;
    }
}

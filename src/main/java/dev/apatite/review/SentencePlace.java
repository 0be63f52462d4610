package dev.apatite.review;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import dev.apatite.paper.Statement;
import java.util.Optional;

/** Where a sentence stands in a paper, as it is printed, or with other spaces, hyphens and punctuation. */
public final class SentencePlace {
    private SentencePlace() {}

    /** The sentence word for word. */
    public static Optional<Statement> exact(Paper paper, String sentence) {
        for (int section = 0; section < paper.sections().size(); section++) {
            Optional<Statement> found = exact(paper, section, sentence);
            if (found.isPresent()) {
                return found;
            }
        }
        return exact(paper, Span.TITLE, sentence);
    }

    private static Optional<Statement> exact(Paper paper, int section, String sentence) {
        int at = sentence.isBlank() ? -1 : paper.textOf(section).indexOf(sentence);
        return at < 0 ? Optional.empty() : Optional.of(new Statement(section, at, at + sentence.length(), sentence));
    }

    /** The sentence word for word, or else the same letters and digits, as they are printed. */
    public static Optional<Statement> of(Paper paper, String sentence) {
        Optional<Statement> exact = exact(paper, sentence);
        String wanted = letters(sentence);
        if (exact.isPresent() || wanted.isEmpty()) {
            return exact;
        }
        for (int section = Span.TITLE; section < paper.sections().size(); section++) {
            String text = paper.textOf(section);
            int[] places = new int[text.length()];
            StringBuilder only = new StringBuilder();
            for (int i = 0; i < text.length(); i++) {
                if (Character.isLetterOrDigit(text.charAt(i))) {
                    places[only.length()] = i;
                    only.append(Character.toLowerCase(text.charAt(i)));
                }
            }
            int at = only.indexOf(wanted);
            if (at >= 0) {
                int start = places[at];
                int end = places[at + wanted.length() - 1] + 1;
                while (end < text.length() && ".!?)".indexOf(text.charAt(end)) >= 0) {
                    end++;
                }
                return Optional.of(new Statement(section, start, end, text.substring(start, end)));
            }
        }
        return Optional.empty();
    }

    /** Only the letters and digits of a text, in lower case. */
    static String letters(String text) {
        StringBuilder only = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            if (Character.isLetterOrDigit(text.charAt(i))) {
                only.append(Character.toLowerCase(text.charAt(i)));
            }
        }
        return only.toString();
    }
}

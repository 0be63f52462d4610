package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A reference to learn from: its text and, for stretches of it, the labels that its words may have.
 *
 * @param group what is held out together in cross-validation
 */
record Example(String group, String raw, List<Stretch> stretches) {
    record Stretch(int start, int end, Set<Label> labels) {}

    /** The text while it is put together. */
    static final class Builder {
        private final StringBuilder text = new StringBuilder();
        private final List<Stretch> stretches = new ArrayList<>();

        Builder add(String piece) {
            text.append(piece);
            return this;
        }

        Builder add(String piece, Label label) {
            return add(piece, EnumSet.of(label));
        }

        Builder add(String piece, Set<Label> labels) {
            stretches.add(new Stretch(text.length(), text.length() + piece.length(), labels));
            text.append(piece);
            return this;
        }

        boolean endsWithSpace() {
            return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
        }

        int length() {
            return text.length();
        }

        Example build(String group) {
            return new Example(group, text.toString(), stretches);
        }
    }

    List<ReferenceToken> tokens() {
        return Tokenizer.tokenize(raw, Identifier.findAll(raw));
    }

    String after(List<ReferenceToken> tokens) {
        return tokens.isEmpty() ? "" : Tokenizer.between(raw, tokens.getLast().end(), raw.length());
    }

    /** For each token a bit set of the labels that it may have; OTHER outside all stretches, JOIN between names. */
    int[] allowed(List<ReferenceToken> tokens) {
        int[] allowed = new int[tokens.size()];
        for (int i = 0; i < allowed.length; i++) {
            ReferenceToken token = tokens.get(i);
            for (Stretch each : stretches) {
                if (token.start() >= each.start() && token.start() < each.end()) {
                    for (Label label : each.labels()) {
                        allowed[i] |= 1 << label.ordinal();
                    }
                }
            }
            if (token.isIdentifier()) {
                allowed[i] = 1 << Label.OTHER.ordinal();
            } else if (allowed[i] == 0) {
                boolean join = Set.of("and", "et", "al", "und", "y", "others", "with", "for")
                        .contains(Shape.folded(token.text()));
                boolean names = i > 0 && (allowed[i - 1] & names()) != 0;
                allowed[i] = 1 << (join && names ? Label.JOIN : Label.OTHER).ordinal();
            }
        }
        return allowed;
    }

    private static int names() {
        return 1 << Label.FAMILY.ordinal() | 1 << Label.GIVEN.ordinal() | 1 << Label.JOIN.ordinal();
    }
}

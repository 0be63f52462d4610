package dev.apatite;

import java.util.Random;

/**
 * Made-up texts for tests that say what holds for any input; the same ones in every run. A text that breaks what should
 * hold is named in the failure.
 */
public final class AnyText {
    /** What should hold for a text. */
    public interface Law {
        void check(String text, Random chance) throws Exception;
    }

    /** Letters and signs that parsers stumble over: spaces, quotes, combining and wide letters, halves of pairs. */
    private static final String[] ODD = {
        " ",
        "\n",
        "\t",
        "\r\n",
        "\u0000",
        "\u00a0",
        "\u00ad",
        "\u200b",
        "\u202e",
        "\ufeff",
        "\ufffd",
        "\ufb01",
        "\u0130",
        "\u00df",
        "e\u0301",
        "\u03b2",
        "\u05d0",
        "\u0627",
        "\u9aa8",
        "\uac00",
        "\ud83d\ude00",
        "\ud835\udd52",
        "\ud835",
        "\udd52",
        "\u2009",
        "\u2013",
        "\u201c",
        "\u00b5",
        "\u00bd",
        "\u2082",
        "<",
        ">",
        "&",
        "\"",
        "'",
        "\\",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ".",
        ",",
        ";",
        ":",
        "*",
        "/",
        "-",
        "+",
        "%",
        "$",
        "#",
        "0",
        "9"
    };

    private static final int LONGEST = 200;
    private static final int MOST_PIECES = 25;

    private final String[] pieces;
    private final String between;
    private final int anything;

    private AnyText(String[] pieces, String between, int anything) {
        this.pieces = pieces;
        this.between = between;
        this.anything = anything;
    }

    /** Any characters at all. */
    public static AnyText ofCharacters() {
        return new AnyText(new String[0], "", 100);
    }

    /** Up to 25 of the pieces, in any order. */
    public static AnyText of(String... pieces) {
        return new AnyText(pieces, "", 0);
    }

    /** The same pieces with {@code text} between them. */
    public AnyText joinedBy(String text) {
        return new AnyText(pieces, text, anything);
    }

    /** The same, but in half of the cases any characters at all. */
    public AnyText orAnything() {
        return new AnyText(pieces, between, 50);
    }

    /** Checks a law on so many texts, beginning with the empty one. */
    public void keeps(int tries, Law law) {
        Random chance = new Random(42);
        for (int i = 0; i < tries; i++) {
            String text = i == 0 ? "" : next(chance);
            try {
                law.check(text, chance);
            } catch (Exception | AssertionError e) {
                throw new AssertionError("breaks at text " + i + ": \"" + text + "\"", e);
            }
        }
    }

    /** A text of this kind. */
    public String next(Random chance) {
        return chance.nextInt(100) < anything ? characters(chance) : assembled(chance);
    }

    private String assembled(Random chance) {
        StringBuilder text = new StringBuilder();
        for (int i = chance.nextInt(MOST_PIECES + 1); i > 0; i--) {
            text.append(text.isEmpty() ? "" : between).append(pieces[chance.nextInt(pieces.length)]);
        }
        return text.toString();
    }

    private static String characters(Random chance) {
        int length = chance.nextInt(LONGEST);
        StringBuilder text = new StringBuilder();
        while (text.length() < length) {
            switch (chance.nextInt(4)) {
                case 0 -> text.append(ODD[chance.nextInt(ODD.length)]);
                case 1 -> text.append((char) chance.nextInt(Character.MAX_VALUE + 1));
                default -> text.append((char) (' ' + chance.nextInt('~' - ' ' + 1)));
            }
        }
        return text.toString();
    }
}

package dev.apatite.reading.pdf;

import java.util.List;
import java.util.Random;

/**
 * How a trial paper is printed: one of several habits for each part, drawn by a seed, so that the same paper is always
 * printed alike.
 *
 * @param columns of the text, 1 to 3
 * @param align of the text: justified with hyphens, or ragged
 * @param sideBar whether a small print stands beside the abstract
 * @param wraps whether what stands beside the abstract ends within it, so that lines grow longer
 * @param abstractAt where the abstract stands: plain, in a box, on a page of its own, across both columns in bold
 */
record PrintedLayout(
        int columns,
        String font,
        String align,
        float size,
        Title title,
        Authors authors,
        Addresses addresses,
        Abstract abstractAt,
        Heading heading,
        Numbering numbering,
        References references,
        Labels labels,
        Doi doi,
        boolean dropCap,
        boolean sideBar,
        boolean wraps,
        boolean boxed,
        boolean indent) {

    enum Title {
        LEFT,
        CENTRED,
        CAPITALS,
        SMALL_BOLD
    }

    enum Authors {
        NUMBERED,
        LETTERED,
        DEGREES,
        ICONS,
        LINES,
        BLOCKS,
        CAPITAL_FAMILIES,
        BY,
        INITIALS
    }

    enum Addresses {
        UNDER,
        FOOT,
        SIDE
    }

    enum Abstract {
        PLAIN,
        BOX,
        OWN_PAGE,
        BOLD_WITHOUT_HEADING,
        RUN_IN
    }

    enum Heading {
        BOLD,
        CAPITALS,
        BOX,
        CENTRED,
        RUN_IN,
        LETTER_SPACED,
        COLOURED,
        SMALL_CAPS
    }

    enum Numbering {
        NONE,
        DOTTED,
        PLAIN,
        ROMAN
    }

    enum References {
        VANCOUVER,
        APA,
        QUOTED,
        SEMICOLONS
    }

    enum Labels {
        DOT,
        BRACKETS,
        PARENTHESES,
        NONE,
        RAISED
    }

    enum Doi {
        LINK_ABOVE,
        PREFIX_FOOT,
        RUNNING_HEAD,
        IN_CITATION
    }

    private static final List<String> FONTS = List.of(
            "Liberation Serif",
            "Liberation Sans",
            "DejaVu Serif",
            "Liberation Serif",
            "Liberation Sans Narrow",
            "DejaVu Sans");

    static PrintedLayout of(long seed) {
        Random random = new Random(seed);
        random.nextInt();
        int columns = pick(random, 1, 2, 2, 2, 3);
        String font = FONTS.get(random.nextInt(FONTS.size()));
        boolean wide = font.startsWith("DejaVu");
        return new PrintedLayout(
                columns,
                font,
                pick(random, "justify", "justify", "left"),
                (wide ? 7.5f : 9) + random.nextInt(3) * 0.5f,
                pick(random, Title.values()),
                pick(random, Authors.values()),
                pick(random, Addresses.values()),
                pick(random, Abstract.values()),
                pick(random, Heading.values()),
                pick(random, Numbering.NONE, Numbering.NONE, Numbering.DOTTED, Numbering.PLAIN, Numbering.ROMAN),
                pick(random, References.values()),
                pick(random, Labels.values()),
                pick(random, Doi.values()),
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextBoolean());
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}

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
        boolean indent,
        House house) {

    /** How a house prints the head of the first page; text and references then follow its habit too. */
    enum House {
        /** By the other habits of this layout. */
        OWN,
        CITATION_BAR,
        SUMMARY_COLUMN,
        ARTICLE_INFO,
        FACTS_BOX,
        BARS,
        EDITED_BY,
        UNNAMED,
        KEYWORD_COLUMN,
        FROM_THE
    }

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
        BARRED,
        ROMAN
    }

    enum References {
        VANCOUVER,
        APA,
        QUOTED,
        SEMICOLONS,
        COLON_AFTER_NAMES,
        YEAR_IN_BRACKETS
    }

    enum Labels {
        DOT,
        BRACKETS,
        PARENTHESES,
        NONE,
        PLAIN,
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
        PrintedLayout own = new PrintedLayout(
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
                pick(random, References.VANCOUVER, References.APA, References.QUOTED, References.SEMICOLONS),
                pick(random, Labels.DOT, Labels.BRACKETS, Labels.PARENTHESES, Labels.NONE, Labels.RAISED),
                pick(random, Doi.values()),
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextInt(4) == 0,
                random.nextInt(3) == 0,
                random.nextBoolean(),
                House.OWN);
        return random.nextInt(3) == 0 ? own : own.in(pick(random, House.values()));
    }

    /** This layout as a house prints it: what its habit fixes is changed, the rest stays. */
    private PrintedLayout in(House to) {
        return switch (to) {
            case OWN -> this;
            case CITATION_BAR -> of(to, 1, Heading.BOLD, Numbering.DOTTED, References.SEMICOLONS, Labels.DOT);
            case SUMMARY_COLUMN -> of(to, 3, Heading.CAPITALS, Numbering.NONE, References.VANCOUVER, Labels.PLAIN);
            case ARTICLE_INFO ->
                of(to, 2, Heading.BOLD, Numbering.DOTTED, References.YEAR_IN_BRACKETS, Labels.BRACKETS);
            case FACTS_BOX -> of(to, 1, Heading.BOLD, Numbering.NONE, References.COLON_AFTER_NAMES, Labels.PLAIN);
            case BARS -> of(to, 2, Heading.CAPITALS, Numbering.BARRED, References.VANCOUVER, Labels.DOT);
            case EDITED_BY -> of(to, 2, Heading.CAPITALS, Numbering.NONE, References.APA, Labels.NONE);
            case UNNAMED -> of(to, 2, Heading.BOLD, Numbering.DOTTED, References.QUOTED, Labels.BRACKETS);
            case KEYWORD_COLUMN -> of(to, 2, Heading.COLOURED, Numbering.NONE, References.VANCOUVER, Labels.PLAIN);
            case FROM_THE -> of(to, 2, Heading.CAPITALS, Numbering.NONE, References.VANCOUVER, Labels.DOT);
        };
    }

    private PrintedLayout of(
            House to, int columnCount, Heading printed, Numbering numbers, References style, Labels labelled) {
        return new PrintedLayout(
                columnCount,
                font,
                align,
                size,
                title,
                authors,
                addresses,
                abstractAt,
                printed,
                numbers,
                style,
                labelled,
                doi,
                dropCap,
                sideBar,
                wraps,
                boxed,
                indent,
                to);
    }

    @SafeVarargs
    private static <T> T pick(Random random, T... values) {
        return values[random.nextInt(values.length)];
    }
}

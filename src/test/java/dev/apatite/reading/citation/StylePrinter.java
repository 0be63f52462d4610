package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Prints citations in the styles of journals, so that a tagger can learn each style from every citation. */
final class StylePrinter {
    private final Random random;

    StylePrinter(Random random) {
        this.random = random;
    }

    /** The citation in one of many styles. */
    Example print(CitationFields printed) {
        CitationFields fields = chance(1) ? printed.withYear(misprint(printed.year())) : printed;
        Example.Builder out = new Example.Builder();
        if (fields.journal() == null && chance(12)) {
            online(out, fields);
        } else if (fields.journal() == null) {
            book(out, fields);
        } else if (!fields.editors().isEmpty() || fields.publisher() != null) {
            chapter(out, fields);
        } else {
            switch (random.nextInt(13)) {
                case 0, 1, 2 -> vancouver(out, fields);
                case 3 -> ama(out, fields);
                case 4, 5 -> apa(out, fields);
                case 6 -> harvard(out, fields);
                case 7 -> acs(out, fields);
                case 8 -> nature(out, fields);
                case 9 -> chicago(out, fields);
                case 10 -> ieee(out, fields);
                case 11 -> springer(out, fields);
                default -> yearLast(out, fields);
            }
        }
        return out.build(fields.group());
    }

    /** Two digits exchanged: "2107". */
    private String misprint(String year) {
        return year.matches("20[01]\\d") ? "2" + year.charAt(2) + "0" + year.charAt(3) : year;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String one(String... choices) {
        return choices[random.nextInt(choices.length)];
    }

    private static String bare(@Nullable String title) {
        return title == null ? "" : title.replaceAll("[.,;\\s]+$", "");
    }

    private void vancouver(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, "", " ", ", ", chance(70) ? ", " : ", and ", 6));
        out.add(one(". ", ". ", ". ", ": ", " ", ", "))
                .add(bracketed(f.title()), Label.TITLE)
                .add(stop(f.title()));
        journal(out, f);
        out.add(one(". ", " ", ". ", ", ")).add(f.year(), Label.YEAR);
        month(out);
        out.add(one(";", "; ", ";", " ; ", ", "));
        numbers(out, f, one("(", " ("), one("):", "): "), one(":", ": "));
        tail(out, f);
    }

    private void ama(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, "", " ", ", ", ", ", 3));
        out.add(". ").add(bare(f.title()), Label.TITLE).add(stop(f.title()));
        journal(out, f);
        out.add(" ");
        if (chance(50)) {
            out.add("(").add(f.year(), Label.YEAR).add(") ");
            numbers(out, f, "(", "):", ":");
        } else {
            numbers(out, f, "(", "):", ":");
            out.add(one(", ", " (")).add(f.year(), Label.YEAR).add(one(".", ")"));
        }
        tail(out, f);
    }

    private void apa(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, ".", ", ", ", ", one(", & ", ", and ", " & ", " and "), 7));
        out.add(one(" (", " (", " ")).add(f.year(), Label.YEAR).add(chance(80) ? "). " : ". ");
        out.add(bare(f.title()), Label.TITLE).add(stop(f.title()));
        journal(out, f);
        out.add(one(", ", " "));
        numbers(out, f, "(", "), ", one(", ", ": "));
        tail(out, f);
    }

    private void harvard(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, one("", "."), one(" ", ", "), ", ", one(" and ", ", and "), 20));
        boolean brackets = chance(50);
        out.add(brackets ? " (" : one(", ", " "))
                .add(f.year(), Label.YEAR)
                .add(brackets ? one(") ", "), ") : one(". ", ", "));
        boolean quotes = chance(50);
        out.add(quotes ? one("‘", "'", "“") : "").add(bare(f.title()), Label.TITLE);
        out.add(quotes ? one("’, ", "', ", "”, ") : one(". ", ", "));
        journal(out, f);
        out.add(", ").add(one("", "vol. ", "Vol. "));
        numbers(out, f, one("(", ", no. ", ", issue "), one("), ", ", "), ", ", true);
        tail(out, f);
    }

    private void acs(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, ".", ", ", "; ", "; ", 10));
        out.add(" ");
        if (chance(70)) {
            out.add(bare(f.title()), Label.TITLE).add(stop(f.title()));
        }
        journal(out, f);
        out.add(" ").add(f.year(), Label.YEAR).add(", ");
        numbers(out, f, " (", "), ", ", ");
        tail(out, f);
    }

    private void nature(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, ".", ", ", ", ", " & ", 5));
        out.add(one(". ", " ")).add(bare(f.title()), Label.TITLE).add(stop(f.title()));
        journal(out, f);
        out.add(" ");
        numbers(out, f, "(", "), ", ", ");
        out.add(" (").add(f.year(), Label.YEAR).add(").");
        tail(out, f);
    }

    private void chicago(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, ".", ", ", ", ", one(", and ", " and "), 10).firstOnlyReversed());
        out.add(". ");
        boolean yearFirst = chance(50);
        if (yearFirst) {
            out.add(f.year(), Label.YEAR).add(one(". ", " "));
        }
        out.add(one("“", "\"", "“")).add(bare(f.title()), Label.TITLE).add(one(".” ", ".\" ", ",” "));
        journal(out, f);
        out.add(" ");
        if (yearFirst) {
            numbers(out, f, one(" (", ", no. "), one("): ", ": "), ": ");
        } else {
            volume(out, f, one(", no. ", " no. "), "");
            out.add(" (").add(f.year(), Label.YEAR).add("): ");
            pages(out, f);
        }
        tail(out, f);
    }

    private void ieee(Example.Builder out, CitationFields f) {
        names(out, f, new Names(false, ".", " ", ", ", one(" and ", ", and "), 7));
        boolean quotes = chance(60);
        out.add(", ").add(quotes ? "“" : "").add(bare(f.title()), Label.TITLE).add(quotes ? ",” " : ", ");
        journal(out, f);
        out.add(one(", vol. ", ", "));
        volume(out, f, one(", no. ", "("), one("", ")"));
        if (f.firstPage() != null && f.lastPage() == null && chance(50)) {
            out.add(one(", article ", ", Article ID "))
                    .add(f.firstPage(), Label.FIRST_PAGE)
                    .add(one("", ", 8 pages"));
        } else {
            out.add(one(", pp. ", ", "));
            pages(out, f);
        }
        out.add(", ");
        month(out);
        out.add(" ").add(f.year(), Label.YEAR).add(".");
        tail(out, f);
    }

    private void springer(Example.Builder out, CitationFields f) {
        names(out, f, new Names(true, "", " ", ", ", ", ", 10));
        out.add(" (").add(f.year(), Label.YEAR).add(one(") ", "). ", "): ")).add(bare(f.title()), Label.TITLE);
        out.add(stop(f.title()));
        journal(out, f);
        out.add(one(" ", ", ", ". "));
        numbers(out, f, "(", one("):", "): "), one(":", ": ", ", "));
        tail(out, f);
    }

    private void yearLast(Example.Builder out, CitationFields f) {
        names(out, f, new Names(chance(50), ".", one(" ", ", "), ", ", one(" and ", ", and ", ", "), 8));
        out.add(one(": ", ". ", ", ")).add(bare(f.title()), Label.TITLE).add(one(". ", ", ", ". "));
        journal(out, f);
        out.add(one(" ", ", "));
        numbers(out, f, one("(", " ("), "):", one(":", ", "));
        out.add(one(", ", " (")).add(f.year(), Label.YEAR).add(one(".", ")"));
        tail(out, f);
    }

    private void book(Example.Builder out, CitationFields f) {
        boolean yearEarly = chance(50);
        if (!f.authors().isEmpty()) {
            names(out, f, new Names(true, one("", "."), one(" ", ", "), ", ", one(", ", " & ", " and "), 6));
            out.add(yearEarly ? " (" : ". ");
            if (yearEarly) {
                out.add(f.year(), Label.YEAR).add("). ");
            }
        } else {
            yearEarly = false;
        }
        out.add(bare(f.title()), Label.TITLE).add(stop(f.title()));
        out.add(one("", "", one("2nd", "3rd", "4th", "1st") + one(" ed. ", " edn. ", " edition. ")));
        publisher(out, f);
        if (!yearEarly) {
            out.add(one("; ", ", ")).add(f.year(), Label.YEAR);
        }
        if (f.firstPage() != null) {
            out.add(one(". p. ", ": ", ", pp. "));
            pages(out, f);
        }
        out.add(".");
        tail(out, f);
    }

    private void chapter(Example.Builder out, CitationFields f) {
        boolean yearEarly = chance(50);
        names(out, f, new Names(true, one("", "."), one(" ", ", "), ", ", one(", ", " & ", " and "), 6));
        out.add(yearEarly ? " (" : ". ");
        if (yearEarly) {
            out.add(f.year(), Label.YEAR).add("). ");
        }
        out.add(bare(f.title()), Label.TITLE).add(stop(f.title()));
        out.add(one("In: ", "In ", "in: ", ""));
        boolean behind = chance(30);
        if (!f.editors().isEmpty() && !behind) {
            editors(out, f);
            out.add(one(". ", ", ", " "));
        }
        out.add(f.journal() == null ? "" : bare(f.journal()), Label.JOURNAL).add(one(". ", ", "));
        if (!f.editors().isEmpty() && behind) {
            out.add("Edited by ", Label.EDITOR);
            editors(out, f);
            out.add(". ");
        }
        if (f.volume() != null) {
            out.add(one("Vol. ", "vol ", "")).add(f.volume(), Label.VOLUME).add(". ");
        }
        boolean pagesEarly = chance(30);
        if (f.firstPage() != null && pagesEarly) {
            out.add(one("(pp. ", "pp. "));
            pages(out, f);
            out.add(one("). ", ". "));
        }
        publisher(out, f);
        if (!yearEarly) {
            out.add(one("; ", ", ")).add(f.year(), Label.YEAR);
        }
        if (f.firstPage() != null && !pagesEarly) {
            out.add(one(". p. ", ": ", ", pp. ", ", "));
            pages(out, f);
        }
        out.add(".");
        tail(out, f);
    }

    /** A chapter of an online book, or a page on the web. */
    private void online(Example.Builder out, CitationFields f) {
        if (!f.authors().isEmpty()) {
            names(out, f, new Names(true, "", " ", ", ", ", ", 6));
            out.add(". ");
        }
        out.add(bare(f.title()), Label.TITLE).add(stop(f.title()));
        if (chance(50)) {
            out.add(one("", "[Updated 2021 Mar 3]. ", "[updated 2019 May 12; cited 2020 Jun 1]. ")
                    + one("In: ", "In "));
            out.add(one("StatPearls", "GeneReviews", "Endotext", "Radiopaedia", "UpToDate"), Label.JOURNAL);
            out.add(one(" [Internet]. ", ". ", "® [Internet]. "));
        } else {
            out.add(one("[Internet]. ", "", "[Online]. "));
        }
        publisher(out, f);
        out.add(one("; ", ", "))
                .add(f.year(), Label.YEAR)
                .add(one("", " Jan-", " Mar 3", " [cited 2020 Nov 27]"))
                .add(". ");
        out.add(one("Available from: ", "Available at: ", "", "Accessed 3 March 2020. ", "Retrieved from "));
        out.add("https://www." + one("ncbi.nlm.nih.gov/books/NBK", "example.org/topics/", "who.int/report")
                + random.nextInt(600000));
        out.add(one("", "/", ". Accessed 16 July 2009.", " (accessed 16 July 2009)."));
    }

    private void editors(Example.Builder out, CitationFields f) {
        List<String> parts = new ArrayList<>();
        boolean reversed = chance(60);
        f.editors().forEach(each -> parts.add(reversed ? each[0] + " " + each[1] : each[1] + " " + each[0]));
        String tail = one(", editors", " (Eds.)", ", eds", " (eds)", ", editor", " (Ed.)", "");
        out.add(String.join(", ", parts) + tail, Label.EDITOR);
    }

    private void publisher(Example.Builder out, CitationFields f) {
        boolean placeFirst = chance(70);
        if (f.place() != null && placeFirst) {
            out.add(f.place(), Label.PLACE).add(": ");
        }
        if (f.publisher() != null) {
            out.add(f.publisher(), Label.PUBLISHER);
        }
        if (f.place() != null && !placeFirst) {
            out.add(", ").add(f.place(), Label.PLACE);
        }
    }

    private static String stop(@Nullable String title) {
        return title != null && bare(title).endsWith("?") ? " " : ". ";
    }

    private String bracketed(@Nullable String title) {
        return chance(3) ? "[" + bare(title) + "]" : bare(title);
    }

    private void journal(Example.Builder out, CitationFields f) {
        String name = f.journal() == null ? "" : f.journal();
        boolean abbreviated = name.matches("(\\p{Lu}[\\p{L}]{0,9}\\.? ?){2,}");
        if (abbreviated && chance(25)) {
            name = name.replace(".", "").replaceAll("(\\p{L}{1,7})(?= |$)", "$1.");
        } else if (chance(30)) {
            name = name.replace(".", "");
        }
        out.add(name.strip(), Label.JOURNAL);
    }

    private void month(Example.Builder out) {
        if (chance(12)) {
            String month = one("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec");
            out.add(" ").add(month + one("", "", " " + (1 + random.nextInt(28)), "-" + one("Feb", "Dec")), Label.DATE);
        }
    }

    private void numbers(Example.Builder out, CitationFields f, String open, String close, String plain) {
        numbers(out, f, open, close, plain, false);
    }

    private void numbers(Example.Builder out, CitationFields f, String open, String close, String plain, boolean mark) {
        volume(out, f, open, f.issue() == null ? plain : close);
        if (mark && f.firstPage() != null) {
            out.add(one("pp. ", "p. ", "", "pp."));
        }
        pages(out, f);
    }

    private void volume(Example.Builder out, CitationFields f, String open, String close) {
        if (f.volume() != null) {
            out.add(f.volume(), Label.VOLUME);
        }
        if (f.issue() != null) {
            out.add(open).add(f.issue(), Label.ISSUE);
        }
        if (f.firstPage() != null || f.issue() != null) {
            out.add(close);
        }
    }

    private void pages(Example.Builder out, CitationFields f) {
        if (f.firstPage() == null) {
            return;
        }
        out.add(f.firstPage(), Label.FIRST_PAGE);
        String last = f.lastPage();
        if (last != null && !last.equals(f.firstPage())) {
            boolean same = last.length() == f.firstPage().length() && last.length() > 2;
            int common = 0;
            while (same
                    && common < last.length() - 1
                    && last.charAt(common) == f.firstPage().charAt(common)) {
                common++;
            }
            out.add(one("-", "–", "-", " - ")).add(chance(30) ? last.substring(common) : last, Label.LAST_PAGE);
        }
    }

    private void tail(Example.Builder out, CitationFields f) {
        if (f.doi() != null && chance(40)) {
            out.add(one(". doi: ", ". doi:", ". https://doi.org/", " ", ". DOI: ", ". DOI "))
                    .add(f.doi());
        } else if (chance(70)) {
            out.add(".");
        }
        if (f.pmid() != null && chance(15)) {
            out.add(one(" PMID: ", " ", ". PubMed PMID: ")).add(f.pmid());
        }
        if (chance(6)) {
            out.add(one(" [PubMed]", " [Crossref]", " [PubMed] [CrossRef] [Google Scholar]", " PubMed Google Scholar"));
        }
    }

    /** How names are printed. */
    private record Names(
            boolean reversed, String dot, String within, String between, String last, int most, boolean onlyFirst) {
        Names(boolean reversed, String dot, String within, String between, String last, int most) {
            this(reversed, dot, within, between, last, most, false);
        }

        Names firstOnlyReversed() {
            return new Names(reversed, dot, within, between, last, most, true);
        }
    }

    private void names(Example.Builder out, CitationFields f, Names style) {
        int shown = Math.min(f.authors().size(), style.most());
        boolean full = chance(8);
        boolean capitals = chance(3);
        for (int i = 0; i < shown; i++) {
            boolean closing = i == f.authors().size() - 1;
            out.add(i == 0 ? "" : closing ? style.last() : style.between());
            String family = f.authors().get(i)[0];
            String given = full ? f.authors().get(i)[1] : initials(f.authors().get(i)[1], style.dot());
            boolean reversed = style.reversed() && (i == 0 || !style.onlyFirst());
            if (!reversed && !given.isEmpty()) {
                out.add(given, Label.GIVEN).add(" ");
            }
            out.add(capitals ? family.toUpperCase(Locale.ROOT) : family, Label.FAMILY);
            if (reversed && !given.isEmpty()) {
                out.add(style.within()).add(given, Label.GIVEN);
            }
        }
        if (shown > 0 && chance(3)) {
            out.add(one(", ", "; ", " ")).add(one("the ", "for the ", "on behalf of the ", ""), Label.JOIN);
            String group = one("TREAT", "Nordic Calcinosis", "German Lupus", "Skin and Joint") + " "
                    + one("Study Group", "Investigators", "Collaborative Group", "Trialists", "Consortium", "Network");
            out.add(group, Label.FAMILY);
        }
        if (shown > 0 && (shown < f.authors().size() || f.etAl())) {
            out.add(one(", et al", " et al", ", et al.", " et al.", ", et al"));
        }
    }

    private String initials(String given, String dot) {
        if (given.matches("[\\p{Lu}]{1,4}") || given.matches("(\\p{Lu}\\.[- ]?)+")) {
            String letters = given.replaceAll("[^\\p{Lu}]", "");
            if (dot.isEmpty()) {
                return letters;
            }
            String separator = one(dot, dot + " ");
            return String.join(separator, letters.split("")) + dot;
        }
        return given;
    }
}

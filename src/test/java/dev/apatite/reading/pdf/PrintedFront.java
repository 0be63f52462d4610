package dev.apatite.reading.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** The head of a trial paper's first page in the habit of one house: see {@link PrintedLayout.House}. */
final class PrintedFront {
    /** A person of the byline; {@code marks} number the addresses from 1. */
    record Person(String given, String family, List<Integer> marks) {
        String whole() {
            return given + " " + family;
        }
    }

    /**
     * What the head is made of; {@code title}, {@code abstractText} and {@code parts} are HTML, the rest plain text.
     *
     * @param parts the paragraphs of the abstract, each with its heading in bold, if it has one
     */
    record Matter(
            String kind,
            String journal,
            String title,
            List<Person> people,
            List<String> addresses,
            List<String> parts,
            List<String> keywords,
            String doi,
            String year,
            String volume) {}

    private final Matter matter;

    PrintedFront(Matter matter) {
        this.matter = matter;
    }

    String html(PrintedLayout.House house) {
        return switch (house) {
            case OWN -> throw new IllegalArgumentException("printed by its own layout");
            case CITATION_BAR -> citationBar();
            case SUMMARY_COLUMN -> summaryColumn();
            case ARTICLE_INFO -> articleInfo();
            case FACTS_BOX -> factsBox();
            case BARS -> bars();
            case EDITED_BY -> editedBy();
            case UNNAMED -> unnamed();
            case KEYWORD_COLUMN -> keywordColumn();
            case FROM_THE -> fromThe();
        };
    }

    /** Left beside addresses and abstract: how to cite, editor, dates and licence. */
    private String citationBar() {
        return div("kicker", "<i>" + e(matter.kind()) + "</i>")
                + h1()
                + div(
                        "authors",
                        "<b>" + names(" and ", ", ", PrintedFront::numbers, "<span class=icon>iD</span>") + "</b>")
                + "<div class=front><div class=side>"
                + small("<b>Citation:</b> " + cited() + " <i>" + e(matter.journal()) + "</i> <b>" + matter.year()
                        + "</b>, <i>" + matter.volume() + "</i>, 17. https://doi.org/" + e(matter.doi()))
                + small("Academic Editor: Jane Roe")
                + small("Received: 12 March " + matter.year() + "<br>Accepted: 4 May " + matter.year()
                        + "<br>Published: 9 May " + matter.year())
                + small(
                        "<b>Publisher’s Note:</b> The publisher stays neutral with regard to jurisdictional claims in published"
                                + " maps and institutional affiliations.")
                + small(
                        "<b>Copyright:</b> © " + matter.year()
                                + " by the authors. This article is an open access article"
                                + " distributed under the terms and conditions of the Creative Commons Attribution (CC BY) license.")
                + "</div><div>"
                + addresses(PrintedFront::number)
                + div("addresses", "<b>*</b> Correspondence: author@example.org; Tel.: +1-555-0100")
                + runIn("Abstract:", "abstract")
                + keywords("Keywords:", "; ")
                + "</div></div>";
    }

    /** Addresses, correspondence and dates in the first of three columns, the summary in the others. */
    private String summaryColumn() {
        return div("kicker", e(matter.kind().toUpperCase(Locale.ROOT)))
                + h1()
                + div("authors", names(", ", ", ", PrintedFront::numbers, ""))
                + "<div class=front><div class=side>"
                + addresses(PrintedFront::number)
                + small("<b>Correspondence to</b><br>Dr " + e(first().whole()) + ", author@example.org")
                + small("Accepted 4 May " + matter.year())
                + small("<b>To cite:</b> " + cited() + " <i>" + e(matter.journal())
                        + "</i> Published Online First: 9 May " + matter.year() + "." + " doi:" + e(matter.doi()))
                + "</div><div>"
                + named("SUMMARY")
                + "</div></div>";
    }

    /** "article info" with history and keywords, one a line, left of "abstract"; correspondence at the column's foot. */
    private String articleInfo() {
        return div(
                        "masthead",
                        "Contents lists available at <u>Example Direct</u><br><b>" + e(matter.journal())
                                + "</b><br>journal homepage: www.example.org/locate/journal")
                + div("kicker", e(matter.kind()))
                + h1()
                + div("authors", names(", ", ", ", PrintedFront::letters, ""))
                + div("addresses slanted", addresses(PrintedFront::letter))
                + "<div class='front ruled'><div class=side><div class=spaced>ARTICLE INFO</div>"
                + small("<i>Article history:</i><br>Received 12 March " + matter.year()
                        + "<br>Received in revised form 20 April " + matter.year() + "<br>Accepted 4" + " May "
                        + matter.year())
                + small("<i>Keywords:</i><br>"
                        + String.join(
                                "<br>",
                                matter.keywords().stream().map(PrintedFront::e).toList()))
                + "</div><div><div class=spaced>ABSTRACT</div>"
                + section("abstract", matter.parts())
                + "</div></div>"
                + div(
                        "footing",
                        "* Corresponding author.<br><i>E-mail address:</i> author@example.org (" + e(first().whole())
                                + ").<br>https://doi.org/" + e(matter.doi())
                                + "<br>2214-3300/© " + matter.year()
                                + " The Author(s). This is an open access article under the CC BY"
                                + " license.");
    }

    /** Keywords before the abstract, and a box of established facts behind it. */
    private String factsBox() {
        return div("kicker", e(matter.kind()))
                + h1()
                + div("authors", names(" ", "  ", PrintedFront::letters, ""))
                + addresses(PrintedFront::letter)
                + div(
                        "keywords",
                        "<b>Keywords</b><br>"
                                + String.join(
                                        " · ",
                                        matter.keywords().stream()
                                                .map(PrintedFront::e)
                                                .toList()))
                + named("Abstract")
                + div(
                        "rights",
                        "© " + matter.year() + " The Author(s)<br>Published by Example AG, Nowhere<br>DOI: "
                                + e(matter.doi()));
    }

    /** Names between bars, addresses left of the abstract, keywords in capitals below. */
    private String bars() {
        return div("doi", "DOI: " + e(matter.doi()))
                + div("kicker", "<b>" + e(matter.kind().toUpperCase(Locale.ROOT)) + "</b>")
                + h1()
                + div("authors", names(" | ", " | ", PrintedFront::numbers, ""))
                + "<div class=front><div class=side>"
                + addresses(PrintedFront::number)
                + small("<b>Correspondence</b><br>" + e(first().whole()) + ", author@example.org")
                + small("© " + matter.year() + " The Authors. <i>" + e(matter.journal())
                        + "</i> published by Example & Sons Ltd.")
                + "</div><div>"
                + named("Abstract")
                + "<div class=kh>KEYWORDS</div><div class=keywords>"
                + e(String.join(", ", matter.keywords()))
                + "</div></div></div>";
    }

    /** A bar of editors and reviewers beside an abstract that has no heading and stands in bold. */
    private String editedBy() {
        return h1()
                + div("authors", "<i>" + names(" and ", ", ", PrintedFront::numbers, "") + "</i>")
                + addresses(PrintedFront::number)
                + "<div class=front><div class=side>"
                + small("<b>Edited by:</b><br>Jane Roe,<br>University of Nowhere, Norway")
                + small(
                        "<b>Reviewed by:</b><br>John Doe,<br>Hospital of Anywhere, Italy<br>Mary Major,<br>Institute of Fiction, Spain")
                + small("<b>*Correspondence:</b><br>" + e(first().whole()) + "<br>author@example.org")
                + small("<b>Received:</b> 12 March " + matter.year() + "<br><b>Accepted:</b> 4 May " + matter.year()
                        + "<br><b>Published:</b> 9 May " + matter.year())
                + small("<b>Citation:</b><br>" + cited() + " (" + matter.year() + ") <i>" + e(matter.journal())
                        + "</i> " + matter.volume() + ":17. doi: " + e(matter.doi()))
                + "</div><div>"
                + section("abstract strong", matter.parts())
                + keywords("Keywords:", ", ")
                + "</div></div>";
    }

    /** An abstract without heading in small type under correspondence, dates and licence. */
    private String unnamed() {
        return div(
                        "doi",
                        e(matter.journal()) + "<br>Volume " + matter.year()
                                + ", Article ID 123456, 5 pages<br>https://doi.org/" + e(matter.doi()))
                + div("kicker", "<i>" + e(matter.kind()) + "</i>")
                + h1()
                + div(
                        "authors",
                        "<b>" + names(", and ", ", ", PrintedFront::numbers, "<span class=icon>iD</span>") + "</b>")
                + div("addresses slanted", addresses(PrintedFront::number))
                + div(
                        "addresses",
                        "Correspondence should be addressed to " + e(first().whole()) + "; author@example.org")
                + div(
                        "addresses",
                        "Received 12 March " + matter.year() + "; Accepted 4 May " + matter.year()
                                + "; Published 9 May " + matter.year())
                + div("addresses", "Academic Editor: Jane Roe")
                + div(
                        "addresses",
                        "Copyright © " + matter.year() + " " + e(first().whole()) + " et al. This is an open access"
                                + " article distributed under the Creative Commons Attribution License, which permits unrestricted use,"
                                + " distribution, and reproduction in any medium, provided the original work is properly cited.")
                + section("abstract smaller", matter.parts());
    }

    /** The abstract's name and the keywords, each behind a sign, stand left of the abstract. */
    private String keywordColumn() {
        return div("kicker", e(matter.kind()))
                + h1()
                + div("authors", names(" ", " ", PrintedFront::numbers, ""))
                + addresses(PrintedFront::number)
                + div(
                        "rights",
                        "J Example " + matter.year() + ";" + matter.volume() + ":17–21. DOI https://doi.org/"
                                + e(matter.doi()))
                + "<div class=front><div class=side><div class=ah>Abstract</div>"
                + (matter.keywords().isEmpty() ? "" : "<br><div class=ah>Keywords</div>")
                + String.join(
                        "",
                        matter.keywords().stream()
                                .map(k -> "<div>► " + e(k) + "</div>")
                                .toList())
                + "</div><div>"
                + section("abstract tinted", matter.parts())
                + "</div></div>";
    }

    /** Names with degrees and raised letters, the towns below, "From the ..." at the column's foot. */
    private String fromThe() {
        List<String> from = new ArrayList<>();
        for (int i = 0; i < matter.addresses().size(); i++) {
            from.add(e(matter.addresses().get(i)) + "<sup>" + letter(i + 1) + "</sup>");
        }
        return div("kicker", "<b>" + e(matter.kind().toUpperCase(Locale.ROOT)) + "</b>")
                + h1()
                + div("authors", names(", and ", ", ", person -> ", MD," + letters(person), ""))
                + div("towns", "<i>Boston, Massachusetts, and Rome, Italy</i>")
                + (matter.parts().isEmpty() ? "" : runIn("Abstract.", "abstract"))
                + keywords("Key words:", "; ")
                + div(
                        "footing",
                        "From the " + String.join("; and ", from) + "<br>Funding sources: None.<br>Correspondence to: "
                                + e(first().whole()) + ", MD. E-mail: author@example.org.<br>JAAD-like Example Reports "
                                + matter.year() + ";" + matter.volume() + ":17-21.<br>https://doi.org/"
                                + e(matter.doi()));
    }

    private Person first() {
        return matter.people().isEmpty()
                ? new Person("", "", List.of())
                : matter.people().getFirst();
    }

    private String cited() {
        List<String> cited = new ArrayList<>();
        for (Person person : matter.people().stream().limit(3).toList()) {
            cited.add(e(person.family()) + ", " + PrintedPaper.initials(person.given(), "."));
        }
        return String.join("; ", cited) + (matter.people().size() > 3 ? "; et al." : "");
    }

    private String h1() {
        return "<header><h1>" + matter.title() + "</h1></header>";
    }

    private String names(String last, String between, Function<Person, String> marks, String icon) {
        StringBuilder names = new StringBuilder();
        List<Person> people = matter.people();
        for (int i = 0; i < people.size(); i++) {
            names.append(i == 0 ? "" : i == people.size() - 1 ? last : between)
                    .append(e(people.get(i).whole()))
                    .append(marks.apply(people.get(i)))
                    .append(i % 2 == 0 ? icon : "");
        }
        return names.toString();
    }

    private String addresses(Function<Integer, String> mark) {
        StringBuilder html = new StringBuilder("<div class=addresses>");
        for (int i = 0; i < matter.addresses().size(); i++) {
            html.append("<div><sup>")
                    .append(mark.apply(i + 1))
                    .append("</sup> ")
                    .append(e(matter.addresses().get(i)))
                    .append("</div>");
        }
        return html.append("</div>").toString();
    }

    private String keywords(String name, String divider) {
        return matter.keywords().isEmpty()
                ? ""
                : div("keywords", "<b>" + name + "</b> " + e(String.join(divider, matter.keywords())));
    }

    private String runIn(String name, String type) {
        List<String> parts = new ArrayList<>(matter.parts());
        if (parts.isEmpty()) {
            return "";
        }
        parts.set(0, "<b>" + name + "</b> " + parts.getFirst());
        return section(type, parts);
    }

    private String named(String name) {
        return matter.parts().isEmpty() ? "" : "<div class=ah>" + name + "</div>" + section("abstract", matter.parts());
    }

    private static String section(String type, List<String> paragraphs) {
        return paragraphs.isEmpty()
                ? ""
                : "<section class='" + type + "'><p>" + String.join("</p><p>", paragraphs) + "</p></section>";
    }

    private static String numbers(Person person) {
        return raised(person, PrintedFront::number);
    }

    private static String letters(Person person) {
        return raised(person, PrintedFront::letter);
    }

    private static String raised(Person person, Function<Integer, String> mark) {
        return person.marks().isEmpty()
                ? ""
                : "<sup>" + String.join(",", person.marks().stream().map(mark).toList()) + "</sup>";
    }

    private static String number(int mark) {
        return String.valueOf(mark);
    }

    private static String letter(int mark) {
        return String.valueOf((char) ('a' + (mark - 1) % 26));
    }

    private static String small(String html) {
        return "<div class=small>" + html + "</div>";
    }

    private static String div(String type, String html) {
        return "<div class='" + type + "'>" + html + "</div>";
    }

    private static String e(String text) {
        return PrintedPaper.escape(text);
    }
}

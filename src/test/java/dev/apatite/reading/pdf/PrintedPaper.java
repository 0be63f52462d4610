package dev.apatite.reading.pdf;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;

/** A JATS article as a web page whose print looks like a journal's: the page of {@link PaperPrinter}. */
final class PrintedPaper {
    private final Element article;
    private final Element meta;
    private final PrintedLayout layout;
    private final StringBuilder html = new StringBuilder();
    private int section;

    PrintedPaper(Element article, PrintedLayout layout) {
        this.article = article;
        this.meta = first(article, "article-meta");
        this.layout = layout;
    }

    private static Element first(Element in, String tag) {
        Element found = in.selectFirst(tag);
        return found == null ? new Element("none") : found;
    }

    String html() {
        String language = article.attr("xml:lang").isEmpty() ? "en" : article.attr("xml:lang");
        html.append("<html lang='")
                .append(language.toLowerCase(Locale.ROOT))
                .append("'><head><meta charset='utf-8'><style>");
        html.append(new PrintedStyle(layout, runningHead()).css()).append("</style></head><body>");
        if (layout.house() == PrintedLayout.House.OWN) {
            front();
        } else {
            html.append(new PrintedFront(matter()).html(layout.house()));
        }
        html.append("<main>");
        for (Element child : first(article, "body").children()) {
            block(child, 1);
        }
        back();
        references();
        return html.append("</main></body></html>").toString();
    }

    private void front() {
        title();
        authors();
        boolean side = layout.sideBar() || isAside();
        html.append(side ? "<div class='" + (layout.wraps() ? "wrap" : "front") + "'><div class=side>" : "");
        if (isAside()) {
            addresses(addresses());
        }
        if (layout.sideBar()) {
            String year = first(meta, "pub-date year").text();
            html.append("<aside><b>Received</b> 12 March ")
                    .append(year)
                    .append("<br><b>Accepted</b> 4 May ")
                    .append(year)
                    .append("<br><b>Copyright</b> ")
                    .append(
                            "© The Author(s). This is an open access article under a Creative Commons licence.</aside>");
        }
        html.append(side ? "</div><div>" : "");
        abstracts();
        html.append(side ? "</div></div>" : "");
    }

    private PrintedFront.Matter matter() {
        Element title = first(meta, "article-title").clone();
        title.select("xref, fn").remove();
        String kind = first(meta, "subject").text();
        return new PrintedFront.Matter(
                kind.isEmpty() ? "Case report" : kind,
                first(article, "journal-title").text(),
                printed(title),
                people(),
                addresses(),
                abstractParts(abstractElement()),
                first(meta, "kwd-group").select("kwd").eachText(),
                doi(),
                first(meta, "pub-date year").text(),
                first(meta, "volume").text());
    }

    /** The HTML of an element's words, which is not added to the page. */
    private String printed(Element element) {
        int start = html.length();
        inline(element);
        String printed = html.substring(start);
        html.setLength(start);
        return printed;
    }

    private @Nullable Element abstractElement() {
        Element found = meta.selectFirst("abstract:not([abstract-type])");
        return found == null ? meta.selectFirst("abstract") : found;
    }

    private List<String> abstractParts(@Nullable Element found) {
        List<String> parts = new ArrayList<>();
        for (Element p : found == null ? List.<Element>of() : found.select("p")) {
            Element parent = p.parent();
            String title = parent != null && parent.tagName().equals("sec") && parent.selectFirst("> p") == p
                    ? first(parent, "> title").text()
                    : "";
            parts.add((title.isEmpty() ? "" : "<b>" + escape(title.replaceAll("[:.]$", "")) + ":</b> ") + printed(p));
        }
        return parts;
    }

    private String runningHead() {
        String family = first(meta, "contrib surname").text();
        String doi = layout.doi() == PrintedLayout.Doi.RUNNING_HEAD ? " doi:" + doi() : "";
        return (family + " et al. " + first(article, "journal-title").text() + doi).replace("\"", "");
    }

    private String doi() {
        return first(meta, "article-id[pub-id-type=doi]").text();
    }

    private void title() {
        html.append("<header><div class=kicker>")
                .append(escape(first(meta, "subject").text()))
                .append("</div>");
        if (layout.doi() == PrintedLayout.Doi.LINK_ABOVE) {
            html.append("<div class=doi>https://doi.org/").append(escape(doi())).append("</div>");
        }
        html.append("<h1>");
        Element title = first(meta, "article-title").clone();
        title.select("xref, fn").remove();
        inline(title);
        html.append("</h1></header>");
    }

    private List<PrintedFront.Person> people() {
        List<PrintedFront.Person> people = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        meta.select("aff").forEach(aff -> ids.add(aff.id()));
        for (Element contrib : meta.select("contrib-group > contrib")) {
            Element surname = contrib.selectFirst("name > surname");
            String type = contrib.attr("contrib-type");
            if (surname == null || !type.equals("author") && !type.isEmpty()) {
                continue;
            }
            List<Integer> marks = new ArrayList<>();
            for (Element xref : contrib.select("xref[ref-type=aff]")) {
                int index = ids.indexOf(xref.attr("rid"));
                if (index >= 0) {
                    marks.add(index + 1);
                }
            }
            people.add(
                    new PrintedFront.Person(first(contrib, "name > given-names").text(), surname.text(), marks));
        }
        return people;
    }

    private List<String> addresses() {
        List<String> addresses = new ArrayList<>();
        for (Element aff : meta.select("aff")) {
            Element plain = aff.clone();
            plain.select("label, sup, institution-id").remove();
            addresses.add(plain.text().replaceAll("\\s+([,;.])", "$1"));
        }
        return addresses;
    }

    private void authors() {
        List<PrintedFront.Person> people = people();
        List<String> addresses = addresses();
        html.append("<div class='authors ")
                .append(layout.authors().name().toLowerCase(Locale.ROOT))
                .append("'>");
        boolean each = isEach();
        if (layout.authors() == PrintedLayout.Authors.BY) {
            html.append("By ");
        }
        for (int i = 0; i < people.size(); i++) {
            PrintedFront.Person person = people.get(i);
            boolean last = i == people.size() - 1;
            if (each) {
                String address = person.marks().isEmpty() || person.marks().getFirst() > addresses.size()
                        ? addresses.isEmpty() ? "" : addresses.getFirst()
                        : addresses.get(person.marks().getFirst() - 1);
                html.append("<div class=person><b>")
                        .append(escape(name(person)))
                        .append("</b>");
                html.append(
                                layout.authors() == PrintedLayout.Authors.BLOCKS || i % 2 == 0
                                        ? "<br>" + escape(address)
                                        : "")
                        .append("</div>");
                continue;
            }
            html.append(i == 0 ? "" : last ? people.size() == 2 ? " and " : ", and " : ", ");
            html.append(escape(name(person)));
            if (layout.authors() == PrintedLayout.Authors.ICONS) {
                html.append("<span class=icon>iD</span>");
            }
            marks(person, i == 0);
        }
        html.append("</div>");
        if (!each && !isAside()) {
            addresses(addresses);
        }
        if (each && layout.doi() == PrintedLayout.Doi.PREFIX_FOOT || layout.doi() == PrintedLayout.Doi.IN_CITATION) {
            html.append("<div class=cite>Cite this article: ")
                    .append(people.isEmpty() ? "" : escape(people.getFirst().family()))
                    .append(" et al. ")
                    .append(escape(first(article, "journal-title").text()))
                    .append(" ")
                    .append(first(meta, "pub-date year").text())
                    .append("; doi: ")
                    .append(escape(doi()))
                    .append("</div>");
        }
    }

    private boolean isAside() {
        return layout.addresses() == PrintedLayout.Addresses.SIDE && !isEach();
    }

    private boolean isEach() {
        return layout.authors() == PrintedLayout.Authors.LINES || layout.authors() == PrintedLayout.Authors.BLOCKS;
    }

    private void addresses(List<String> addresses) {
        html.append("<div class='addresses ")
                .append(layout.addresses().name().toLowerCase(Locale.ROOT))
                .append("'>");
        for (int i = 0; i < addresses.size(); i++) {
            html.append("<div><sup>")
                    .append(mark(i + 1))
                    .append("</sup>")
                    .append(escape(addresses.get(i)))
                    .append("</div>");
        }
        if (layout.doi() == PrintedLayout.Doi.PREFIX_FOOT) {
            html.append("<div>DOI: ").append(escape(doi())).append("</div>");
        }
        html.append("</div>");
    }

    private void marks(PrintedFront.Person person, boolean corresponding) {
        if (layout.authors() == PrintedLayout.Authors.DEGREES || layout.authors() == PrintedLayout.Authors.BY) {
            html.append(layout.authors() == PrintedLayout.Authors.DEGREES ? ", MD" : "");
            return;
        }
        List<String> marks = new ArrayList<>();
        person.marks().forEach(number -> marks.add(mark(number)));
        if (corresponding) {
            marks.add("*");
        }
        html.append("<sup>").append(String.join(",", marks)).append("</sup>");
    }

    private String mark(int number) {
        return layout.authors() == PrintedLayout.Authors.LETTERED
                ? String.valueOf((char) ('a' + (number - 1) % 26))
                : String.valueOf(number);
    }

    private String name(PrintedFront.Person person) {
        return switch (layout.authors()) {
            case CAPITAL_FAMILIES -> person.given() + " " + person.family().toUpperCase(Locale.ROOT);
            case INITIALS -> person.family() + " " + initials(person.given(), "");
            default -> person.given() + " " + person.family();
        };
    }

    static String initials(String given, String dot) {
        StringBuilder initials = new StringBuilder();
        boolean capitals = given.length() <= 4 && given.equals(given.toUpperCase(Locale.ROOT)) && !given.contains(" ");
        for (String part : capitals ? given.replace(".", "").split("") : given.split("[ .-]+")) {
            initials.append(part.isEmpty() || part.equals("-") ? "" : part.substring(0, 1) + dot);
        }
        return initials.toString();
    }

    private void abstracts() {
        List<String> parts = abstractParts(abstractElement());
        if (!parts.isEmpty()) {
            html.append("<section class='abstract ")
                    .append(layout.abstractAt().name().toLowerCase(Locale.ROOT))
                    .append("'>");
            boolean named = layout.abstractAt() != PrintedLayout.Abstract.BOLD_WITHOUT_HEADING;
            boolean runIn = layout.abstractAt() == PrintedLayout.Abstract.RUN_IN;
            html.append(named && !runIn ? "<div class=ah>Abstract</div>" : "");
            for (int i = 0; i < parts.size(); i++) {
                html.append("<p>")
                        .append(i == 0 && runIn ? "<b>Abstract.</b> " : "")
                        .append(parts.get(i))
                        .append("</p>");
            }
            html.append("</section>");
        }
        String keywords = String.join(
                "; ",
                meta.select("kwd-group").first() == null
                        ? List.of()
                        : first(meta, "kwd-group").select("kwd").eachText());
        if (!keywords.isEmpty()) {
            html.append("<p class=keywords><b>Keywords:</b> ")
                    .append(escape(keywords))
                    .append("</p>");
        }
    }

    private void block(Element element, int level) {
        switch (element.tagName()) {
            case "sec" -> {
                Element title = element.selectFirst("> title");
                boolean runIn = title != null && runsIn(title, level);
                if (title != null && !runIn) {
                    heading(title, level);
                }
                boolean start = true;
                for (Element child : element.children()) {
                    if (child.tagName().equals("p") && start) {
                        paragraph(child, runIn ? title : null, level == 1 && section == 1);
                        start = false;
                    } else if (!child.tagName().equals("title")
                            && !child.tagName().equals("label")) {
                        block(child, level + 1);
                    }
                }
            }
            case "p" -> paragraph(element, null, false);
            case "fig", "table-wrap" -> floating(element);
            case "list" -> {
                html.append("<ul>");
                for (Element item : element.select("> list-item")) {
                    html.append("<li>");
                    item.children().forEach(child -> block(child, level));
                    html.append("</li>");
                }
                html.append("</ul>");
            }
            case "def-list" -> {
                for (Element item : element.select("> def-item")) {
                    html.append("<p>");
                    inline(first(item, "term"));
                    html.append(": ");
                    inline(first(item, "def"));
                    html.append("</p>");
                }
            }
            case "boxed-text" -> {
                html.append("<div class=boxed>");
                element.children().forEach(child -> block(child, level + 1));
                html.append("</div>");
            }
            case "caption",
                    "fig-group",
                    "disp-quote",
                    "supplementary-material",
                    "media",
                    "table-wrap-group",
                    "ack",
                    "fn-group",
                    "fn",
                    "app",
                    "app-group",
                    "notes",
                    "glossary",
                    "statement" -> element.children().forEach(child -> block(child, level + 1));
            case "title" -> heading(element, level);
            case "label", "graphic", "alternatives", "ref-list" -> {}
            default -> {
                html.append("<p>");
                inline(element);
                html.append("</p>");
            }
        }
    }

    /** Where headings run in, those of the second level do, but not the ones that hold sections themselves. */
    private boolean runsIn(Element title, int level) {
        Element parent = title.parent();
        Element next = title.nextElementSibling();
        return layout.heading() == PrintedLayout.Heading.RUN_IN
                && level > 1
                && parent != null
                && next != null
                && next.tagName().equals("p");
    }

    private void heading(Element title, int level) {
        html.append("<h").append(Math.min(level + 1, 4)).append(">");
        if (level == 1 && !title.text().matches("(?:\\d|[IVX]+\\.).*")) {
            section++;
            html.append(
                    switch (layout.numbering()) {
                        case NONE -> "";
                        case DOTTED -> section + ". ";
                        case PLAIN -> section + " ";
                        case BARRED -> section + " | ";
                        case ROMAN ->
                            List.of("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
                                            .get(Math.min(section, 10) - 1)
                                    + ". ";
                    });
        }
        Element plain = title.clone();
        inline(plain);
        html.append("</h").append(Math.min(level + 1, 4)).append(">");
    }

    private void paragraph(Element p, @Nullable Element runIn, boolean start) {
        html.append(start && layout.dropCap() ? "<p class=drop>" : "<p>");
        if (runIn != null) {
            html.append("<b>")
                    .append(escape(runIn.text().replaceAll("[.:]$", "")))
                    .append(".</b> ");
        }
        inline(p);
        html.append("</p>");
        p.select("fig, table-wrap").forEach(this::floating);
    }

    private void floating(Element element) {
        boolean table = element.tagName().equals("table-wrap");
        boolean wide = element.select("tr").stream().anyMatch(row -> row.childrenSize() > 5);
        html.append(wide ? "<div class='float wide'>" : "<div class=float>");
        if (!table) {
            html.append("<div class=picture></div>");
        }
        html.append("<div class=caption><b>")
                .append(escape(first(element, "label").text()))
                .append(".</b> ");
        inline(first(element, "caption"));
        html.append("</div>");
        Element rows = element.selectFirst("table");
        if (table && rows != null) {
            html.append("<table>");
            for (Element row : rows.select("tr")) {
                html.append("<tr>");
                for (Element cell : row.select("td, th")) {
                    html.append("<td colspan='").append(cell.attr("colspan")).append("'>");
                    inline(cell);
                    html.append("</td>");
                }
                html.append("</tr>");
            }
            html.append("</table>");
        }
        html.append("</div>");
    }

    private void back() {
        for (Element child : first(article, "back").children()) {
            if (child.tagName().equals("ack") && child.selectFirst("> title") == null) {
                html.append("<h2>Acknowledgements</h2>");
            }
            block(child, child.tagName().equals("sec") ? 1 : 0);
        }
    }

    private void references() {
        List<Element> all = article.select("back ref");
        if (all.isEmpty()) {
            return;
        }
        html.append("<h2>References</h2><div class=refs>");
        int number = 1;
        for (Element ref : all) {
            html.append("<div class=ref>")
                    .append(label(number++))
                    .append(new PrintedReference(ref, layout).html())
                    .append("</div>");
        }
        html.append("</div>");
    }

    private String label(int number) {
        return switch (layout.labels()) {
            case DOT -> number + ". ";
            case BRACKETS -> "[" + number + "] ";
            case PARENTHESES -> "(" + number + ") ";
            case RAISED -> "<sup>" + number + "</sup>";
            case PLAIN -> number + "  ";
            case NONE -> "";
        };
    }

    /** The words of an element with raised, lowered and slanted ones as such, and places where words may break. */
    private void inline(Element element) {
        for (Node node : element.childNodes()) {
            if (node instanceof TextNode text) {
                html.append(hyphenated(text.getWholeText()));
            } else if (node instanceof Element child) {
                switch (child.tagName()) {
                    case "sup", "sub" -> wrapped(child, child.tagName());
                    case "italic" -> wrapped(child, "i");
                    case "bold" -> wrapped(child, "b");
                    case "p" -> wrapped(child, "span");
                    case "fig", "table-wrap", "graphic", "inline-graphic", "fn", "tex-math", "table-wrap-foot" -> {}
                    default -> inline(child);
                }
            }
        }
    }

    private void wrapped(Element element, String tag) {
        html.append('<').append(tag).append('>');
        inline(element);
        html.append("</").append(tag).append('>');
    }

    /** The browser's own hyphenation has no words of any language in a bare machine. */
    private String hyphenated(String text) {
        String safe = escape(text);
        return layout.align().equals("justify")
                ? safe.replaceAll("(?<=\\b[\\p{L}]{2,20}[aeiou])(?=[bcdfghklmnprstvz][aeiou]\\p{L}{2})", "\u00ad")
                : safe;
    }

    static String escape(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}

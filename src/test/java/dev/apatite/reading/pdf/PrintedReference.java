package dev.apatite.reading.pdf;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** One entry of a printed list, in the words of the journal that tagged them or in another style. */
final class PrintedReference {
    private final Element citation;
    private final PrintedLayout layout;

    PrintedReference(Element ref, PrintedLayout layout) {
        Element found = ref.selectFirst("element-citation, mixed-citation, citation, nlm-citation");
        this.citation = found == null ? ref : found;
        this.layout = layout;
    }

    String html() {
        String title = text("article-title, chapter-title");
        if (isPrinted()) {
            Element plain = citation.clone();
            plain.select("pub-id").remove();
            return PrintedPaper.escape(plain.text()) + doi();
        }
        if (title.isEmpty() || text("source").isEmpty()) {
            List<String> parts = new ArrayList<>();
            parts.add(names("", " ", ", "));
            citation.children()
                    .not("person-group, name, string-name, pub-id")
                    .forEach(part -> parts.add(e(part.text())));
            parts.removeIf(String::isBlank);
            return String.join(". ", parts) + "." + doi();
        }
        String year = text("year");
        String source = text("source");
        String numbers = text("volume") + (text("issue").isEmpty() ? "" : "(" + text("issue") + ")");
        String pages = text("fpage") + (text("lpage").isEmpty() ? "" : "–" + text("lpage"));
        String entry = switch (layout.references()) {
            case VANCOUVER ->
                names("", " ", ", ") + ". " + stop(title) + " <i>" + e(source) + "</i>. " + year + ";" + numbers
                        + colon(":", pages) + ".";
            case APA ->
                names(".", ", ", ", ") + " (" + year + "). " + stop(title) + " <i>" + e(source) + ", " + numbers
                        + "</i>" + colon(", ", pages) + ".";
            case QUOTED ->
                names(".", " ", ", ") + ", “" + e(title.replaceAll("\\.$", "")) + ",” <i>" + e(source) + "</i>, vol. "
                        + numbers + colon(", pp. ", pages) + ", " + year + ".";
            case COLON_AFTER_NAMES ->
                names("", " ", ", ") + ": " + stop(title) + " " + e(source) + " " + year + ";" + numbers
                        + colon(":", pages) + ".";
            case YEAR_IN_BRACKETS ->
                names(".", " ", ", ") + ", " + e(title.replaceAll("\\.$", "")) + ", " + e(source) + " " + numbers + " ("
                        + year + ")" + colon(" ", pages) + ".";
            case SEMICOLONS ->
                names(".", ", ", "; ") + ". " + stop(title) + " <i>" + e(source) + "</i> <b>" + year + "</b>, "
                        + numbers + colon(", ", pages) + ".";
        };
        return entry + doi();
    }

    /** Whether the citation holds its own punctuation, that between the parts of a name included. */
    private boolean isPrinted() {
        Element family = citation.selectFirst("surname");
        boolean glued = family != null && family.nextSibling() instanceof Element;
        return !glued
                && citation.textNodes().stream().anyMatch(node -> node.text().matches(".*\\p{Punct}.*"));
    }

    private static String colon(String divider, String pages) {
        return pages.isEmpty() ? "" : divider + e(pages);
    }

    private static String stop(String title) {
        return e(title) + (title.matches(".*[.?!]$") ? "" : ".");
    }

    private static String e(String text) {
        return PrintedPaper.escape(text);
    }

    private String doi() {
        String doi = text("pub-id[pub-id-type=doi]");
        boolean own = layout.references() == PrintedLayout.References.SEMICOLONS;
        return doi.isEmpty() ? "" : (own ? "<br>https://doi.org/" : " doi: ") + e(doi);
    }

    private String names(String dot, String before, String between) {
        List<String> names = new ArrayList<>();
        for (Element name : citation.select("name, string-name")) {
            Element family = name.selectFirst("surname");
            Element given = name.selectFirst("given-names");
            if (family != null) {
                String printed = given == null ? "" : given.text();
                String initials = printed.replaceAll("[. ]", "");
                boolean whole = initials.matches(".*\\p{Ll}.*");
                initials = whole ? printed.replaceAll("(\\p{L})[\\p{L}]*[. ]*", "$1") : initials;
                names.add(family.text()
                        + (initials.isEmpty() ? "" : before + initials.replaceAll("(\\p{L})", "$1" + dot)));
            }
        }
        if (citation.selectFirst("etal") != null || names.size() > 6) {
            List<String> few = new ArrayList<>(names.subList(0, Math.min(6, names.size())));
            few.add("et al");
            names = few;
        }
        return e(String.join(between, names));
    }

    private String text(String tags) {
        Element found = citation.selectFirst(tags);
        return found == null ? "" : found.text().strip();
    }
}

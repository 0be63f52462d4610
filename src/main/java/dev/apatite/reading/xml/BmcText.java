package dev.apatite.reading.xml;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Text, figures, tables and citations of BioMed Central's XML under the names that JATS has for them. */
final class BmcText {
    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("st", "title"),
            Map.entry("it", "italic"),
            Map.entry("b", "bold"),
            Map.entry("ul", "underline"),
            Map.entry("smcaps", "sc"),
            Map.entry("display-formula", "disp-formula"),
            Map.entry("li", "list-item"),
            Map.entry("deflist", "def-list"),
            Map.entry("tblbdy", "table"),
            Map.entry("tblbdr", "table"),
            Map.entry("r", "tr"),
            Map.entry("c", "td"),
            Map.entry("cspan", "colspan"),
            Map.entry("rspan", "rowspan"),
            Map.entry("tblfn", "table-wrap-foot"));
    private static final List<String> UNWRAPPED = List.of("title", "st", "ins", "source");

    private BmcText() {}

    /** The children of this name, called as JATS calls them. */
    static List<XmlElement> renamed(XmlElement element, String name, String jats) {
        return element.elements(name).stream().map(each -> copy(each, jats)).toList();
    }

    /** The element under another name, and all that stands in it as JATS names it. */
    static XmlElement copy(XmlElement element, String name) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (String attribute : new String[] {"id", "cspan", "rspan", "encoding"}) {
            if (!element.attribute(attribute).isEmpty()) {
                attributes.put(
                        Objects.requireNonNull(NAMES.getOrDefault(attribute, attribute)), element.attribute(attribute));
            }
        }
        XmlElement copy = new XmlElement(name, attributes);
        content(element).forEach(copy::add);
        return copy;
    }

    /** What stands in an element, as JATS names it; headings are paragraphs in the one, plain text in the other. */
    static List<Object> content(XmlElement element) {
        List<Object> content = new ArrayList<>();
        for (Object child : element.children()) {
            if (!(child instanceof XmlElement inner)) {
                content.add(child);
            } else if (inner.is("p") && UNWRAPPED.contains(element.name)) {
                content.addAll(content(inner));
                content.add(" ");
            } else if (!isRule(inner)) {
                content.addAll(named(inner));
            }
        }
        return content;
    }

    /** A row that only draws a line. */
    private static boolean isRule(XmlElement row) {
        return row.is("r") && row.text().isEmpty() && row.first("hr") != null;
    }

    private static List<Object> named(XmlElement element) {
        return switch (element.name) {
            case "abbrgrp" -> citations(element);
            case "abbr" -> List.of(citation(element.attribute("bid"), element.text()));
            case "fig" -> List.of(floating(element, "fig"));
            case "tbl" -> List.of(floating(element, "table-wrap"));
            case "suppl" -> List.of(floating(element, "supplementary-material"));
            case "bibl" -> List.of(XmlElement.of("p", JatsCitationPrint.of(BmcCitation.asJats(element))));
            default -> List.of(copy(element, Objects.requireNonNull(NAMES.getOrDefault(element.name, element.name))));
        };
    }

    /** Numbers in brackets, three and more in a row as a range, as BioMed Central prints them. */
    private static List<Object> citations(XmlElement group) {
        List<XmlElement> cited = group.elements("abbr");
        StringBuilder printed = new StringBuilder();
        StringBuilder ids = new StringBuilder();
        for (int i = 0; i < cited.size(); i++) {
            ids.append(cited.get(i).attribute("bid")).append(' ');
            boolean within = follows(cited, i) && follows(cited, i + 1);
            boolean ends = follows(cited, i) && follows(cited, i - 1);
            if (!within) {
                printed.append(i == 0 ? "" : ends ? "-" : ",")
                        .append(cited.get(i).text());
            }
        }
        return cited.isEmpty()
                ? content(group)
                : List.of("[", citation(ids.toString().strip(), printed.toString()), "]");
    }

    /** Whether the number at {@code i} is one more than the number before it. */
    private static boolean follows(List<XmlElement> cited, int i) {
        if (i < 1 || i >= cited.size()) {
            return false;
        }
        String before = cited.get(i - 1).text();
        String after = cited.get(i).text();
        return before.matches("\\d{1,4}")
                && after.matches("\\d{1,4}")
                && Integer.parseInt(after) == Integer.parseInt(before) + 1;
    }

    private static XmlElement citation(String ids, String printed) {
        XmlElement citation = new XmlElement("xref", Map.of("ref-type", "bibr", "rid", ids));
        citation.add(printed);
        return citation;
    }

    /** A figure, table or file: its title is the label, its caption and text are the caption. */
    private static XmlElement floating(XmlElement element, String name) {
        XmlElement floating = new XmlElement(name, Map.of("id", element.attribute("id")));
        XmlElement caption = XmlElement.of("caption");
        renamed(element, "title", "label").forEach(floating::add);
        for (XmlElement piece : element.elements("caption", "text")) {
            content(piece).forEach(caption::add);
        }
        floating.add(caption);
        for (XmlElement inner : element.elements()) {
            if (!inner.is("title", "caption", "text", "file", "graphic")) {
                named(inner).forEach(floating::add);
            }
        }
        return floating;
    }
}

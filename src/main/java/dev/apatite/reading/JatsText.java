package dev.apatite.reading;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The text of one paragraph of a JATS paper while it is put together, and the places that cite references. */
final class JatsText {
    private final Map<String, Integer> referenceIds;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private boolean space;

    /** A mark: where it stands in the paragraph and the references' indexes. */
    record Mark(int start, int end, List<Integer> references) {}

    JatsText(Map<String, Integer> referenceIds) {
        this.referenceIds = referenceIds;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    /** The marks in order; those that only a comma or a dash parts are one. */
    List<Mark> marks() {
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : marks) {
            String between =
                    joined.isEmpty() ? "x" : text.substring(joined.getLast().end(), mark.start());
            if (joined.isEmpty() || !between.matches("[\\s,;–—‐‑−⁻-]{0,4}")) {
                joined.add(mark);
                continue;
            }
            Mark before = joined.removeLast();
            Set<Integer> all = new LinkedHashSet<>(before.references());
            if (between.matches("\\s?[–—‐‑−⁻-]\\s?")) {
                for (int i = before.references().getLast();
                        i <= mark.references().getFirst();
                        i++) {
                    all.add(i);
                }
            }
            all.addAll(mark.references());
            joined.add(new Mark(before.start(), mark.end(), List.copyOf(all)));
        }
        return joined;
    }

    void add(String characters) {
        for (int i = 0; i < characters.length(); i++) {
            char c = characters.charAt(i);
            if (XmlElement.isSpace(c)) {
                space = true;
            } else if (c != '\u200b' && c != '\ufeff') {
                if (space && text.length() > 0) {
                    text.append(' ');
                }
                space = false;
                text.append(c);
            }
        }
    }

    void space() {
        space = true;
    }

    /** Adds what stands within an element, inline elements as they are printed. */
    void addContent(XmlElement element) {
        for (Object child : element.children()) {
            if (child instanceof XmlElement inline) {
                add(inline);
            } else {
                add((String) child);
            }
        }
    }

    void add(XmlElement inline) {
        switch (inline.name) {
            case "xref" -> reference(inline);
            case "sup" -> raised(inline);
            case "break", "hr" -> space();
            case "alternatives", "inline-formula", "disp-formula" -> formula(inline);
            case "tex-math" -> add(tex(inline.text()));
            case "graphic",
                    "inline-graphic",
                    "media",
                    "object-id",
                    "alt-text",
                    "long-desc",
                    "annotation",
                    "processing-meta" -> {}
            case "fn" -> {
                add(" (");
                addContent(inline);
                add(")");
            }
            case "p", "title", "label" -> {
                space();
                addContent(inline);
                space();
            }
            default -> addContent(inline);
        }
    }

    private void reference(XmlElement xref) {
        List<Integer> cited = new ArrayList<>();
        for (String id : xref.attribute("rid").split("\\s+", -1)) {
            Integer index = referenceIds.get(id);
            if (index != null && !cited.contains(index)) {
                cited.add(index);
            }
        }
        int before = text.length();
        addContent(xref);
        int start = before < text.length() && text.charAt(before) == ' ' ? before + 1 : before;
        if (!cited.isEmpty() && text.length() > start) {
            marks.add(new Mark(start, text.length(), cited));
        }
    }

    /** Superscript numbers as such; anything else as it is. */
    private void raised(XmlElement sup) {
        if (sup.elements().isEmpty()) {
            add(ConversionMarks.raised(sup.text()));
            return;
        }
        for (Object child : sup.children()) {
            if (child instanceof XmlElement inline) {
                XmlElement copy = new XmlElement(inline.name, Map.of("rid", inline.attribute("rid")));
                copy.add(ConversionMarks.raised(inline.text()));
                add(copy);
            } else {
                String characters = (String) child;
                add(characters.isBlank() ? characters : ConversionMarks.raised(characters));
            }
        }
    }

    private void formula(XmlElement formula) {
        XmlElement math = formula.first("math");
        XmlElement tex = formula.first("tex-math");
        if (math != null) {
            math(math);
        } else if (tex != null) {
            add(tex(tex.text()));
        } else {
            addContent(formula);
            return;
        }
        XmlElement label = formula.child("label");
        if (label != null) {
            add(" " + label.text());
        }
    }

    private void math(XmlElement math) {
        for (Object child : math.children()) {
            if (child instanceof XmlElement element) {
                if (!element.is("annotation", "annotation-xml")) {
                    math(element);
                }
            } else {
                add((String) child);
            }
        }
    }

    /** The formula between the preamble's document marks or dollar signs. */
    private static String tex(String source) {
        int begin = source.indexOf("\\begin{document}");
        int end = source.indexOf("\\end{document}");
        String formula =
                begin >= 0 && end > begin ? source.substring(begin + "\\begin{document}".length(), end) : source;
        return formula.length() > 5000
                ? ""
                : Latex.plain(formula.replace("$", "").strip());
    }
}

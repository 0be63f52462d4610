package dev.apatite.reading.xml;

import dev.apatite.reading.shared.ConversionMarks;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The text of one paragraph of a JATS paper while it is put together, and the places that cite references. */
final class JatsText {
    private static final Set<String> APART = Set.of(
            "p",
            "title",
            "label",
            "caption",
            "list-item",
            "def-item",
            "term",
            "def",
            "sec",
            "td",
            "th",
            "tr",
            "attrib",
            "speaker",
            "verse-line",
            "compound-kwd-part",
            "contrib-id",
            "disp-quote",
            "preformat");
    private static final Set<String> DROPPED =
            Set.of("object-id", "alt-text", "long-desc", "annotation", "processing-meta", "index-term", "permissions");

    private static final Pattern LIST = Pattern.compile("[\\])]?[\\s,;–—‐‑−⁻-]{0,4}[\\[(]?");
    private static final Pattern RANGE = Pattern.compile("[\\])]?\\s?[–—‐‑−⁻-]\\s?[\\[(]?");
    private static final Pattern TO = Pattern.compile("[\\])]? (?:to|through) [\\[(]?");
    private static final Pattern ENDS = Pattern.compile("[\\[(]?(\\d{1,3})\\s?[–—‐‑−-]\\s?(\\d{1,3})[\\])]?");

    private static final int LONGEST_RANGE = 60;

    private final Map<String, List<Integer>> referenceIds;
    private final int references;
    private final StringBuilder text = new StringBuilder();
    private final List<Mark> marks = new ArrayList<>();
    private boolean space;

    /** A mark: where it stands in the paragraph and the references' indexes. */
    record Mark(int start, int end, List<Integer> references) {}

    /** A text that cites nothing. */
    JatsText() {
        this(Map.of(), 0);
    }

    /**
     * A text that may cite.
     *
     * @param referenceIds the references' indexes by the id that the text cites them by
     * @param references how many there are
     */
    JatsText(Map<String, List<Integer>> referenceIds, int references) {
        this.referenceIds = referenceIds;
        this.references = references;
    }

    boolean isEmpty() {
        return text.isEmpty();
    }

    String text() {
        return text.toString();
    }

    /** The marks in order; those that only a comma, a dash or brackets part are one. */
    List<Mark> marks() {
        List<Mark> joined = new ArrayList<>();
        for (Mark mark : marks) {
            String between =
                    joined.isEmpty() ? "x" : text.substring(joined.getLast().end(), mark.start());
            boolean range = RANGE.matcher(between).matches()
                    || TO.matcher(between).matches() && isNumber(joined.getLast()) && isNumber(mark);
            if (joined.isEmpty() || !range && !LIST.matcher(between).matches()) {
                joined.add(mark);
                continue;
            }
            Mark before = joined.removeLast();
            Set<Integer> all = new LinkedHashSet<>(before.references());
            int from = before.references().getLast();
            int to = mark.references().getFirst();
            if (range && to - from <= LONGEST_RANGE) {
                for (int i = from; i <= to; i++) {
                    all.add(i);
                }
            }
            all.addAll(mark.references());
            joined.add(new Mark(before.start(), mark.end(), List.copyOf(all)));
        }
        return joined;
    }

    private boolean isNumber(Mark mark) {
        return text.substring(mark.start(), mark.end()).matches("[\\[(]?\\d{1,4}[)\\]]?");
    }

    /** The same paragraph with something before it. */
    JatsText behind(String before) {
        JatsText whole = new JatsText(referenceIds, references);
        whole.add(before);
        whole.add(this);
        return whole;
    }

    /** Adds another text with its marks. */
    void add(JatsText other) {
        if (!other.isEmpty()) {
            int offset = text.length() + (space && text.length() > 0 ? 1 : 0);
            add(other.text());
            for (Mark mark : other.marks) {
                marks.add(new Mark(mark.start() + offset, mark.end() + offset, mark.references()));
            }
        }
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
        if (DROPPED.contains(inline.name)) {
            return;
        }
        switch (inline.name) {
            case "xref" -> reference(inline);
            case "sup" -> raised(inline);
            case "break", "hr" -> space();
            case "alternatives", "inline-formula" -> formula(inline);
            case "disp-formula" -> {
                space();
                formula(inline);
                space();
            }
            case "math" -> JatsFormula.addMath(inline, this);
            case "tex-math" -> add(JatsFormula.tex(inline.text()));
            case "graphic", "inline-graphic", "media", "inline-media" -> pictured(inline);
            case "fn" -> {
                JatsText note = new JatsText(referenceIds, references);
                note.addContent(inline);
                add(" (");
                add(note);
                add(")");
            }
            case "name" ->
                inline.elements().forEach(part -> {
                    addContent(part);
                    space();
                });
            case "ext-link", "uri" -> {
                int before = text.length();
                addContent(inline);
                if (text.length() == before) {
                    add(inline.attribute("href"));
                }
            }
            default -> {
                if (APART.contains(inline.name)) {
                    space();
                    addContent(inline);
                    space();
                } else {
                    addContent(inline);
                }
            }
        }
    }

    /** A picture says what its caption says. */
    private void pictured(XmlElement picture) {
        for (XmlElement piece : picture.elements("label", "caption")) {
            space();
            addContent(piece);
            space();
        }
    }

    private void reference(XmlElement xref) {
        Set<Integer> cited = new LinkedHashSet<>();
        for (String id : xref.attribute("rid").split("\\s+", -1)) {
            cited.addAll(referenceIds.getOrDefault(id, List.of()));
        }
        if (!cited.isEmpty() && endsWithNumberOfMark() && startsWithDigit(xref)) {
            space();
        }
        int before = text.length();
        String mark = !space
                        && xref.elements().isEmpty()
                        && xref.attribute("ref-type").matches("table-fn|fn")
                ? ConversionMarks.noteMark(lastWord(), xref.text())
                : null;
        if (mark == null) {
            addContent(xref);
        } else {
            add(mark);
        }
        int start = before < text.length() && text.charAt(before) == ' ' ? before + 1 : before;
        if (!cited.isEmpty() && text.length() > start) {
            Set<Integer> all = new LinkedHashSet<>(spelledOut(text.substring(start), List.copyOf(cited)));
            all.addAll(takenBack(start));
            marks.add(new Mark(start, text.length(), List.copyOf(all)));
        }
    }

    /** Some publishers leave the comma between two citations to the printer: "3" beside "4" is not the number 34. */
    private boolean endsWithNumberOfMark() {
        return !marks.isEmpty() && marks.getLast().end() == text.length() && isDigit(text.charAt(text.length() - 1));
    }

    private static boolean startsWithDigit(XmlElement xref) {
        String printed = xref.text();
        return !printed.isEmpty() && isDigit(printed.charAt(0));
    }

    /** Raised digits are digits too. */
    private static boolean isDigit(char c) {
        int value = Character.getNumericValue(c);
        return value >= 0 && value <= 9;
    }

    /** Takes back the marks behind a place: a note within a mark may cite too, and one mark stands for both. */
    private Set<Integer> takenBack(int start) {
        int first = marks.size();
        while (first > 0 && marks.get(first - 1).start() >= start) {
            first--;
        }
        Set<Integer> cited = new LinkedHashSet<>();
        List<Mark> within = marks.subList(first, marks.size());
        within.forEach(mark -> cited.addAll(mark.references()));
        within.clear();
        return cited;
    }

    /** "1-4" may name its first reference only, or its first and its last. */
    private List<Integer> spelledOut(String printed, List<Integer> cited) {
        Matcher ends = ENDS.matcher(printed);
        if (cited.size() > 2 || !ends.matches()) {
            return cited;
        }
        int first = cited.getFirst();
        int last = first + Integer.parseInt(ends.group(2)) - Integer.parseInt(ends.group(1));
        boolean known = cited.size() == 2 ? cited.getLast() == last : last < references;
        return known && last > first && last - first <= LONGEST_RANGE
                ? IntStream.rangeClosed(first, last).boxed().toList()
                : cited;
    }

    /** Superscript numbers as such; anything else as it is. */
    private void raised(XmlElement sup) {
        if (sup.elements().isEmpty()) {
            String mark = space ? null : ConversionMarks.noteMark(lastWord(), sup.text());
            add(mark == null ? ConversionMarks.raised(sup.text()) : mark);
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

    private String lastWord() {
        return text.substring(Math.max(0, text.length() - 4));
    }

    private void formula(XmlElement formula) {
        if (!JatsFormula.add(formula, this)) {
            addContent(formula);
        }
    }
}

package dev.apatite.reading.xml;

import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.xml.JatsSections.Part;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Walks through abstract, body and back of a JATS paper and fills its sections. */
final class JatsBody {
    private static final Set<String> BLOCKS = Set.of(
            "p",
            "list",
            "def-list",
            "disp-quote",
            "verse-group",
            "verse-line",
            "speech",
            "statement",
            "code",
            "preformat",
            "boxed-text",
            "disp-formula-group",
            "sec",
            "fn-group",
            "fn",
            "ack",
            "app",
            "app-group",
            "glossary",
            "array",
            "list-item",
            "def-item",
            "notes",
            "attrib",
            "table",
            "question-wrap",
            "question-wrap-group",
            "question",
            "question-preamble",
            "answer",
            "answer-set",
            "option",
            "explanation",
            "bio",
            "caption",
            "table-wrap-foot",
            "legend",
            "block-alternatives",
            "floats-group",
            "floats-wrap");
    private static final Set<String> FLOATS = Set.of(
            "fig",
            "fig-group",
            "table-wrap",
            "table-wrap-group",
            "chem-struct-wrap",
            "chem-struct-wrapper",
            "supplementary-material",
            "graphic",
            "media");
    private static final Set<String> SKIPPED = Set.of(
            "title",
            "label",
            "term",
            "speaker",
            "ref-list",
            "ref",
            "object-id",
            "sec-meta",
            "alt-text",
            "long-desc",
            "permissions",
            "processing-meta",
            "sub-article",
            "response");

    private final JatsFloats floats = new JatsFloats(this);
    private final JatsSections sections;

    JatsBody(JatsSections sections) {
        this.sections = sections;
    }

    JatsSections sections() {
        return sections;
    }

    /** A section element; its kind by heading and {@code sec-type}, else its parent's. */
    void section(XmlElement sec, SectionKind parent, int level) throws ReadingException {
        String heading = heading(sec);
        Part part = sections.open(kind(sec, heading, parent), heading, level);
        content(sec, part);
    }

    /** Everything within an element that is not its title: paragraphs into the part, subsections behind it. */
    void content(XmlElement element, Part part) throws ReadingException {
        boolean prose = element.is("p");
        Part current = part;
        JatsText open = sections.paragraph();
        for (Object child : element.children()) {
            if (!(child instanceof XmlElement inner)) {
                open.add((String) child);
            } else if (FLOATS.contains(inner.name)) {
                // The sentence that a figure stands in goes on behind it.
                floats.read(inner, current);
            } else if (SKIPPED.contains(inner.name)) {
                open.space();
            } else if (BLOCKS.contains(inner.name) && !(prose && inner.is("fn"))) {
                sections.add(current, open);
                open = sections.paragraph();
                current = block(inner, current, part);
            } else {
                open.add(inner);
            }
        }
        sections.add(current, open);
    }

    /** An element of no meaning with this one in it, so that it is read as a block. */
    static XmlElement wrapped(XmlElement block) {
        return XmlElement.of("wrapped", block);
    }

    /** One block; text behind a subsection goes on in a section of its own. */
    private Part block(XmlElement block, Part current, Part own) throws ReadingException {
        switch (block.name) {
            case "sec", "app", "ack", "glossary", "notes", "bio" -> {
                nested(block, own);
                return sections.open(own.kind, null, own.level);
            }
            case "list",
                    "list-item",
                    "def-list",
                    "def-item",
                    "boxed-text",
                    "disp-quote",
                    "statement",
                    "speech",
                    "fn-group",
                    "fn",
                    "table-wrap-foot",
                    "legend",
                    "question",
                    "option",
                    "verse-group" -> titled(block, current);
            case "array", "table" -> current.tables.add(JatsTables.rows(block));
            case "block-alternatives" -> {
                for (XmlElement first :
                        block.elements().subList(0, Math.min(1, block.elements().size()))) {
                    content(wrapped(first), current);
                }
            }
            default -> content(block, current);
        }
        return current;
    }

    private void nested(XmlElement block, Part own) throws ReadingException {
        SectionKind kind = switch (block.name) {
            case "app" -> SectionKind.APPENDIX;
            case "ack" -> SectionKind.ACK_FUND;
            case "glossary" -> SectionKind.ABBR;
            default -> own.kind;
        };
        section(block, kind, own.level + 1);
    }

    /** Paragraphs of a box, list or quotation, its title and label before them; an item's stand in its first line. */
    private void titled(XmlElement block, Part current) throws ReadingException {
        XmlElement caption = block.child("caption");
        JatsText title = sections.paragraph();
        for (String name : List.of("label", "title", "subtitle", "term", "speaker")) {
            XmlElement named = block.child(name);
            named = named == null && caption != null ? caption.child(name) : named;
            if (named != null) {
                title.add(named);
            }
        }
        boolean item = block.is("list-item", "def-item", "fn", "speech", "option");
        if (!item) {
            sections.add(current, title);
            content(block, current);
            return;
        }
        int before = current.paragraphs.size();
        content(block, current);
        if (!title.isEmpty() && current.paragraphs.size() > before) {
            String sign = block.is("def-item", "speech") && !title.text().endsWith(":") ? ": " : " ";
            current.paragraphs.set(before, current.paragraphs.get(before).behind(title.text() + sign));
        } else {
            sections.add(current, title);
        }
    }

    /** The printed heading: an arabic or roman number, where it has one, and the title. */
    static @Nullable String heading(XmlElement sec) {
        XmlElement title = sec.child("title");
        String words = title == null ? null : printed(title);
        String label = sec.childText("label");
        if (label != null
                && words != null
                && label.matches("\\(?(?:\\d{1,3}(?:\\.\\d{1,3}){0,4}|[IVX]{1,5})[.):]*")
                && !words.startsWith(label)) {
            return Headings.printed(label.replaceAll("[.):]+$", "") + " " + words);
        }
        return words == null ? label : words;
    }

    private static @Nullable String printed(XmlElement title) {
        JatsText text = new JatsText();
        text.addContent(title);
        return text.isEmpty() ? null : Headings.printed(text.text());
    }

    /** A heading that names a case wins over the type, the type over other headings. */
    private static SectionKind kind(XmlElement sec, @Nullable String heading, SectionKind parent) {
        if (parent == SectionKind.ABSTRACT) {
            return parent;
        }
        SectionKind byType = Headings.kindOfType(sec.attribute("sec-type"));
        SectionKind byWords = heading == null ? parent : Headings.kindWithin(heading, parent);
        if (byWords == SectionKind.ABSTRACT) {
            // A summary within the body closes it.
            byWords = SectionKind.CONCL;
        }
        if (byType == null
                || heading != null && Headings.kindOf(heading) == SectionKind.CASE && byWords == SectionKind.CASE) {
            return byWords;
        }
        return byType;
    }
}

package dev.apatite.reading;

import dev.apatite.paper.SectionKind;
import dev.apatite.reading.JatsSections.Part;
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
            "fig",
            "fig-group",
            "table-wrap",
            "table-wrap-group",
            "disp-formula-group",
            "supplementary-material",
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
            "chem-struct-wrap",
            "question-wrap",
            "explanation",
            "bio",
            "floats-group",
            "answer-set",
            "question");
    private static final Set<String> SKIPPED = Set.of(
            "title",
            "label",
            "ref-list",
            "ref",
            "graphic",
            "media",
            "object-id",
            "sec-meta",
            "alt-text",
            "long-desc",
            "alternatives",
            "permissions",
            "processing-meta",
            "sub-article",
            "response",
            "related-article",
            "related-object");

    private final JatsSections sections;

    JatsBody(JatsSections sections) {
        this.sections = sections;
    }

    /** A section element; its kind by heading and {@code sec-type}, else its parent's. */
    void section(XmlElement sec, SectionKind parent, int level) throws ReadingException {
        String heading = heading(sec);
        Part part = sections.open(kind(sec, heading, parent), heading, level);
        content(sec, part);
    }

    /** Everything within an element that is not its title: paragraphs into the part, subsections behind it. */
    void content(XmlElement element, Part part) throws ReadingException {
        Part current = part;
        JatsText open = sections.paragraph();
        for (Object child : element.children()) {
            if (child instanceof XmlElement inner && (BLOCKS.contains(inner.name) || SKIPPED.contains(inner.name))) {
                sections.add(current, open);
                open = sections.paragraph();
                current = block(inner, current, part);
            } else if (child instanceof XmlElement inline) {
                open.add(inline);
            } else {
                open.add((String) child);
            }
        }
        sections.add(current, open);
    }

    /** One block; text behind a subsection goes on in a section of its own. */
    private Part block(XmlElement block, Part current, Part own) throws ReadingException {
        if (SKIPPED.contains(block.name)) {
            return current;
        }
        switch (block.name) {
            case "sec", "app", "ack", "glossary", "notes", "bio" -> {
                nested(block, own);
                return sections.open(own.kind, null, own.level);
            }
            case "fig", "chem-struct-wrap" -> caption(block, SectionKind.FIG);
            case "table-wrap" -> caption(block, SectionKind.TABLE);
            case "fig-group", "table-wrap-group" -> group(block);
            case "supplementary-material" -> supplement(block, current);
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
                    "verse-group" -> titled(block, current);
            case "array", "table" -> current.tables.add(JatsTables.rows(block));
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

    /** Paragraphs of a box, list or quotation, its title and label before them. */
    private void titled(XmlElement block, Part current) throws ReadingException {
        XmlElement caption = block.child("caption");
        XmlElement titles = caption == null ? block : caption;
        JatsText title = sections.paragraph();
        for (String name : List.of("label", "title", "term", "speaker")) {
            XmlElement named = block.child(name) == null ? titles.child(name) : block.child(name);
            if (named != null) {
                title.add(named);
            }
        }
        boolean item = block.is("list-item", "def-item", "fn", "speech");
        if (!item) {
            sections.add(current, title);
            content(block, current);
            return;
        }
        int before = current.paragraphs.size();
        content(block, current);
        if (!title.isEmpty() && current.paragraphs.size() > before) {
            current.paragraphs.set(
                    before,
                    labelled(
                            title, block, before < current.paragraphs.size() ? current.paragraphs.get(before) : title));
        } else {
            sections.add(current, title);
        }
    }

    /** The first paragraph of an item again, with its label or term before it, so that its marks move along. */
    private JatsText labelled(JatsText title, XmlElement block, JatsText first) {
        XmlElement paragraph = block.first("p");
        String sign = block.is("def-item") ? ": " : " ";
        JatsText whole = sections.paragraph();
        whole.add(title.text());
        whole.add(sign);
        if (paragraph != null && paragraph.elements().stream().noneMatch(inner -> BLOCKS.contains(inner.name))) {
            whole.addContent(paragraph);
        } else {
            whole.add(first.text());
        }
        return whole;
    }

    private void group(XmlElement group) throws ReadingException {
        if (group.child("caption") != null || group.child("label") != null) {
            caption(group, group.is("fig-group") ? SectionKind.FIG : SectionKind.TABLE);
        }
        for (XmlElement inner : group.elements("fig", "table-wrap", "fig-group", "table-wrap-group")) {
            block(inner, new Part(SectionKind.OTHER, null, 1), new Part(SectionKind.OTHER, null, 1));
        }
    }

    private void caption(XmlElement floating, SectionKind kind) throws ReadingException {
        String label = floating.childText("label");
        Part part = sections.caption(kind, label == null ? null : TextBody.printed(label));
        JatsText text = sections.paragraph();
        for (XmlElement caption : floating.elements("caption", "title", "p")) {
            text.space();
            text.addContent(caption);
        }
        for (XmlElement attribution : floating.elements("attrib")) {
            text.space();
            text.addContent(attribution);
        }
        sections.add(part, text);
        for (XmlElement table : floating.all(List.of("table", "array"), List.of())) {
            List<List<String>> rows = JatsTables.rows(table);
            if (!rows.isEmpty()) {
                part.tables.add(rows);
            }
        }
        for (XmlElement foot : floating.elements("table-wrap-foot", "legend")) {
            JatsText notes = sections.paragraph();
            notes.addContent(foot);
            sections.add(part, notes);
        }
        Part aside = new Part(SectionKind.OTHER, null, 1);
        for (XmlElement inner : floating.elements("fig", "table-wrap", "list", "disp-quote", "fn-group")) {
            block(inner, inner.is("fig", "table-wrap") ? aside : part, part);
        }
    }

    private void supplement(XmlElement supplement, Part current) throws ReadingException {
        JatsText text = sections.paragraph();
        for (XmlElement piece : supplement.elements("label", "caption", "p", "title")) {
            text.space();
            text.addContent(piece);
        }
        for (XmlElement media : supplement.all(List.of("media"), List.of("caption"))) {
            for (XmlElement piece : media.elements("label", "caption")) {
                text.space();
                text.addContent(piece);
            }
        }
        sections.add(current, text);
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
            return TextBody.printed(label.replaceAll("[.):]+$", "") + " " + words);
        }
        return words == null ? label : words;
    }

    private static @Nullable String printed(XmlElement title) {
        JatsText text = new JatsText(java.util.Map.of());
        text.addContent(title);
        return text.isEmpty() ? null : TextBody.printed(text.text());
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

package dev.apatite.reading.xml;

import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.RunInHeading;
import dev.apatite.reading.xml.JatsSections.Part;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The back matter of a JATS paper, and the small print of its title page. */
final class JatsBack {
    private final JatsSections sections;
    private final JatsBody body;

    JatsBack(JatsSections sections, JatsBody body) {
        this.sections = sections;
        this.body = body;
    }

    void read(XmlElement back) throws ReadingException {
        for (XmlElement block : back.elements()) {
            switch (block.name) {
                case "label", "title" -> {}
                case "ref-list" -> list(block);
                case "ack" -> body.section(block, SectionKind.ACK_FUND, 1);
                case "sec", "bio" -> body.section(block, SectionKind.OTHER, 1);
                case "glossary", "def-list" -> body.section(block, SectionKind.ABBR, 1);
                case "app" -> body.section(block, SectionKind.APPENDIX, 1);
                case "app-group" -> appendices(block);
                case "notes" -> notes(block);
                case "fn-group" -> footnotes(block);
                default -> body.content(JatsBody.wrapped(block), sections.open(SectionKind.OTHER, null, 1));
            }
        }
    }

    /** What a reference list says beside its entries. */
    private void list(XmlElement list) throws ReadingException {
        Part part = sections.open(SectionKind.OTHER, null, 1);
        for (XmlElement block : list.elements()) {
            if (block.is("ref-list")) {
                list(block);
            } else if (!block.is("ref", "title", "label")) {
                body.content(JatsBody.wrapped(block), part);
            }
        }
    }

    private void appendices(XmlElement group) throws ReadingException {
        for (XmlElement block : group.elements()) {
            if (block.is("app", "sec")) {
                body.section(block, SectionKind.APPENDIX, 1);
            } else {
                body.content(JatsBody.wrapped(block), sections.open(SectionKind.APPENDIX, null, 1));
            }
        }
    }

    private void notes(XmlElement notes) throws ReadingException {
        SectionKind kind = Headings.kindOfType(notes.attribute("notes-type"));
        if (notes.child("title") == null && notes.child("sec", "notes") != null) {
            for (XmlElement inner : notes.elements()) {
                if (inner.is("notes")) {
                    notes(inner);
                } else if (inner.is("sec")) {
                    body.section(inner, SectionKind.OTHER, 1);
                } else {
                    body.content(JatsBody.wrapped(inner), sections.open(SectionKind.OTHER, null, 1));
                }
            }
            return;
        }
        body.section(notes, kind == null ? SectionKind.OTHER : kind, 1);
    }

    /** Footnotes by what they are about; those that only name editors and addresses are left out. */
    private void footnotes(XmlElement group) throws ReadingException {
        String heading = JatsBody.heading(group);
        SectionKind kind = heading == null ? SectionKind.OTHER : Headings.kindOf(heading);
        Part part = null;
        for (XmlElement note : group.elements("fn")) {
            SectionKind own = ofNote(note, kind);
            if (own == null) {
                continue;
            }
            if (part == null || part.kind != own) {
                part = sections.open(own, part == null ? heading : null, 1);
            }
            body.content(JatsBody.wrapped(note), part);
        }
        for (XmlElement other : group.elements("p")) {
            part = part == null ? sections.open(kind, heading, 1) : part;
            body.content(JatsBody.wrapped(other), part);
        }
    }

    private static @Nullable SectionKind ofNote(XmlElement note, SectionKind group) {
        String type = note.attribute("fn-type").toLowerCase(Locale.ROOT);
        return switch (type) {
            case "conflict", "coi-statement", "interest" -> SectionKind.COMP_INT;
            case "con", "participating-researchers" -> SectionKind.AUTH_CON;
            case "supported-by", "financial-disclosure", "funding", "funding-info" -> SectionKind.ACK_FUND;
            case "abbr" -> SectionKind.ABBR;
            case "supplementary-material" -> SectionKind.SUPPL;
            case "edited-by", "corresp", "equal", "current-aff", "present-address", "deceased", "on-leave" -> null;
            default -> {
                RunInHeading runIn = RunInHeading.of(note.text());
                yield runIn == null || runIn.meaning().role().kind() == SectionKind.OTHER
                        ? group
                        : runIn.meaning().role().kind();
            }
        };
    }

    /** Footnotes of the title page and the funding statement, where the back does not say the same. */
    void titlePage(@Nullable XmlElement front, @Nullable XmlElement meta) throws ReadingException {
        if (front != null) {
            for (XmlElement notes : front.elements("notes")) {
                notes(notes);
            }
        }
        if (meta == null) {
            return;
        }
        for (XmlElement notes : meta.elements("author-notes")) {
            footnotes(notes);
        }
        for (XmlElement file : meta.elements("supplementary-material")) {
            body.content(JatsBody.wrapped(file), sections.open(SectionKind.SUPPL, null, 1));
        }
        for (XmlElement group : meta.elements("funding-group")) {
            funding(group);
        }
        for (XmlElement group : meta.elements("custom-meta-group", "custom-meta-wrap")) {
            availability(group);
        }
    }

    private void funding(XmlElement group) throws ReadingException {
        Part part = sections.open(SectionKind.ACK_FUND, null, 1);
        for (XmlElement funding : group.elements("funding-statement", "award-group", "open-access")) {
            JatsText text = sections.paragraph();
            for (Object child : funding.children()) {
                if (child instanceof XmlElement element) {
                    text.space();
                    text.add(element);
                    text.space();
                } else {
                    text.add((String) child);
                }
            }
            if (!text.isEmpty() && !sections.says(text.text())) {
                sections.add(part, text);
            }
        }
    }

    /** Where the data are: some publishers print what stands here only. */
    private void availability(XmlElement group) throws ReadingException {
        for (XmlElement meta : group.elements("custom-meta")) {
            String name = meta.childText("meta-name");
            XmlElement value = meta.child("meta-value");
            if (name != null && value != null && name.matches("(?i)data availability(?: statement)?")) {
                JatsText text = sections.paragraph();
                text.addContent(value);
                if (!sections.says(text.text())) {
                    sections.add(sections.open(SectionKind.OTHER, name, 1), text);
                }
            }
        }
    }
}

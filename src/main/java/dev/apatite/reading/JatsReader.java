package dev.apatite.reading;

import dev.apatite.paper.SectionKind;
import dev.apatite.reading.JatsSections.Part;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads journal articles in JATS 1.0 to 1.3 and its forerunners NLM 2 and 3, without loss. */
final class JatsReader {
    private final ReferenceParser referenceParser;

    JatsReader(ReferenceParser referenceParser) {
        this.referenceParser = referenceParser;
    }

    /** Reads one {@code article} element; its sub-articles and responses are papers of their own and left out. */
    PaperDraft read(XmlElement article) throws ReadingException {
        PaperDraft draft = new PaperDraft();
        new JatsFront(article, draft).read();
        JatsReferences references = new JatsReferences(referenceParser);
        draft.references.addAll(references.read(article));
        JatsSections sections = new JatsSections(references.ids());
        JatsBody body = new JatsBody(sections);
        XmlElement front = article.child("front", "front-stub");
        XmlElement meta = front == null ? null : front.child("article-meta");
        subtitle(meta == null ? front : meta, sections);
        abstracts(meta == null ? front : meta, sections, body);
        text(article, sections, body);
        back(article.child("back"), sections, body);
        small(front, meta, sections, body);
        for (XmlElement floats : article.elements("floats-group", "floats-wrap")) {
            body.content(floats, new Part(SectionKind.OTHER, null, 1));
        }
        sections.addTo(draft);
        if (draft.language == null) {
            draft.language = Languages.of(draft.sections);
        }
        if (draft.title == null && draft.sections.isEmpty()) {
            throw new ReadingException("the article has neither title nor text");
        }
        return draft;
    }

    private static void subtitle(@Nullable XmlElement meta, JatsSections sections) throws ReadingException {
        String subtitle = meta == null ? null : JatsFront.subtitle(meta);
        if (subtitle != null) {
            JatsText text = sections.paragraph();
            text.add(subtitle);
            sections.add(sections.open(SectionKind.OTHER, null, 1), text);
        }
    }

    private static void abstracts(@Nullable XmlElement meta, JatsSections sections, JatsBody body)
            throws ReadingException {
        if (meta == null) {
            return;
        }
        List<XmlElement> all = meta.elements("abstract");
        boolean typed =
                all.stream().allMatch(each -> !each.attribute("abstract-type").isEmpty());
        for (XmlElement each : all) {
            boolean main = each.attribute("abstract-type").isEmpty() || typed && each == all.getFirst();
            String heading = JatsBody.heading(each);
            if (main) {
                Part part = sections.open(SectionKind.ABSTRACT, heading, 1);
                body.content(each, part);
            } else {
                aside(each, heading, sections, body);
            }
        }
        for (XmlElement translated : meta.elements("trans-abstract")) {
            aside(translated, JatsBody.heading(translated), sections, body);
        }
    }

    /** Highlights, summaries for the public and translations: text beside the abstract, without parts of their own. */
    private static void aside(XmlElement element, @Nullable String heading, JatsSections sections, JatsBody body)
            throws ReadingException {
        Part part = sections.open(SectionKind.OTHER, heading, 1);
        for (XmlElement inner : element.elements()) {
            if (inner.is("sec")) {
                String label = JatsBody.heading(inner);
                int before = part.paragraphs.size();
                body.content(inner, part);
                if (label != null && part.paragraphs.size() > before) {
                    JatsText labelled = sections.paragraph();
                    labelled.add(label + ": " + part.paragraphs.get(before).text());
                    part.paragraphs.set(before, labelled);
                }
            } else if (!inner.is("title", "label")) {
                XmlElement wrapped = new XmlElement("wrapped", java.util.Map.of());
                wrapped.add(inner);
                body.content(wrapped, part);
            }
        }
    }

    private static void text(XmlElement article, JatsSections sections, JatsBody body) throws ReadingException {
        XmlElement text = article.child("body");
        if (text == null) {
            return;
        }
        boolean headed = text.elements("sec").stream().anyMatch(sec -> sec.child("title") != null);
        boolean report =
                article.attribute("article-type").toLowerCase(Locale.ROOT).contains("case");
        SectionKind unheaded = headed ? SectionKind.INTRO : report ? SectionKind.CASE : SectionKind.OTHER;
        Part open = null;
        for (XmlElement block : text.elements()) {
            if (block.is("sec")) {
                body.section(block, SectionKind.OTHER, 1);
                open = null;
                unheaded = SectionKind.OTHER;
            } else {
                open = open == null ? sections.open(unheaded, null, 1) : open;
                XmlElement wrapped = new XmlElement("wrapped", java.util.Map.of());
                wrapped.add(block);
                body.content(wrapped, open);
            }
        }
    }

    private static void back(@Nullable XmlElement back, JatsSections sections, JatsBody body) throws ReadingException {
        if (back == null) {
            return;
        }
        for (XmlElement block : back.elements()) {
            switch (block.name) {
                case "ref-list", "label", "title" -> {}
                case "ack" -> body.section(block, SectionKind.ACK_FUND, 1);
                case "sec", "bio" -> body.section(block, SectionKind.OTHER, 1);
                case "glossary", "def-list" -> body.section(block, SectionKind.ABBR, 1);
                case "app" -> body.section(block, SectionKind.APPENDIX, 1);
                case "app-group" -> {
                    for (XmlElement app : block.elements("app", "sec")) {
                        body.section(app, SectionKind.APPENDIX, 1);
                    }
                }
                case "notes" -> notes(block, sections, body);
                case "fn-group" -> footnotes(block, sections, body);
                default -> body.content(wrap(block), sections.open(SectionKind.OTHER, null, 1));
            }
        }
    }

    private static XmlElement wrap(XmlElement block) {
        XmlElement wrapped = new XmlElement("wrapped", java.util.Map.of());
        wrapped.add(block);
        return wrapped;
    }

    private static void notes(XmlElement notes, JatsSections sections, JatsBody body) throws ReadingException {
        SectionKind kind = Headings.kindOfType(notes.attribute("notes-type"));
        if (notes.child("title") == null && notes.child("sec", "notes") != null) {
            for (XmlElement inner : notes.elements()) {
                if (inner.is("notes")) {
                    notes(inner, sections, body);
                } else if (inner.is("sec")) {
                    body.section(inner, SectionKind.OTHER, 1);
                } else {
                    body.content(wrap(inner), sections.open(SectionKind.OTHER, null, 1));
                }
            }
            return;
        }
        body.section(notes, kind == null ? SectionKind.OTHER : kind, 1);
    }

    /** Footnotes by what they are about; those that only name editors and addresses are left out. */
    private static void footnotes(XmlElement group, JatsSections sections, JatsBody body) throws ReadingException {
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
            body.content(wrap(note), part);
        }
        for (XmlElement other : group.elements("p")) {
            part = part == null ? sections.open(kind, heading, 1) : part;
            body.content(wrap(other), part);
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
    private static void small(
            @Nullable XmlElement front, @Nullable XmlElement meta, JatsSections sections, JatsBody body)
            throws ReadingException {
        if (front != null) {
            for (XmlElement notes : front.elements("notes")) {
                notes(notes, sections, body);
            }
        }
        if (meta == null) {
            return;
        }
        for (XmlElement notes : meta.elements("author-notes")) {
            footnotes(notes, sections, body);
        }
        for (XmlElement group : meta.elements("funding-group")) {
            Part part = sections.open(SectionKind.ACK_FUND, null, 1);
            for (XmlElement funding : group.elements("funding-statement", "award-group")) {
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
    }
}

package dev.apatite.reading.xml;

import dev.apatite.paper.SectionKind;
import dev.apatite.reading.citation.ReferenceParser;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.shared.Languages;
import dev.apatite.reading.xml.JatsSections.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Reads journal articles in JATS 1.0 to 1.3 and its forerunners NLM 2 and 3, without loss. */
final class JatsReader {
    private final ReferenceParser referenceParser;

    JatsReader(ReferenceParser referenceParser) {
        this.referenceParser = referenceParser;
    }

    /** Reads one {@code article} element and, behind it, its sub-articles and responses: papers of their own. */
    List<PaperDraft> readAll(XmlElement article) throws ReadingException {
        List<PaperDraft> drafts = new ArrayList<>();
        drafts.add(read(article));
        parts(article, drafts);
        return drafts;
    }

    private void parts(XmlElement whole, List<PaperDraft> drafts) throws ReadingException {
        for (XmlElement part : whole.elements("sub-article", "response")) {
            if (part.first("p") != null || part.first("article-title") != null) {
                PaperDraft draft = read(part);
                inherit(draft, drafts.getFirst());
                drafts.add(draft);
            }
            parts(part, drafts);
        }
    }

    /** What a part does not say of itself is as its paper says; whose pages and authors it has, only it can tell. */
    private static void inherit(PaperDraft part, PaperDraft whole) {
        part.journal = part.journal == null ? whole.journal : part.journal;
        part.issn = part.issn == null ? whole.issn : part.issn;
        part.license = part.license == null ? whole.license : part.license;
        part.volume = part.volume == null ? whole.volume : part.volume;
        part.issue = part.issue == null ? whole.issue : part.issue;
        if (part.year == null) {
            part.year = whole.year;
            part.publicationDate = whole.publicationDate;
        }
        if (whole.doi != null && !whole.doi.equals(part.doi) && !part.relatedWorks.contains(whole.doi)) {
            part.relatedWorks.add(whole.doi);
        }
    }

    private PaperDraft read(XmlElement article) throws ReadingException {
        PaperDraft draft = new PaperDraft();
        new JatsFront(article, draft).read();
        JatsReferences references = new JatsReferences(referenceParser);
        draft.references.addAll(references.read(article));
        JatsSections sections = new JatsSections(references.ids(), draft.references.size());
        JatsBody body = new JatsBody(sections);
        XmlElement front = article.child("front", "front-stub");
        XmlElement meta = front == null ? null : front.child("article-meta");
        subtitles(meta == null ? front : meta, sections);
        abstracts(meta == null ? front : meta, sections, body);
        text(article, sections, body);
        JatsBack back = new JatsBack(sections, body);
        for (XmlElement matter : article.elements("back")) {
            back.read(matter);
        }
        back.titlePage(front, meta);
        for (XmlElement floats : article.elements("floats-group", "floats-wrap")) {
            body.content(floats, sections.open(SectionKind.OTHER, null, 1));
        }
        sections.addTo(draft);
        JatsUnprinted.count(article, draft.furniture);
        if (draft.language == null) {
            draft.language = Languages.of(draft.sections);
        }
        if (draft.title == null && draft.sections.isEmpty()) {
            throw new ReadingException("the article has neither title nor text");
        }
        return draft;
    }

    private static void subtitles(@Nullable XmlElement meta, JatsSections sections) throws ReadingException {
        Part part = sections.open(SectionKind.OTHER, null, 1);
        for (String subtitle : meta == null ? List.<String>of() : JatsFront.subtitles(meta)) {
            JatsText text = sections.paragraph();
            text.add(subtitle);
            sections.add(part, text);
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
                    part.paragraphs.set(before, part.paragraphs.get(before).behind(label + ": "));
                } else if (label != null) {
                    sections.add(part, sections.paragraph().behind(label));
                }
            } else if (!inner.is("title", "label")) {
                body.content(JatsBody.wrapped(inner), part);
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
                body.content(JatsBody.wrapped(block), open);
            }
        }
    }
}

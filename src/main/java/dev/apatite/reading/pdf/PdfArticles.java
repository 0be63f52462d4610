package dev.apatite.reading.pdf;

import dev.apatite.paper.Author;
import dev.apatite.reading.byline.SurnameEvidence;
import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.pdf.layout.PdfColumns;
import dev.apatite.reading.pdf.layout.PdfGutter;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfPage;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfParagraphs;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfSegments;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import dev.apatite.reading.shared.Masthead;
import dev.apatite.text.Identifiers;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a file: one as a rule; several where behind a reference list a title, authors and text begin anew, as
 * with letters that a journal prints on one page.
 */
final class PdfArticles {
    /** What has less text than this behind its authors is no article. */
    private static final int SHORTEST = 200;

    private final PdfProperties properties;
    private final Furniture furniture;
    private final PdfTypography typography;
    private final PdfProse prose;
    private final List<PdfPage> pages;
    private final List<List<PdfLine>> heads;
    private final List<List<PdfTable>> tables = new ArrayList<>();
    private final List<PdfParagraph> paragraphs = new ArrayList<>();

    /**
     * Lays the pages out.
     *
     * @param furniture what was left out of the pages; more is added
     */
    PdfArticles(List<PdfPage> pages, PdfProperties properties, Furniture furniture) {
        this.pages = pages;
        this.properties = properties;
        this.furniture = furniture;
        List<List<PdfLine>> segments = new ArrayList<>();
        pages.forEach(page -> segments.add(new ArrayList<>(PdfSegments.of(page, furniture))));
        typography = PdfTypography.of(segments);
        prose = new PdfProse(segments);
        heads = PdfFurniture.takeFrom(pages, segments, typography);
        heads.forEach(page -> page.forEach(line -> furniture.add(PdfFurniture.kind(line), line.text())));
        PdfParagraphs splitter = new PdfParagraphs(typography);
        Float gutter = PdfGutter.usual(segments);
        for (int i = 0; i < pages.size(); i++) {
            tables.add(PdfTables.takeFrom(pages.get(i), segments.get(i), typography));
            paragraphs.addAll(splitter.of(PdfColumns.of(segments.get(i), gutter)));
        }
    }

    /** The articles in printed order, at least one. */
    List<PaperDraft> drafts() {
        List<PaperDraft> drafts = new ArrayList<>();
        int from = 0;
        while (true) {
            Article article = article(from, paragraphs.size());
            int next = article.next() == null ? -1 : indexOf(article.next());
            if (next <= from || !isArticle(next)) {
                add(article.draft(), drafts);
                return drafts;
            }
            add(article(from, next).draft(), drafts);
            from = next;
        }
    }

    /** What running heads say is said of the first article. */
    private static void add(PaperDraft draft, List<PaperDraft> drafts) {
        if (draft.doi != null && drafts.stream().anyMatch(other -> Objects.equals(other.doi, draft.doi))) {
            draft.doi = null;
        }
        drafts.add(draft);
    }

    private int indexOf(PdfParagraph paragraph) {
        for (int i = 0; i < paragraphs.size(); i++) {
            if (paragraphs.get(i) == paragraph) {
                return i;
            }
        }
        return -1;
    }

    /** Whether authors, and text, follow the title that stands at {@code i}. */
    private boolean isArticle(int i) {
        List<PdfParagraph> rest = paragraphs.subList(i, paragraphs.size());
        PdfTitle title = PdfTitle.first(rest, prose);
        List<PdfAuthors.Found> authors =
                PdfAuthors.groups(rest, title.to(), rest.getFirst().size());
        return !authors.isEmpty()
                && rest.subList(authors.getLast().to(), rest.size()).stream()
                                .mapToInt(PdfParagraph::length)
                                .sum()
                        > SHORTEST;
    }

    /**
     * An article that was read.
     *
     * @param next the title of a further one that seems to begin behind its reference list, or null
     */
    private record Article(PaperDraft draft, @Nullable PdfParagraph next) {}

    private Article article(int from, int to) {
        PaperDraft draft = new PaperDraft();
        if (from == 0) {
            furniture.pieces().forEach(piece -> draft.furniture.add(piece.kind(), piece.text()));
        }
        List<PdfParagraph> own = paragraphs.subList(from, to);
        PdfTitle title = from == 0
                ? PdfTitle.find(own, pages, typography, prose, properties.titles())
                : PdfTitle.first(own, prose);
        List<PdfParagraph> text = PdfFrontMatter.takeFrom(own, title, typography, prose, properties, draft);
        imprint(draft, own);
        List<PdfTable> ownTables = new ArrayList<>();
        int firstPage = from == 0 ? 1 : own.getFirst().page() + 1;
        int lastPage =
                to == paragraphs.size() ? pages.size() : paragraphs.get(to).page();
        for (int page = firstPage; page <= lastPage; page++) {
            ownTables.addAll(tables.get(page - 1));
        }
        PdfParagraph next = new PdfBody(typography, prose, titleSize(draft.title, own, prose), draft)
                .fill(PdfFlow.of(text, typography, prose), ownTables);
        List<Author> settled = new SurnameEvidence(draft.references, citing(own)).settled(draft.authors);
        draft.authors.clear();
        draft.authors.addAll(settled);
        PdfRemainder.keep(own, ownTables, text, prose, draft);
        return new Article(draft, next);
    }

    /** The running heads, and the notes of the first page that are no text. */
    private List<String> citing(List<PdfParagraph> own) {
        List<String> citing = new ArrayList<>();
        heads(own).forEach(lines -> lines.forEach(line -> citing.add(line.text())));
        own.stream()
                .takeWhile(paragraph -> paragraph.page() == own.getFirst().page())
                .map(PdfParagraph::rough)
                .filter(text -> Masthead.citesItself(text))
                .forEach(citing::add);
        return citing;
    }

    /** The running heads of the pages that hold the paragraphs; all of them for the file's first article. */
    private List<List<PdfLine>> heads(List<PdfParagraph> own) {
        int page = own.isEmpty() || own.getFirst() == paragraphs.getFirst()
                ? 1
                : own.getFirst().page();
        return heads.subList(page - 1, heads.size());
    }

    private static float titleSize(@Nullable String title, List<PdfParagraph> paragraphs, PdfProse prose) {
        return paragraphs.stream()
                .filter(each ->
                        title != null && title.startsWith(prose.of(each.lines().subList(0, 1))))
                .map(PdfParagraph::size)
                .findFirst()
                .orElse(0f);
    }

    private void imprint(PaperDraft draft, List<PdfParagraph> paragraphs) {
        int page = paragraphs.isEmpty() ? 1 : paragraphs.getFirst().page();
        List<String> heads = new ArrayList<>();
        for (List<PdfLine> lines : heads(paragraphs)) {
            lines.forEach(line -> heads.add(line.text()));
        }
        List<String> firstPage = new ArrayList<>();
        List<String> endNotes = new ArrayList<>();
        List<String> above = new ArrayList<>();
        boolean references = false;
        for (int i = 0; i < paragraphs.size(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            if (paragraph.page() == page) {
                String text = prose.of(paragraph.lines());
                references |= text.length() < 60 && Headings.isReferenceList(text);
                boolean notice = PdfImprint.isNotice(text);
                // In a short paper the list stands on the first page, and its DOIs are other works'.
                if (!references || notice) {
                    firstPage.add(!notice && PdfImprint.isRunningText(text) ? Identifiers.without(text) : text);
                }
            } else if (PdfReferences.ends(paragraph)) {
                // What the note itself says goes before the entry that may stand above it.
                endNotes.add(prose.of(paragraph.lines()));
                above.add(prose.of(paragraphs.get(i - 1).lines()));
            }
        }
        endNotes.addAll(above);
        draft.furniture.pieces().stream()
                .filter(piece -> piece.kind() == Furniture.Kind.MARGIN)
                .forEach(piece -> heads.add(piece.text()));
        new PdfImprint(heads, firstPage, endNotes, properties).fill(draft);
        if (!draft.authors.isEmpty()) {
            draft.authors.set(0, PdfAuthors.named(draft.authors.getFirst(), heads));
        }
    }
}

package dev.apatite.reading.pdf;

import dev.apatite.paper.Author;
import dev.apatite.paper.PageStart;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Takes title, authors, abstract, keywords and small print off the first pages and leaves the text. */
final class PdfFrontMatter {
    private static final int LONGEST_KEYWORDS = 700;
    private static final int SHORTEST_TEXT = 350;

    private final List<PdfParagraph> paragraphs;
    private final PdfTypography typography;
    private final PdfProse prose;
    private final PaperDraft draft;
    private final Set<Integer> taken = new HashSet<>();

    private PdfFrontMatter(List<PdfParagraph> paragraphs, PdfTypography typography, PdfProse prose, PaperDraft draft) {
        this.paragraphs = paragraphs;
        this.typography = typography;
        this.prose = prose;
        this.draft = draft;
    }

    /**
     * Fills the draft.
     *
     * @param title where the title stands, or null
     * @param properties what the document says of itself
     * @return the paragraphs that are left
     */
    static List<PdfParagraph> takeFrom(
            List<PdfParagraph> paragraphs,
            @Nullable PdfTitle title,
            PdfTypography typography,
            PdfProse prose,
            PdfProperties properties,
            PaperDraft draft) {
        PdfFrontMatter front = new PdfFrontMatter(paragraphs, typography, prose, draft);
        PdfTitle printed = title == null ? null : front.behindCover(title);
        front.take(printed, properties);
        List<PdfParagraph> rest = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (!front.taken.contains(i)) {
                rest.add(paragraphs.get(i));
            }
        }
        return rest;
    }

    private void take(@Nullable PdfTitle title, PdfProperties properties) {
        int end = 0;
        int page = 1;
        if (title != null) {
            draft.title = title.text();
            end = title.to();
            page = paragraphs.get(title.from()).page();
            authors(title, properties);
        }
        PdfAbstract found = findAbstract(end, page);
        if (found != null) {
            int abstractPage = paragraphs.get(found.taken().getFirst()).page();
            for (Section section : found.sections()) {
                draft.pages.add(new PageStart(draft.sections.size(), 0, abstractPage));
                draft.sections.add(section);
            }
            taken.addAll(found.taken());
        }
        int last = found == null ? page : Math.max(page, lastPage(found));
        translations(last);
        keywords(last);
        clear(title, found, page);
    }

    /** The title over the authors: a cover sheet may print it before. */
    private PdfTitle behindCover(PdfTitle title) {
        PdfTitle again = title.again(paragraphs, typography, prose);
        return again == null || authorsBehind(again) < Math.max(1, authorsBehind(title)) ? title : again;
    }

    private int authorsBehind(PdfTitle title) {
        return PdfAuthors.groups(
                        paragraphs, title.to(), paragraphs.get(title.from()).size())
                .stream()
                .mapToInt(found -> found.authors().size())
                .sum();
    }

    private void take(int from, int to) {
        for (int i = from; i < to; i++) {
            taken.add(i);
        }
    }

    private void authors(PdfTitle title, PdfProperties properties) {
        take(title.from(), title.to());
        List<PdfAuthors.Found> groups = new ArrayList<>();
        for (PdfAuthors.Found found : PdfAuthors.groups(
                paragraphs, title.to(), paragraphs.get(title.from()).size())) {
            List<Author> named = found.authors().stream()
                    .map(author -> PdfAuthors.divided(author, properties.creators()))
                    .toList();
            groups.add(new PdfAuthors.Found(named, found.from(), found.to()));
            take(found.from(), found.to());
        }
        PdfAuthorBlocks blocks = PdfAuthorBlocks.find(paragraphs, title.to());
        long named = groups.stream().mapToLong(group -> group.authors().size()).sum();
        if (blocks.authors().size() > named) {
            draft.authors.addAll(blocks.authors());
            take(blocks.from(), blocks.to());
        } else if (!groups.isEmpty()) {
            PdfAffiliations affiliations = new PdfAffiliations(paragraphs, prose, properties.links());
            draft.authors.addAll(affiliations.of(groups));
            taken.addAll(affiliations.taken());
        }
    }

    private @Nullable PdfAbstract findAbstract(int from, int page) {
        for (int i = 0; i < paragraphs.size() && paragraphs.get(i).page() <= page + 1; i++) {
            if (!taken.contains(i) && PdfAbstractHeading.isEnglish(paragraphs.get(i))) {
                return PdfAbstract.at(paragraphs, i, typography, prose);
            }
        }
        for (int i = 0; i < paragraphs.size() && paragraphs.get(i).page() <= page + 1; i++) {
            if (!taken.contains(i) && PdfAbstractHeading.isTranslated(paragraphs.get(i))) {
                // The only one that is printed.
                return PdfAbstract.at(paragraphs, i, typography, prose);
            }
        }
        int start = from;
        while (taken.contains(start)) {
            start++;
        }
        return from == 0 || start >= paragraphs.size()
                ? null
                : PdfAbstract.unnamed(paragraphs, start, typography, prose);
    }

    /** Abstracts in other languages that stand beside the paper's: sections of their own, each with its keywords. */
    private void translations(int page) {
        for (int i = 0; i < paragraphs.size() && paragraphs.get(i).page() <= page + 1; i++) {
            if (taken.contains(i) || !PdfAbstractHeading.isTranslated(paragraphs.get(i))) {
                continue;
            }
            PdfAbstract found = PdfAbstract.at(paragraphs, i, typography, prose);
            List<String> texts = new ArrayList<>();
            for (Section section : found.sections()) {
                String part = section.level() > 1 && section.heading() != null ? section.heading() + ": " : "";
                texts.add(part + section.text());
            }
            texts.removeIf(String::isBlank);
            int next = found.taken().getLast() + 1;
            taken.addAll(found.taken());
            if (next < paragraphs.size()
                    && PdfAbstractHeading.isTranslatedKeywords(
                            paragraphs.get(next).rough())) {
                texts.add(prose.of(paragraphs.get(next).lines()));
                taken.add(next);
            }
            String heading = PdfAbstractHeading.printed(paragraphs.get(i));
            draft.pages.add(
                    new PageStart(draft.sections.size(), 0, paragraphs.get(i).page()));
            draft.sections.add(new Section(SectionKind.OTHER, heading, 1, texts));
        }
    }

    private void keywords(int page) {
        for (int i = 0; i < paragraphs.size() && paragraphs.get(i).page() <= page + 1; i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            if (taken.contains(i) || !PdfAbstractHeading.isKeywords(paragraph.rough())) {
                continue;
            }
            String text = PdfAbstractHeading.behindKeywords(listed(paragraph));
            take(i, i + 1);
            int next = i + 1;
            boolean open = text.isBlank();
            while (next < paragraphs.size() && isMoreOf(paragraphs.get(next - 1), paragraphs.get(next), text, open)) {
                String more = listed(paragraphs.get(next));
                boolean list = open && !text.isBlank() && !text.matches("(?s).*[,;–-]\\s*$");
                text = text + (list ? "; " : " ") + more;
                take(next, next + 1);
                next++;
            }
            addKeywords(text);
            return;
        }
    }

    /** A paragraph's text; short lines without any divider are a list with one item a line. */
    private String listed(PdfParagraph paragraph) {
        boolean divided = paragraph.rough().matches("(?s).*[,;•·|].*");
        boolean list = !divided
                && paragraph.lines().size() > 2
                && paragraph.length() < 45 * paragraph.lines().size();
        if (!list) {
            return prose.of(paragraph.lines());
        }
        return String.join("; ", paragraph.lines().stream().map(PdfLine::text).toList())
                .replaceFirst("(?i)^(key\\s?-?words?\\W{0,3}); ", "$1 ");
    }

    /** Whether a list of keywords goes on in the next paragraph. */
    private static boolean isMoreOf(PdfParagraph before, PdfParagraph next, String text, boolean open) {
        if (next.page() != before.page() || text.length() > LONGEST_KEYWORDS || PdfAbstractHeading.isEnglish(next)) {
            return false;
        }
        boolean unfinished = text.isBlank() || text.matches("(?s).*[,;–-]\\s*$");
        boolean sameSize = Math.abs(next.size() - before.size()) < (text.isBlank() ? 2.1f : 0.4f);
        float distance = next.first().y() - before.last().y();
        boolean listed = open
                && next.length() < 60
                && Math.abs(next.x0() - before.x0()) < 3
                && distance > 0
                && distance < 1.6f * next.size();
        return sameSize && (unfinished || listed) && !Headings.isKnown(next.rough());
    }

    private void addKeywords(String text) {
        if (text.length() > LONGEST_KEYWORDS) {
            return;
        }
        String divider = text.contains(";") ? ";" : text.matches("(?s).*[•·|].*") ? "[•·|]" : ",";
        for (String keyword : text.split(divider, -1)) {
            String plain = keyword.strip().replaceAll("[.,;]$", "").strip();
            if (!plain.isEmpty() && plain.length() < 120) {
                draft.keywords.add(plain);
            }
        }
    }

    /** What else stands on the title page and is no running text is no part of the paper's sections. */
    private void clear(@Nullable PdfTitle title, @Nullable PdfAbstract found, int page) {
        int end = found != null ? found.end(paragraphs, page) : title == null ? 0 : title.to();
        if (end == 0 && title != null && !hasText(title, page)) {
            // The abstract has a page of its own behind this one.
            end = paragraphs.size();
        }
        boolean references = false;
        for (int i = 0; i < paragraphs.size() && paragraphs.get(i).page() <= page; i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            boolean before = paragraph.page() < page || i < end;
            references |= paragraph.length() < 60 && Headings.isReferenceList(paragraph.rough());
            if (references && !before) {
                // In a short paper the list stands on the first page, smaller than the text.
                continue;
            }
            if (isIntroduction(paragraph) && found != null && isBelow(paragraph, found, page)) {
                continue;
            }
            boolean small = paragraph.size() < typography.size() - 0.45f
                    && PdfCaption.of(paragraph.first(), typography) == null;
            boolean text = title != null && i > title.to() && isText(paragraph);
            if (small && !before && isHeaded(i)) {
                continue;
            }
            if (before && title != null && !(text && !PdfImprint.isNotice(paragraph.rough()))
                    || small && !isHeading(paragraph)
                    || PdfImprint.isNotice(paragraph.rough()) && !isHeading(paragraph)) {
                taken.add(i);
            }
        }
    }

    private int lastPage(PdfAbstract found) {
        return paragraphs.get(found.taken().getLast()).page();
    }

    private boolean isText(PdfParagraph paragraph) {
        return typography.isBody(paragraph.first()) && paragraph.length() > SHORTEST_TEXT;
    }

    /** Whether running text stands below the title on its page. */
    private boolean hasText(PdfTitle title, int page) {
        return paragraphs.subList(title.to(), paragraphs.size()).stream()
                .anyMatch(paragraph -> paragraph.page() == page && isText(paragraph));
    }

    private static boolean isIntroduction(PdfParagraph paragraph) {
        return paragraph.length() < 60
                && Headings.meaningOf(paragraph.rough()) instanceof Headings.Meaning meaning
                && meaning.whole()
                && meaning.role() == Headings.Role.INTRO;
    }

    /** Whether a paragraph stands lower on the page than all of the abstract. */
    private boolean isBelow(PdfParagraph paragraph, PdfAbstract found, int page) {
        return found.taken().stream()
                .map(paragraphs::get)
                .filter(part -> part.page() == page)
                .allMatch(part -> part.last().y() < paragraph.first().y());
    }

    /** Whether it is sentences under a heading that stays, such as key points below the abstract, however small they are. */
    private boolean isHeaded(int i) {
        if (i == 0
                || taken.contains(i - 1)
                || !PdfImprint.isRunningText(paragraphs.get(i).rough())) {
            return false;
        }
        PdfParagraph above = paragraphs.get(i - 1);
        boolean heading =
                isHeading(above) || above.lines().size() == 1 && above.length() < 60 && above.boldShare() > 0.9f;
        return heading
                && above.page() == paragraphs.get(i).page()
                && above.last().y() < paragraphs.get(i).first().y()
                && !PdfImprint.isNotice(above.rough());
    }

    private static boolean isHeading(PdfParagraph paragraph) {
        return paragraph.length() < 60 && Headings.isKnown(paragraph.rough());
    }
}

package dev.apatite.reading.pdf;

import dev.apatite.reading.byline.AuthorLine;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfPage;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The paper's title on its first page: what the document's own properties name as its title, where it is printed;
 * otherwise the largest text of some length that is not the journal's name.
 *
 * @param from the first of the paragraphs that hold it
 * @param to one past the last
 */
record PdfTitle(String text, int from, int to) {
    private static final float LOWEST = 0.72f;
    private static final float LEAST_BELOW_MASTHEAD = 0.6f;
    private static final int MIN_LETTERS = 12;
    private static final int LONGEST = 420;
    private static final int FURTHEST_PAPER = 2;
    private static final Pattern KIND_OF_ARTICLE = Pattern.compile(
            "(?i)^(?:an? )?(?:open access|case (?:report|series|study)s?(?: and (?:literature )?review(?: of (?:the )?literature)?)?|original (?:research|article|paper|contribution|investigation)s?|(?:mini |systematic |literature )?reviews?(?: article)?"
                    + "|research(?: article| paper| report)?|short (?:communication|report)|brief (?:communication|report)|letters?(?: to the editor)?|editorial|commentary|article|abstract"
                    + "|clinical (?:study|trial|image)s?|methodology|correspondence|author manuscript|hhs public access|(?:\\w+ ){0,3}journal(?: of)?|contents?.*|www\\..*|http.*"
                    + "|study protocol(?: clinical trial)?|rapid communication|technical note|perspective|published.*|received.*|issn.*|volume.*|vol\\..*)$");

    /** The title among the paragraphs of the first pages, or null. */
    static @Nullable PdfTitle find(
            List<PdfParagraph> paragraphs,
            List<PdfPage> pages,
            PdfTypography typography,
            PdfProse prose,
            Set<String> named) {
        List<PdfTitle> candidates = new ArrayList<>();
        PdfTitle best = null;
        float largest = 0;
        int i = 0;
        while (i < paragraphs.size()) {
            int to = end(paragraphs, i);
            PdfParagraph first = paragraphs.get(i);
            if (first.page() > Math.min(2, pages.size()) || first.page() > 1 && best != null) {
                break;
            }
            String text = text(paragraphs.subList(i, to), prose);
            PdfTitle title = new PdfTitle(text, i, to);
            boolean high =
                    first.first().y() < LOWEST * pages.get(first.page() - 1).height();
            if (high && isPossible(text)) {
                candidates.add(title);
                float size = size(paragraphs.subList(i, to)) + (first.boldShare() > 0.8f ? 0.4f : 0);
                boolean stands =
                        size > typography.size() + 0.9f || first.boldShare() > 0.8f && size >= typography.size();
                // "Colorectal Cancer and Nutrition" may be a title; the authors below it are none.
                boolean better = best != null
                        && PdfImprint.isJournal(best.text)
                        && !PdfImprint.isJournal(text)
                        && !Headings.isKnown(text)
                        && size > LEAST_BELOW_MASTHEAD * largest
                        && !AuthorLine.hasDegree(text)
                        && !AuthorLine.isLikely(text);
                boolean worse = best != null && PdfImprint.isJournal(text) && !PdfImprint.isJournal(best.text);
                if (stands && (better || size > largest + 0.25f && !worse)) {
                    largest = size;
                    best = title;
                }
            }
            i = to;
        }
        for (String name : named) {
            for (PdfTitle candidate : candidates) {
                if (isSame(candidate.text, name)) {
                    return candidate;
                }
            }
        }
        return best;
    }

    /** The title that the first paragraph is known to be or to begin. */
    static PdfTitle first(List<PdfParagraph> paragraphs, PdfProse prose) {
        int to = end(paragraphs, 0);
        return new PdfTitle(text(paragraphs.subList(0, to), prose), 0, to);
    }

    /** The same title in display type further on: what stands before it is a cover sheet of a repository; or null. */
    @Nullable
    PdfTitle again(List<PdfParagraph> paragraphs, PdfTypography typography, PdfProse prose) {
        int page = paragraphs.get(from).page();
        int i = to;
        while (i < paragraphs.size() && paragraphs.get(i).page() <= page + FURTHEST_PAPER) {
            PdfParagraph first = paragraphs.get(i);
            int end = end(paragraphs, i);
            boolean display = first.size() > typography.size() + 0.9f || first.boldShare() > 0.8f;
            if (display && first.page() > page && first.length() > MIN_LETTERS) {
                String printed = text(paragraphs.subList(i, end), prose);
                if (isSame(printed, text)) {
                    return new PdfTitle(printed, i, end);
                }
            }
            i = end;
        }
        return null;
    }

    private static float size(List<PdfParagraph> paragraphs) {
        return paragraphs.getFirst().size();
    }

    /** Paragraphs set alike, close below each other, are one title. */
    private static int end(List<PdfParagraph> paragraphs, int from) {
        int to = from + 1;
        while (to < paragraphs.size() && continues(paragraphs.get(to - 1), paragraphs.get(to))) {
            to++;
        }
        return to;
    }

    private static boolean continues(PdfParagraph above, PdfParagraph below) {
        PdfLine last = above.last();
        PdfLine next = below.first();
        float distance = next.y() - last.y();
        return above.page() == below.page()
                && Math.abs(last.size() - next.size()) < 0.4f
                && last.face().bold() == next.face().bold()
                && last.face().italic() == next.face().italic()
                && last.size() > 11
                && distance > 0
                && distance < 1.6f * last.size();
    }

    private static String text(List<PdfParagraph> paragraphs, PdfProse prose) {
        List<PdfLine> lines = new ArrayList<>();
        paragraphs.forEach(paragraph -> lines.addAll(paragraph.lines()));
        return withoutMarks(prose.of(lines));
    }

    /** A title ends before the mark of a footnote. */
    private static String withoutMarks(String text) {
        return text.replaceAll("[*†‡§¶#⁰¹²³⁴-⁹ᵃ-ᶻ]{1,3}$", "").strip();
    }

    private static boolean isPossible(String text) {
        long letters = text.chars().filter(Character::isLetter).count();
        return letters >= MIN_LETTERS
                && text.length() <= LONGEST
                && text.indexOf(' ') > 0
                && !KIND_OF_ARTICLE.matcher(text).matches();
    }

    private static boolean isSame(String printed, String named) {
        String a = Headings.words(printed).replace(" ", "");
        String b = Headings.words(named).replace(" ", "");
        if (a.length() < 15 || b.length() < 15) {
            return false;
        }
        int common = Math.min(a.length(), b.length());
        return a.substring(0, common).equals(b.substring(0, common)) && common > 0.8 * Math.max(a.length(), b.length());
    }

    /** The title in lower case without punctuation, to compare with running heads. */
    String key() {
        return Headings.words(text).toLowerCase(Locale.ROOT);
    }
}

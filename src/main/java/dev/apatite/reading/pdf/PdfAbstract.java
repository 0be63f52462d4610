package dev.apatite.reading.pdf;

import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfText;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.pdf.layout.PdfWord;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The abstract: what follows its heading in the same type, or, where no heading is printed, the text between the
 * authors and the first heading when it is set differently from the running text.
 *
 * @param taken the indexes of its paragraphs
 */
record PdfAbstract(List<Section> sections, List<Integer> taken) {
    private static final Pattern PART =
            Pattern.compile("^([\\p{Lu}][\\p{L}/,&()’' -]{2,70}?)\\s?(?:[:.|]|\\s[–—-])\\s*+(.*)$", Pattern.DOTALL);
    private static final Pattern CONTINUED = Pattern.compile("(?i)^\\(?continued\\b.{0,40}");
    private static final Pattern CLOSED = Pattern.compile("(?s).*[.?!:)\\]”\"][\\d⁰¹²³⁴-⁹]{0,4}\\s*$");
    private static final int LONGEST = 5_000;
    private static final int SHORTEST_UNNAMED = 200;
    private static final int SHORTEST_PART = 40;
    private static final int MOST_WORDS_OF_PART = 8;
    private static final int SHORTEST_BESIDE = 100;
    /** In times of the type size. */
    private static final float FURTHEST_BELOW = 3;
    /** In points. */
    private static final float NEAR_ABSTRACT = 400;

    private static final int FURTHEST_COLUMN = 6;

    /** The abstract at {@code start}, whose paragraph {@link PdfAbstractHeading begins} with its heading, in English or another language. */
    static PdfAbstract at(List<PdfParagraph> paragraphs, int start, PdfTypography typography, PdfProse prose) {
        Matcher heading = PdfAbstractHeading.in(paragraphs.get(start).rough());
        boolean alone = heading.matches() && heading.group(1).isEmpty();
        List<Integer> taken = gather(paragraphs, start, alone ? text(paragraphs, start) : start, typography);
        return new PdfAbstract(sections(paragraphs, taken, alone, prose), taken);
    }

    /** Where the text below the heading begins, or, where other things stand below it, the text beside it. */
    private static int text(List<PdfParagraph> paragraphs, int heading) {
        PdfParagraph head = paragraphs.get(heading);
        int next = heading + 1;
        boolean beside = next < paragraphs.size() && isOnLineOf(paragraphs.get(next), head);
        boolean other = next < paragraphs.size()
                && (PdfAbstractHeading.isKeywords(paragraphs.get(next).rough())
                        || paragraphs.get(next).first().y() < head.first().y());
        for (int i = next;
                (other || beside) && i < paragraphs.size() && paragraphs.get(i).page() == head.page();
                i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            float distance = paragraph.first().y() - head.first().y();
            boolean near = Math.abs(distance) < 3 * head.size();
            if (other && near && paragraph.x0() > head.x0() + head.size() && paragraph.length() > SHORTEST_BESIDE) {
                return i;
            }
            if (beside && near && Math.abs(paragraph.x0() - head.x0()) < 3 && distance > 0) {
                // A box begins on the heading's line; the abstract stands under the heading.
                return i;
            }
        }
        return next;
    }

    /** Whether a paragraph begins to the right of another one's last line, on the same line. */
    private static boolean isOnLineOf(PdfParagraph paragraph, PdfParagraph before) {
        return paragraph.page() == before.page()
                && Math.abs(paragraph.first().y() - before.last().y()) < 0.4f * before.size()
                && paragraph.x0() > before.last().x1();
    }

    /** The unnamed abstract that begins at or after {@code start}, or null. */
    static @Nullable PdfAbstract unnamed(
            List<PdfParagraph> paragraphs, int start, PdfTypography typography, PdfProse prose) {
        int parts = inParts(paragraphs, start);
        if (parts >= 0) {
            // Its parts begin within their lines: a heading on a line of its own is the text's.
            List<Integer> taken = gather(paragraphs, parts, parts, typography).stream()
                    .takeWhile(i -> i == parts || !isLineOfItsOwn(paragraphs.get(i)))
                    .toList();
            return new PdfAbstract(sections(paragraphs, taken, false, prose), taken);
        }
        for (int i = start;
                i < paragraphs.size()
                        && paragraphs.get(i).page() == paragraphs.get(start).page();
                i++) {
            PdfParagraph first = paragraphs.get(i);
            String text = first.rough();
            if (Headings.isKnown(text) && first.length() < 60 && !PdfImprint.isNotice(text)) {
                return null;
            }
            boolean tiny = first.size() < typography.size() - 2.2f;
            if (first.length() < SHORTEST_UNNAMED || PdfImprint.isNotice(text) || tiny || isAddress(text)) {
                continue;
            }
            boolean other = !typography.isBodySize(first.size()) || !typography.isBody(first.first());
            List<Integer> taken = gather(paragraphs, i, i, typography);
            int to = taken.getLast() + 1;
            boolean keywords = to < paragraphs.size()
                    && PdfAbstractHeading.isKeywords(paragraphs.get(to).rough());
            boolean introduction = to < paragraphs.size()
                    && paragraphs.get(to).length() < 60
                    && Headings.meaningOf(paragraphs.get(to).rough()) instanceof Headings.Meaning meaning
                    && meaning.role() == Headings.Role.INTRO;
            if (other || keywords || introduction) {
                return new PdfAbstract(sections(paragraphs, taken, false, prose), taken);
            }
            return null;
        }
        return null;
    }

    private static boolean isLineOfItsOwn(PdfParagraph paragraph) {
        return paragraph.lines().size() == 1
                && paragraph.length() < 70
                && (paragraph.boldShare() > 0.9f || Headings.isKnown(paragraph.rough()));
    }

    /** Where paragraphs set alike follow each other that begin with "Background:", "Methods:" and the like, or -1. */
    private static int inParts(List<PdfParagraph> paragraphs, int start) {
        int first = -1;
        for (int i = start;
                i < paragraphs.size()
                        && paragraphs.get(i).page() == paragraphs.get(start).page();
                i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            Matcher part = PART.matcher(paragraph.rough());
            boolean named = part.matches()
                    && Headings.meaningOf(part.group(1)) instanceof Headings.Meaning meaning
                    && meaning.whole()
                    && PdfHeadings.isTop(meaning.role())
                    && part.group(2).length() > SHORTEST_PART;
            if (!named) {
                first = -1;
            } else if (first >= 0 && isLike(paragraph, paragraphs.get(first))) {
                return first;
            } else {
                first = i;
            }
        }
        return -1;
    }

    /** One past the last paragraph on the page that belongs to it. */
    int end(List<PdfParagraph> paragraphs, int page) {
        return taken.stream()
                        .filter(i -> paragraphs.get(i).page() <= page)
                        .max(Integer::compare)
                        .orElse(-1)
                + 1;
    }

    private static boolean isAddress(String text) {
        long commas = text.chars().filter(c -> c == ',').count();
        boolean places = text.matches("(?s).*\\b(?:University|Hospital|Department|Institute|Faculty|School of)\\b.*");
        // Mail addresses make an address long and its commas few.
        return places && (commas * 40 > text.length() || text.indexOf('@') > 0 && !PdfImprint.isRunningText(text));
    }

    private static List<Integer> gather(List<PdfParagraph> paragraphs, int start, int text, PdfTypography typography) {
        List<Integer> taken = new ArrayList<>();
        taken.add(start);
        if (text > start && text < paragraphs.size()) {
            taken.add(text);
        }
        if (text >= paragraphs.size()) {
            return taken;
        }
        PdfParagraph model = paragraphs.get(text);
        boolean parts = split(model, model.rough().replaceFirst("(?i)^abstract\\W{0,4}", "")) != null;
        int length = model.length();
        int at = text + 1;
        while (at < paragraphs.size() && length < LONGEST) {
            PdfParagraph last = paragraphs.get(taken.getLast());
            PdfParagraph next = paragraphs.get(at);
            if (PdfAbstractHeading.isTranslated(next)
                    || PdfAbstractHeading.isTranslated(paragraphs.get(start)) && PdfAbstractHeading.isEnglish(next)) {
                return taken;
            }
            boolean heading = next.length() < 70 && next.lines().size() == 1 && Headings.isKnown(next.rough());
            boolean ended = !parts && length > 150;
            boolean other = next.length() < 70 && next.lines().size() == 1 && next.boldShare() > 0.9f && !isBold(model);
            if (ended && (heading || other)) {
                return taken;
            }
            boolean rest = isRest(last, next) || isHeadingAlone(last) && isOnLineOf(next, last);
            if (rest || continues(paragraphs, at, model, typography, parts)) {
                length += next.length();
                parts |= split(next, next.rough()) != null;
                model = rest || model.length() < 60 ? next : model;
                taken.add(at);
            } else if (further(paragraphs, taken, at, model, typography, parts) > at) {
                at = further(paragraphs, taken, at, model, typography, parts);
                length += paragraphs.get(at).length();
                parts |= split(paragraphs.get(at), paragraphs.get(at).rough()) != null;
                taken.add(at);
            } else if (CONTINUED.matcher(next.rough()).matches() || isOpen(last) && next.page() == last.page()) {
                int further = onNextPage(
                        paragraphs, last, model, CONTINUED.matcher(next.rough()).matches());
                if (further < 0) {
                    return taken;
                }
                taken.add(further);
                at = further;
            } else {
                return taken;
            }
            at++;
        }
        return taken;
    }

    private static boolean isBold(PdfParagraph paragraph) {
        return paragraph.boldShare() > 0.9f;
    }

    private static boolean isOpen(PdfParagraph paragraph) {
        return paragraph.length() > 150
                && !CLOSED.matcher(paragraph.last().text()).matches();
    }

    /** Whether a sentence, or the next part of the abstract, goes on right below, in longer lines, where what stood beside it has ended. */
    private static boolean isRest(PdfParagraph before, PdfParagraph next) {
        float pitch = next.first().y() - before.last().y();
        return next.page() == before.last().page()
                && before.lines().size() > 1
                && pitch > 0
                && pitch < 1.75f * next.size()
                && Math.abs(next.size() - before.size()) < 0.4f
                && next.first().face().equals(before.last().face())
                && next.x0() < before.x0() - 2 * next.size()
                && (!CLOSED.matcher(before.last().text()).matches() || split(next, next.rough()) != null);
    }

    private static boolean isHeadingAlone(PdfParagraph paragraph) {
        return isLineOfItsOwn(paragraph) && Headings.isKnown(paragraph.rough());
    }

    /** Where the abstract goes on behind what stands beside it, or in a second column of its own; or -1. */
    private static int further(
            List<PdfParagraph> paragraphs,
            List<Integer> taken,
            int from,
            PdfParagraph model,
            PdfTypography typography,
            boolean parts) {
        int below = below(paragraphs, from, model, typography, parts);
        return below > from ? below : secondColumn(paragraphs, taken, from, model, typography);
    }

    /** Where the second column of an abstract begins that is set in two under its heading; or -1. */
    private static int secondColumn(
            List<PdfParagraph> paragraphs,
            List<Integer> taken,
            int from,
            PdfParagraph model,
            PdfTypography typography) {
        float top = taken.stream()
                .map(paragraphs::get)
                .filter(paragraph -> paragraph.page() == model.page() && paragraph.length() > SHORTEST_BESIDE)
                .map(paragraph -> paragraph.first().y())
                .min(Float::compare)
                .orElse(Float.MAX_VALUE);
        for (int i = from; i < Math.min(paragraphs.size(), from + FURTHEST_COLUMN); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            boolean beside = paragraph.page() == model.page()
                    && paragraph.x0() > model.right()
                    && Math.abs(paragraph.first().y() - top) < 0.5f * model.size();
            if (beside) {
                boolean alike = isLike(paragraph, model)
                        && paragraph
                                .first()
                                .face()
                                .family()
                                .equals(model.last().face().family());
                boolean own = !typography.isBodySize(model.size()) || split(paragraph, paragraph.rough()) != null;
                return alike && own ? i : -1;
            }
        }
        return -1;
    }

    /** Where the abstract goes on right below its last paragraph, behind what stands in a column beside it; or -1. */
    private static int below(
            List<PdfParagraph> paragraphs, int from, PdfParagraph model, PdfTypography typography, boolean parts) {
        PdfParagraph last = paragraphs.get(from - 1);
        int at = from;
        while (at < paragraphs.size() && isBeside(paragraphs.get(at), last)) {
            at++;
        }
        if (at == from || at == paragraphs.size()) {
            return -1;
        }
        PdfParagraph next = paragraphs.get(at);
        float pitch = next.first().y() - last.last().y();
        boolean same = next.page() == last.page()
                && Math.abs(next.x0() - last.x0()) < 3
                && next.first().face().family().equals(last.first().face().family());
        return same
                        && pitch > 0
                        && pitch < FURTHEST_BELOW * last.size()
                        && continues(paragraphs, at, model, typography, parts)
                ? at
                : -1;
    }

    /** Whether a paragraph stands in another column of the same part of the page. */
    private static boolean isBeside(PdfParagraph paragraph, PdfParagraph last) {
        return paragraph.page() == last.page()
                && (end(paragraph) < last.x0() || paragraph.x0() > end(last))
                && paragraph.first().y() > last.first().y() - NEAR_ABSTRACT;
    }

    private static float end(PdfParagraph paragraph) {
        return paragraph.lines().stream().map(PdfLine::x1).max(Float::compare).orElse(paragraph.right());
    }

    /** Where an abstract that a page break cut goes on, or -1. */
    private static int onNextPage(List<PdfParagraph> paragraphs, PdfParagraph last, PdfParagraph model, boolean sure) {
        for (int i = 0; i < paragraphs.size(); i++) {
            PdfParagraph next = paragraphs.get(i);
            if (next.page() == last.page() + 1
                    && !CONTINUED.matcher(next.rough()).matches()) {
                boolean like = Math.abs(next.size() - model.size()) < 0.4f
                        && (sure || Character.isLowerCase(next.rough().codePointAt(0)));
                if (like || next.length() > 150) {
                    return like ? i : -1;
                }
            }
        }
        return -1;
    }

    private static boolean continues(
            List<PdfParagraph> paragraphs, int at, PdfParagraph model, PdfTypography typography, boolean parts) {
        PdfParagraph next = paragraphs.get(at);
        String text = next.rough();
        if (PdfAbstractHeading.isKeywords(text)
                || PdfAbstractHeading.isTranslatedKeywords(text)
                || PdfImprint.isNotice(text)
                || next.page() > model.page() + 1
                || Headings.isReferenceList(text)
                || PdfCaption.of(next.first(), typography) != null) {
            return false;
        }
        boolean shortLine = next.length() < 70 && next.lines().size() == 1;
        if (shortLine && PdfHeadings.depth(text) > 0 && Headings.isKnown(text)) {
            return false;
        }
        Headings.Meaning meaning = shortLine ? Headings.meaningOf(text) : null;
        if (meaning != null
                && meaning.role() == Headings.Role.INTRO
                && (parts || paragraphs.get(at - 1).length() > 40 || model.length() > 300)) {
            return false;
        }
        boolean heading =
                shortLine && (meaning != null || next.boldShare() > 0.9f) && next.size() < model.size() + 2.1f;
        if (heading && meaning == null) {
            heading = at + 1 < paragraphs.size() && isLike(paragraphs.get(at + 1), model);
        }
        boolean bodyAgain = !typography.isBodySize(model.size()) && typography.isBody(next.first());
        return (heading || isLike(next, model)) && !bodyAgain;
    }

    /** Whether a paragraph is set in the same type and to the same width. */
    private static boolean isLike(PdfParagraph next, PdfParagraph model) {
        boolean sameBox = Math.abs(next.x0() - model.x0()) < 16
                || Math.abs((next.right() - next.left()) - (model.right() - model.left())) < 24;
        return Math.abs(next.size() - model.size()) < 0.4f && sameBox;
    }

    private static List<Section> sections(
            List<PdfParagraph> paragraphs, List<Integer> taken, boolean alone, PdfProse prose) {
        List<Section> sections = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        String heading = null;
        for (int i = alone ? 1 : 0; i < taken.size(); i++) {
            PdfParagraph paragraph = paragraphs.get(taken.get(i));
            String text = prose.of(paragraph.lines());
            if (i == 0) {
                Matcher named = PdfAbstractHeading.in(text);
                text = named.matches()
                                && (PdfAbstractHeading.isEnglish(paragraph)
                                        || PdfAbstractHeading.isTranslated(paragraph))
                        ? named.group(1)
                        : text;
            }
            String[] part = split(paragraph, text);
            if (part != null) {
                add(sections, heading, plain);
                heading = part[0];
                plain = new ArrayList<>();
                text = part[1];
            }
            if (!text.isBlank()) {
                if (!plain.isEmpty() && !CLOSED.matcher(plain.getLast()).matches()) {
                    StringBuilder joined = new StringBuilder(plain.removeLast());
                    prose.append(joined, text);
                    text = joined.toString();
                }
                plain.add(text);
            }
        }
        add(sections, heading, plain);
        return sections;
    }

    private static void add(List<Section> sections, @Nullable String heading, List<String> paragraphs) {
        if (heading == null && !paragraphs.isEmpty()) {
            sections.add(new Section(SectionKind.ABSTRACT, "Abstract", 1, paragraphs));
        } else if (heading != null) {
            if (sections.isEmpty()) {
                sections.add(new Section(SectionKind.ABSTRACT, "Abstract", 1, List.of()));
            }
            sections.add(new Section(SectionKind.ABSTRACT, heading, 2, paragraphs));
        }
    }

    /** The heading of a structured abstract's part and its text, or null. */
    private static String @Nullable [] split(PdfParagraph paragraph, String text) {
        if (text.length() < 70 && Headings.isKnown(text) && paragraph.lines().size() == 1) {
            return new String[] {text.replaceAll("\\s*[.:]$", ""), ""};
        }
        Matcher part = PART.matcher(text);
        if (part.matches() && (Headings.isKnown(part.group(1)) || isSetApart(paragraph, part.group(1)))) {
            return new String[] {part.group(1).strip(), part.group(2)};
        }
        String bold = boldStart(paragraph);
        if (!bold.isEmpty() && text.startsWith(bold + " ") && Headings.isKnown(bold)) {
            return new String[] {bold, text.substring(bold.length() + 1)};
        }
        return null;
    }

    /** The few bold words that a paragraph begins with that is not bold. */
    private static String boldStart(PdfParagraph paragraph) {
        List<PdfWord> words = paragraph.first().words();
        int count = 0;
        while (count < words.size() && words.get(count).face().bold()) {
            count++;
        }
        return count == 0 || count == words.size() || count > MOST_WORDS_OF_PART
                ? ""
                : PdfText.of(words.subList(0, count)).strip();
    }

    private static boolean isSetApart(PdfParagraph paragraph, String heading) {
        List<PdfWord> words = paragraph.first().words();
        int count = heading.split("\\s+", -1).length;
        return words.size() > count
                && count <= MOST_WORDS_OF_PART
                && words.getFirst().face().bold()
                && !words.get(count).face().bold();
    }
}

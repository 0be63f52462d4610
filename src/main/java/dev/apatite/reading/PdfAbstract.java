package dev.apatite.reading;

import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The abstract: what follows its heading in the same type, or, where no heading is printed, the text between the
 * authors and the first heading when it is set differently from the running text.
 *
 * @param from the first paragraph that belongs to it
 * @param to one past the last
 */
record PdfAbstract(List<Section> sections, int from, int to) {
    private static final Pattern HEADING = Pattern.compile(
            "(?is)^(?:structured |main )?(?:abstract|summary|synopsis|a\\s?b\\s?s\\s?t\\s?r\\s?a\\s?c\\s?t)(?!\\p{L})(?: and key ?words)?[\\s:.—–|-]*+(.*)$");
    private static final Pattern PART =
            Pattern.compile("^([\\p{Lu}][\\p{L}/,&()’' -]{2,70}?)\\s?(?:[:.|]|\\s[–—-])\\s*+(.*)$", Pattern.DOTALL);
    private static final int SHORTEST_UNNAMED = 200;

    /** Whether the text is the heading of an abstract, or begins with it. */
    static boolean begins(PdfParagraph paragraph) {
        Matcher heading = HEADING.matcher(paragraph.rough());
        if (!heading.matches()) {
            return false;
        }
        String printed = paragraph.rough().substring(0, heading.start(1));
        boolean alone = heading.group(1).isEmpty();
        boolean marked = printed.matches("(?s).*[:.—–|-]\\s*$") || printed.matches("\\P{Ll}+");
        boolean bold = paragraph.first().words().getFirst().face().bold() && paragraph.boldShare() < 0.9f;
        return alone || marked || bold;
    }

    /** The abstract at {@code start}, whose paragraph {@link #begins} with its heading. */
    static PdfAbstract at(List<PdfParagraph> paragraphs, int start, PdfTypography typography, PdfProse prose) {
        Matcher heading = HEADING.matcher(paragraphs.get(start).rough());
        boolean alone = heading.matches() && heading.group(1).isEmpty();
        int to = start + 1;
        if (alone && to >= paragraphs.size()) {
            return new PdfAbstract(List.of(), start, to);
        }
        PdfParagraph model = paragraphs.get(alone ? start + 1 : start);
        boolean seenParts = false;
        while (to < paragraphs.size() && continues(paragraphs, to, model, typography, seenParts)) {
            seenParts |= part(paragraphs.get(to), prose) != null;
            if (alone && to == start + 2 && model.length() < 40) {
                model = paragraphs.get(to);
            }
            to++;
        }
        return new PdfAbstract(sections(paragraphs.subList(start, to), alone, prose), start, to);
    }

    /** The unnamed abstract that begins at or after {@code start}, or null. */
    static @Nullable PdfAbstract unnamed(
            List<PdfParagraph> paragraphs, int start, PdfTypography typography, PdfProse prose) {
        for (int i = start;
                i < paragraphs.size()
                        && paragraphs.get(i).page() == paragraphs.get(start).page();
                i++) {
            PdfParagraph first = paragraphs.get(i);
            String text = first.rough();
            if (Headings.isKnown(text) && first.length() < 60) {
                return null;
            }
            boolean other = !typography.isBodySize(first.size()) || !typography.isBody(first.first());
            if (first.length() < SHORTEST_UNNAMED
                    || PdfImprint.isNotice(text)
                    || first.size() < typography.size() - 3) {
                continue;
            }
            int to = i + 1;
            while (to < paragraphs.size() && continues(paragraphs, to, first, typography, false)) {
                to++;
            }
            boolean keywords =
                    to < paragraphs.size() && isKeywords(paragraphs.get(to).rough());
            boolean introduction = to < paragraphs.size()
                    && paragraphs.get(to).length() < 60
                    && Headings.meaningOf(paragraphs.get(to).rough()) instanceof Headings.Meaning meaning
                    && meaning.role() == Headings.Role.INTRO;
            if (other || keywords || introduction) {
                return new PdfAbstract(sections(paragraphs.subList(i, to), false, prose), i, to);
            }
            return null;
        }
        return null;
    }

    static boolean isKeywords(String text) {
        return text.matches("(?is)^(?:key\\s?-?words?|index terms|k\\s?e\\s?y\\s?w\\s?o\\s?r\\s?d\\s?s)\\b.*");
    }

    private static boolean continues(
            List<PdfParagraph> paragraphs, int at, PdfParagraph model, PdfTypography typography, boolean seenParts) {
        PdfParagraph next = paragraphs.get(at);
        String text = next.rough();
        if (isKeywords(text)
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
                && (seenParts || at > 0 && isLongBefore(paragraphs, at, model))) {
            return false;
        }
        boolean sameType = Math.abs(next.size() - model.size()) < 0.4f
                || shortLine && meaning != null && next.size() < model.size() + 2.1f;
        boolean sameBox = Math.abs(next.left() - model.left()) < 16
                || Math.abs((next.right() - next.left()) - (model.right() - model.left())) < 24;
        boolean bodyAgain = !typography.isBodySize(model.size()) && typography.isBody(next.first());
        return sameType && sameBox && !bodyAgain;
    }

    private static boolean isLongBefore(List<PdfParagraph> paragraphs, int at, PdfParagraph model) {
        return paragraphs.get(at - 1).length() > 40 && paragraphs.get(at - 1) != model || model.length() > 300;
    }

    private static List<Section> sections(List<PdfParagraph> paragraphs, boolean alone, PdfProse prose) {
        List<Section> sections = new ArrayList<>();
        List<String> plain = new ArrayList<>();
        String heading = null;
        boolean parts = false;
        for (int i = alone ? 1 : 0; i < paragraphs.size(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            String text = prose.of(paragraph.lines());
            if (i == 0) {
                Matcher named = HEADING.matcher(text);
                text = named.matches() && begins(paragraph) ? named.group(1) : text;
            }
            String[] part = split(paragraph, text);
            if (part != null) {
                add(sections, heading, plain, parts);
                parts = true;
                heading = part[0];
                plain = new ArrayList<>();
                text = part[1];
            }
            if (!text.isBlank()) {
                boolean open = !plain.isEmpty() && !plain.getLast().matches("(?s).*[.?!:)]\\S{0,3}$");
                if (open) {
                    plain.add(plain.removeLast() + " " + text);
                } else {
                    plain.add(text);
                }
            }
        }
        add(sections, heading, plain, parts);
        return sections;
    }

    private static void add(List<Section> sections, @Nullable String heading, List<String> paragraphs, boolean parts) {
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
        return null;
    }

    private static boolean isSetApart(PdfParagraph paragraph, String heading) {
        List<PdfWord> words = paragraph.first().words();
        int count = heading.split("\\s+", -1).length;
        return words.size() > count
                && count <= 8
                && words.getFirst().face().bold()
                && !words.get(count).face().bold();
    }

    private static @Nullable String part(PdfParagraph paragraph, PdfProse prose) {
        String[] part = split(paragraph, prose.of(paragraph.lines()));
        return part == null ? null : part[0];
    }
}

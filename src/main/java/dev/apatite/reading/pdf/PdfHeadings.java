package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfParagraph;
import dev.apatite.reading.pdf.layout.PdfProse;
import dev.apatite.reading.pdf.layout.PdfTypography;
import dev.apatite.reading.shared.Headings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells headings from text: they are short, set differently, and stand before text. Which styles are headings shows in
 * the headings whose words everybody uses; numbers, and else the styles' order, give the levels.
 */
final class PdfHeadings {
    private static final int LONGEST = 200;
    private static final int MOST_LINES = 4;
    /** So many short lines set alike are a way to print headings. */
    private static final int HABIT = 4;

    private static final Pattern NUMBER = Pattern.compile(
            "^(?:(\\d{1,2}(?:\\.\\d{1,2}){0,4})[.:)]?\\s*[|]?\\s+|([IVX]{1,4}|[A-H])[.)]\\s+)(?=[\\p{L}“\"‘'(\\d])");
    private static final Pattern FIRST_ENTRY = Pattern.compile("[\\[(]?1[\\]).]{1,2}\\s");
    private static final Pattern ENDING = Pattern.compile(".*[,;=]$");
    private static final Pattern NO_HEADING = Pattern.compile(
            "(?i)^(?:©|copyright|doi\\b|https?:|www\\.|e-?mail|tel\\b|fax\\b|received|accepted|published|note[s:]|page \\d|p\\s?[<=]).*");

    private final PdfTypography typography;
    private final List<PdfParagraph> paragraphs;
    private final PdfProse prose;
    private final Set<PdfParagraph> aboveCaptions;
    private final Map<PdfStyle, Integer> counts = new HashMap<>();
    private final Set<PdfStyle> known = new HashSet<>();
    private final Set<PdfStyle> topLevel = new HashSet<>();

    /**
     * Looks at all that is no caption.
     *
     * @param aboveCaptions paragraphs that a figure's caption follows
     */
    PdfHeadings(
            List<PdfParagraph> paragraphs, Set<PdfParagraph> aboveCaptions, PdfTypography typography, PdfProse prose) {
        this.paragraphs = paragraphs;
        this.aboveCaptions = aboveCaptions;
        this.typography = typography;
        this.prose = prose;
        for (int i = 0; i < paragraphs.size(); i++) {
            PdfParagraph paragraph = paragraphs.get(i);
            if (isCandidate(i)) {
                PdfStyle style = PdfStyle.of(paragraph);
                counts.merge(style, 1, Integer::sum);
                Headings.Meaning meaning = Headings.meaningOf(paragraph.rough());
                if (meaning != null && meaning.whole() && isDistinct(paragraph)) {
                    known.add(style);
                    if (depth(paragraph.rough()) <= 1 && isTop(meaning.role())) {
                        topLevel.add(style);
                    }
                }
            }
        }
    }

    /** Whether sections of the role are the paper's main parts. */
    static boolean isTop(Headings.Role role) {
        return switch (role) {
            case INTRO, METHODS, RESULTS, DISCUSS, CONCL, CASE, REFERENCES -> true;
            default -> false;
        };
    }

    /** The headings by the paragraph that holds them. */
    Map<PdfParagraph, PdfBlock.Heading> find() {
        List<PdfStyle> order = new ArrayList<>();
        Map<PdfParagraph, PdfBlock.Heading> found = new java.util.IdentityHashMap<>();
        List<PdfParagraph> accepted = new ArrayList<>();
        for (int i = 0; i < paragraphs.size(); i++) {
            if (isCandidate(i) && isHeading(i)) {
                accepted.add(paragraphs.get(i));
                PdfStyle style = PdfStyle.of(paragraphs.get(i));
                if (!order.contains(style) && !topLevel.contains(style)) {
                    order.add(style);
                }
            }
        }
        order.sort(Comparator.comparing(PdfStyle::weight).reversed());
        for (PdfParagraph paragraph : accepted) {
            found.put(paragraph, heading(paragraph, order));
        }
        return found;
    }

    private PdfBlock.Heading heading(PdfParagraph paragraph, List<PdfStyle> order) {
        String text = prose.of(paragraph.lines());
        int depth = depth(text);
        PdfStyle style = PdfStyle.of(paragraph);
        int level = depth > 0 ? depth : topLevel.contains(style) ? 1 : 0;
        if (level == 0) {
            float top =
                    topLevel.stream().map(PdfStyle::weight).max(Float::compare).orElse(0f);
            long above = order.stream()
                    .filter(other -> other.weight() > style.weight() && other.weight() < top)
                    .count();
            level = style.weight() >= top ? 1 : (int) Math.min(5, 2 + above);
        }
        return new PdfBlock.Heading(paragraph, text.replaceAll("\\s*[.:]$", "").replaceAll("\\s+\\|\\s+", " "), level);
    }

    /** How deep a heading's number says that it is; 0 where it has none. */
    static int depth(String text) {
        Matcher matcher = NUMBER.matcher(text);
        if (!matcher.find()) {
            return 0;
        }
        String number = matcher.group(1);
        return number == null ? 1 : (int) number.chars().filter(c -> c == '.').count() + 1;
    }

    private boolean isCandidate(int i) {
        PdfParagraph paragraph = paragraphs.get(i);
        if (paragraph.lines().size() > MOST_LINES || paragraph.length() > LONGEST) {
            return false;
        }
        String text = paragraph.rough().strip();
        String words = NUMBER.matcher(text).replaceFirst("");
        long letters = words.chars().filter(Character::isLetter).count();
        int first = text.isEmpty() ? ' ' : text.codePointAt(0);
        boolean starts = Character.isUpperCase(first) || Character.isDigit(first) || "“\"‘(".indexOf(first) >= 0;
        return starts
                && letters >= 3
                && letters >= 0.55 * words.length()
                && !ENDING.matcher(text).matches()
                && !NO_HEADING.matcher(text).matches()
                && PdfCaption.of(text) == null
                && PdfRunIn.of(paragraph, typography, prose) == null;
    }

    private boolean isDistinct(PdfParagraph paragraph) {
        PdfStyle style = PdfStyle.of(paragraph);
        return style.bold() && paragraph.boldShare() > 0.85f && !typography.bold()
                || style.size() > typography.size() + 0.6f
                || style.capitals()
                || style.italic()
                        && paragraph.lines().stream()
                                .allMatch(line -> line.face().italic())
                || !style.family().equals(typography.family()) && style.size() > typography.size() - 0.9f;
    }

    private boolean isHeading(int i) {
        PdfParagraph paragraph = paragraphs.get(i);
        PdfStyle style = PdfStyle.of(paragraph);
        String text = paragraph.rough().strip();
        boolean isKnown = Headings.isKnown(text);
        boolean numbered = depth(text) > 0;
        if (!isDistinct(paragraph) && depth(text) >= 2 && paragraph.lines().size() == 1 && !text.endsWith(".")) {
            return isBeforeText(i);
        }
        if (!isDistinct(paragraph)) {
            if (Headings.isReferenceList(text) && paragraph.lines().size() == 1 && isBeforeFirstEntry(i)) {
                return true;
            }
            return (isKnown || numbered && Headings.meaningOf(text) != null)
                    && paragraph.lines().size() == 1
                    && isBeforeText(i);
        }
        boolean small = style.size() < typography.size() - 0.9f;
        if (isKnown) {
            return !small || known.contains(style) && counts.getOrDefault(style, 0) > 1 || style.bold();
        }
        if (small && !known.contains(style) || !isBeforeText(i) || !numbered && isAboveFigure(i)) {
            return false;
        }
        boolean habit = known.contains(style) && counts.getOrDefault(style, 0) >= HABIT;
        boolean spoken = "“\"‘(".indexOf(text.charAt(0)) >= 0 || !habit && text.matches(".*[^:]: .*");
        if (spoken && !numbered && !(style.size() > typography.size() + 0.6f)) {
            return false;
        }
        boolean sentence = text.endsWith(".") && !numbered && text.split(" ", -1).length > 8;
        if (sentence || text.endsWith(".") && !style.bold() && !numbered) {
            return false;
        }
        boolean strong = style.bold() && !typography.bold() || style.size() > typography.size() + 0.6f;
        return strong || numbered || known.contains(style) || counts.getOrDefault(style, 0) >= 2;
    }

    /** Whether a figure's caption follows at once: words in the figure look like a heading. */
    private boolean isAboveFigure(int i) {
        return aboveCaptions.contains(paragraphs.get(i));
    }

    /** Whether the entry labelled 1 follows at once, however short it is. */
    private boolean isBeforeFirstEntry(int i) {
        return i + 1 < paragraphs.size()
                && FIRST_ENTRY.matcher(paragraphs.get(i + 1).rough()).lookingAt();
    }

    /** Whether text, or a further heading, follows. */
    private boolean isBeforeText(int i) {
        for (int j = i + 1; j < Math.min(paragraphs.size(), i + 5); j++) {
            PdfParagraph next = paragraphs.get(j);
            if (PdfCaption.of(next.first(), typography) != null) {
                continue;
            }
            if (next.length() >= 40 && next.size() > typography.size() - 2.6f) {
                return true;
            }
            if (!isCandidate(j)) {
                return false;
            }
        }
        return false;
    }
}

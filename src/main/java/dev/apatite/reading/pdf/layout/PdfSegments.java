package dev.apatite.reading.pdf.layout;

import dev.apatite.reading.draft.Furniture;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Glyphs become segments: stretches of one line without a wide gap. A printed line of one column is one segment or a
 * few; two columns are never in one.
 */
public final class PdfSegments {
    /** Beyond so many pieces a page is a drawing, and comparing each with each costs too much. */
    private static final int MAX_MERGED = 4_000;

    private static final float GAP = 0.9f;
    private static final float GAP_WITH_SPACE = 1.25f;
    private static final float LABEL_GAP = 2.5f;
    private static final Pattern LABEL =
            Pattern.compile("[\\[(]?(?:\\d{1,3}|[IVXL]{1,5}|[a-h])[.)\\]]|\\d{1,3}|[•▪■●◦▸►○–✓]");
    private static final float OVERLAP = 0.6f;
    private static final int FEWEST_OVERLAPS = 12;
    /** The size of a raised mark, as a share of its line's. */
    private static final float MARK = 0.75f;

    private PdfSegments() {}

    /**
     * The segments of a page, from top to bottom.
     *
     * @param furniture counts line numbers and what is printed twice at one place
     */
    public static List<PdfLine> of(PdfPage page, Furniture furniture) {
        List<Run> runs = runs(page.glyphs(), furniture);
        if (runs.size() <= MAX_MERGED) {
            runs = merged(runs);
        }
        List<PdfLine> lines = new ArrayList<>();
        for (Run run : runs) {
            List<PdfWord> words = PdfWords.of(run.glyphs, run.spaces);
            if (!words.isEmpty()) {
                lines.add(PdfLine.of(page.number(), words, run.y));
            }
        }
        lines.sort(Comparator.comparing(PdfLine::y).thenComparing(PdfLine::x0));
        if (lines.size() > MAX_MERGED) {
            return lines;
        }
        List<PdfLine> text = PdfLineNumbers.without(lines, page.width());
        if (text.size() < lines.size()) {
            lines.removeAll(Set.copyOf(text));
            lines.forEach(number -> furniture.add(Furniture.Kind.LINE_NUMBER, number.text()));
        }
        return labelled(text);
    }

    /** Joins the label of a list's entry, or a bullet, to the text behind it, before both can be taken for columns. */
    private static List<PdfLine> labelled(List<PdfLine> lines) {
        List<PdfLine> joined = new ArrayList<>(lines);
        for (PdfLine label : lines) {
            if (label.length() > 5 || !LABEL.matcher(label.text()).matches()) {
                continue;
            }
            PdfLine right = null;
            float free = Float.MAX_VALUE;
            for (PdfLine other : joined) {
                if (other != label && Math.abs(other.y() - label.y()) < 2) {
                    boolean behind = other.x0() >= label.x1();
                    right = behind && (right == null || other.x0() < right.x0()) ? other : right;
                    free = behind ? free : Math.min(free, label.x0() - other.x1());
                }
            }
            float gap = right == null ? Float.MAX_VALUE : right.x0() - label.x1();
            if (right != null && gap < LABEL_GAP * label.size() && gap < free && right.length() > 8) {
                joined.set(joined.indexOf(right), label.joined(right));
                joined.remove(label);
            }
        }
        return joined;
    }

    private static List<Run> runs(List<PdfGlyph> glyphs, Furniture furniture) {
        List<Run> runs = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        boolean wide = declaresTooWide(glyphs);
        Run run = new Run();
        boolean space = false;
        for (PdfGlyph glyph : glyphs) {
            if (glyph.isSpace()) {
                space = true;
                continue;
            }
            if (!run.glyphs.isEmpty() && run.overprints(glyph)) {
                continue;
            }
            if (!run.glyphs.isEmpty() && !run.continues(glyph, space) && !(wide && run.overlaps(glyph))) {
                keep(run, runs, seen, furniture);
                run = new Run();
                space = false;
            }
            run.add(glyph, space);
            space = false;
        }
        keep(run, runs, seen, furniture);
        return runs;
    }

    /**
     * Whether the file says that its glyphs are wider than they are drawn: then pieces of one line begin, again and again,
     * well before the piece drawn before them ends.
     */
    private static boolean declaresTooWide(List<PdfGlyph> glyphs) {
        int ahead = 0;
        int back = 0;
        float start = 0;
        for (int i = 1; i < glyphs.size(); i++) {
            PdfGlyph before = glyphs.get(i - 1);
            PdfGlyph glyph = glyphs.get(i);
            float gap = glyph.x() - before.end();
            if (Math.abs(glyph.y() - before.y()) > 0.7f * before.size() || glyph.x() <= start) {
                start = glyph.x();
            } else if (gap < -OVERLAP * before.size() && glyph.x() > start + before.size()) {
                back++;
            } else if (gap > 0.05f * before.size()) {
                ahead++;
            }
        }
        return back >= FEWEST_OVERLAPS && back > ahead;
    }

    /** Keeps a run unless the very same was printed at the same place before (shadows, bold by printing twice). */
    private static void keep(Run run, List<Run> runs, Set<String> seen, Furniture furniture) {
        if (run.glyphs.isEmpty()) {
            return;
        }
        if (seen.add(run.key())) {
            runs.add(run);
        } else {
            furniture.add(Furniture.Kind.REPEATED, run.text());
        }
    }

    private static List<Run> merged(List<Run> runs) {
        List<Run> sorted = new ArrayList<>(runs);
        sorted.sort(Comparator.comparing(Run::start));
        List<Run> kept = new ArrayList<>();
        for (Run run : sorted) {
            Run best = null;
            for (Run candidate : kept) {
                if (candidate.meets(run) && (best == null || candidate.end() > best.end())) {
                    best = candidate;
                }
            }
            if (best == null) {
                kept.add(run);
            } else {
                best.append(run);
            }
        }
        return kept;
    }

    /** Glyphs that follow each other on one line; {@code y} is the baseline of its largest. */
    private static final class Run {
        private final List<PdfGlyph> glyphs = new ArrayList<>();
        private final Set<Integer> spaces = new HashSet<>();
        private float y;
        private float size;

        void add(PdfGlyph glyph, boolean spaced) {
            if (glyph.size() > size * 1.05f) {
                size = glyph.size();
                y = glyph.y();
            }
            if (spaced) {
                spaces.add(glyphs.size());
            }
            glyphs.add(glyph);
        }

        boolean overprints(PdfGlyph glyph) {
            PdfGlyph last = glyphs.getLast();
            return last.text().equals(glyph.text())
                    && Math.abs(last.x() - glyph.x()) < 0.2f * last.width()
                    && Math.abs(last.y() - glyph.y()) < 0.1f * last.size();
        }

        boolean continues(PdfGlyph glyph, boolean space) {
            float em = em(size, glyph.size());
            float gap = glyph.x() - end();
            return Math.abs(glyph.y() - y) <= rise(size, glyph.size())
                    && gap <= (space ? GAP_WITH_SPACE : GAP) * em
                    && gap >= -OVERLAP * em;
        }

        /** Whether the glyph was drawn behind this run's beginning, on its line, before it ends. */
        boolean overlaps(PdfGlyph glyph) {
            float em = em(size, glyph.size());
            return Math.abs(glyph.y() - y) <= rise(size, glyph.size()) && glyph.x() > start() + em && glyph.x() < end();
        }

        boolean meets(Run right) {
            float em = em(size, right.size);
            float gap = right.start() - end();
            boolean punctuation = ",;.)".contains(right.glyphs.getFirst().text());
            float most = (punctuation ? 2 * GAP : GAP) * em;
            return Math.abs(right.y - y) <= rise(size, right.size) && gap <= most && gap >= -OVERLAP * em;
        }

        /** How far apart two baselines of one line may be: a little, or a superscript's rise. */
        private static float rise(float one, float other) {
            float large = Math.max(one, other);
            return Math.min(one, other) < 0.85f * large ? 0.7f * large : 0.3f * large;
        }

        /** What a gap is measured by: small print beside a large title is no mark on it. */
        private static float em(float one, float other) {
            float large = Math.max(one, other);
            float small = Math.min(one, other);
            return small < MARK * large ? small / MARK : large;
        }

        void append(Run right) {
            if (right.size > size * 1.05f) {
                size = right.size;
                y = right.y;
            }
            for (int space : right.spaces) {
                spaces.add(space + glyphs.size());
            }
            glyphs.addAll(right.glyphs);
        }

        float start() {
            return glyphs.getFirst().x();
        }

        float end() {
            return glyphs.getLast().end();
        }

        String text() {
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < glyphs.size(); i++) {
                text.append(spaces.contains(i) ? " " : "").append(glyphs.get(i).text());
            }
            return text.toString();
        }

        String key() {
            StringBuilder key = new StringBuilder();
            glyphs.forEach(glyph -> key.append(glyph.text()));
            return key.append(Math.round(start()))
                    .append('/')
                    .append(Math.round(y))
                    .toString();
        }
    }
}

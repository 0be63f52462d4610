package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits the glyphs of a line at its spaces, printed or only left free, and where text is raised or lowered. */
public final class PdfWords {
    private static final float FREE_SPACE = 0.11f;
    private static final float FREE_SPACE_BESIDE_PRINTED = 0.17f;
    private static final float SMALL = 0.88f;
    /** The size of an icon, as a share of its line's. */
    public static final float TINY = 0.6f;

    private static final float LARGEST_OF_MARKS = 2f;
    private static final int LETTERS_OF_WORD = 3;
    private static final int LETTERS_TO_JUDGE_SPACING = 8;

    private final List<PdfGlyph> glyphs;
    private final Set<Integer> spaces;
    private final float size;
    private final float baseline;
    private final float spaceWidth;

    private PdfWords(List<PdfGlyph> glyphs, Set<Integer> spaces) {
        this.glyphs = glyphs;
        this.spaces = spaces;
        this.size = mainSize(glyphs);
        this.baseline = mainBaseline();
        this.spaceWidth = (spaces.isEmpty() ? FREE_SPACE : FREE_SPACE_BESIDE_PRINTED) * size + letterSpacing();
    }

    /**
     * The words of a line.
     *
     * @param spaces indexes of glyphs with a printed space before them
     */
    static List<PdfWord> of(List<PdfGlyph> glyphs, Set<Integer> spaces) {
        return glyphs.isEmpty() ? List.of() : PdfLetterSpacing.closed(new PdfWords(glyphs, spaces).words());
    }

    private List<PdfWord> words() {
        List<PdfWord> words = new ArrayList<>();
        int start = 0;
        boolean spaced = true;
        for (int i = 1; i <= glyphs.size(); i++) {
            boolean space = i < glyphs.size() && spaceBefore(i);
            if (i == glyphs.size() || space || !isAlike(glyphs.get(i), glyphs.get(start))) {
                words.add(word(start, i, spaced));
                start = i;
                spaced = space;
            }
        }
        return words;
    }

    private boolean isAlike(PdfGlyph one, PdfGlyph other) {
        return script(one) == script(other) && isTiny(one) == isTiny(other);
    }

    /** Too small for small capitals: an icon beside a name. */
    private boolean isTiny(PdfGlyph glyph) {
        return glyph.size() < TINY * size;
    }

    private boolean spaceBefore(int i) {
        return spaces.contains(i) || glyphs.get(i).x() - glyphs.get(i - 1).end() > spaceWidth;
    }

    private PdfWord word(int from, int to, boolean spaced) {
        PdfGlyph first = glyphs.get(from);
        StringBuilder text = new StringBuilder();
        boolean oneFace = true;
        float x1 = 0;
        for (int i = from; i < to; i++) {
            PdfGlyph glyph = glyphs.get(i);
            text.append(glyph.text());
            oneFace &= glyph.face().equals(first.face());
            x1 = Math.max(x1, glyph.end());
        }
        PdfFace face = oneFace ? first.face() : mainFace(from, to);
        return new PdfWord(text.toString(), first.x(), x1, rounded(first.size()), face, script(first), spaced);
    }

    private PdfFace mainFace(int from, int to) {
        Map<PdfFace, Integer> faces = new HashMap<>();
        for (PdfGlyph glyph : glyphs.subList(from, to)) {
            faces.merge(glyph.face(), 1, Integer::sum);
        }
        PdfFace face = glyphs.get(from).face();
        for (Map.Entry<PdfFace, Integer> each : faces.entrySet()) {
            face = each.getValue() > faces.getOrDefault(face, 0) ? each.getKey() : face;
        }
        return face;
    }

    private PdfWord.Script script(PdfGlyph glyph) {
        float rise = baseline - glyph.y();
        boolean small = glyph.size() < SMALL * size;
        if (small && rise > 0.12f * size || rise > 0.28f * size && glyph.size() <= size) {
            return PdfWord.Script.SUPER;
        }
        return small && rise < -0.06f * size ? PdfWord.Script.SUB : PdfWord.Script.NORMAL;
    }

    /** The free space that stands between any two letters of a line set wide. */
    private float letterSpacing() {
        if (glyphs.size() < LETTERS_TO_JUDGE_SPACING) {
            return 0;
        }
        float[] gaps = new float[glyphs.size() - 1];
        for (int i = 1; i < glyphs.size(); i++) {
            gaps[i - 1] = glyphs.get(i).x() - glyphs.get(i - 1).end();
        }
        Arrays.sort(gaps);
        float median = gaps[gaps.length / 2];
        return Math.max(0, Math.min(median, size));
    }

    /** The size of most glyphs, the largest of several; that of a word where more glyphs are raised marks behind it. */
    private static float mainSize(List<PdfGlyph> glyphs) {
        int[] tenths = new int[glyphs.size()];
        for (int i = 0; i < tenths.length; i++) {
            tenths[i] = tenths(glyphs.get(i).size());
        }
        PdfGlyph first = glyphs.getFirst();
        float size = most(tenths, tenths.length) / 10f;
        return rounded(first.size()) > size && marksFollow(glyphs, size) ? rounded(first.size()) : size;
    }

    /** Whether the line begins with some larger letters, and all that is smaller stands higher. */
    private static boolean marksFollow(List<PdfGlyph> glyphs, float size) {
        PdfGlyph first = glyphs.getFirst();
        int letters = 0;
        for (PdfGlyph glyph : glyphs) {
            boolean small = glyph.size() < SMALL * first.size();
            if (small && first.y() - glyph.y() < 0.12f * first.size()) {
                return false;
            }
            letters += small ? 0 : 1;
        }
        return letters >= LETTERS_OF_WORD && first.size() < LARGEST_OF_MARKS * size;
    }

    /** The baseline of most glyphs of the main size, to a quarter of a point, the lowest of several. */
    private float mainBaseline() {
        int[] quarters = new int[glyphs.size()];
        int count = 0;
        for (PdfGlyph glyph : glyphs) {
            if (rounded(glyph.size()) == size) {
                quarters[count++] = Math.round(glyph.y() * 4);
            }
        }
        return most(quarters, count) / 4f;
    }

    /** The most frequent of the first {@code count} values, the largest of several. */
    private static int most(int[] values, int count) {
        Arrays.sort(values, 0, count);
        int best = values[0];
        int most = 0;
        for (int i = 0; i < count; ) {
            int end = i + 1;
            while (end < count && values[end] == values[i]) {
                end++;
            }
            if (end - i >= most) {
                most = end - i;
                best = values[i];
            }
            i = end;
        }
        return best;
    }

    private static float rounded(float size) {
        return tenths(size) / 10f;
    }

    private static int tenths(float size) {
        return Math.round(size * 10);
    }
}

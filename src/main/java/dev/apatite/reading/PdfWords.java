package dev.apatite.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Splits the glyphs of a line at its spaces, printed or only left free, and where text is raised or lowered. */
final class PdfWords {
    private static final float FREE_SPACE = 0.11f;
    private static final float FREE_SPACE_BESIDE_PRINTED = 0.17f;
    private static final float SMALL = 0.88f;
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
        return glyphs.isEmpty() ? List.of() : new PdfWords(glyphs, spaces).words();
    }

    private List<PdfWord> words() {
        List<PdfWord> words = new ArrayList<>();
        int start = 0;
        boolean spaced = true;
        for (int i = 1; i <= glyphs.size(); i++) {
            boolean space = i < glyphs.size() && spaceBefore(i);
            if (i == glyphs.size() || space || script(glyphs.get(i)) != script(glyphs.get(start))) {
                words.add(word(start, i, spaced));
                start = i;
                spaced = space;
            }
        }
        return words;
    }

    private boolean spaceBefore(int i) {
        return spaces.contains(i) || glyphs.get(i).x() - glyphs.get(i - 1).end() > spaceWidth;
    }

    private PdfWord word(int from, int to, boolean spaced) {
        StringBuilder text = new StringBuilder();
        Map<PdfFace, Integer> faces = new HashMap<>();
        float x1 = 0;
        for (PdfGlyph glyph : glyphs.subList(from, to)) {
            text.append(glyph.text());
            faces.merge(glyph.face(), 1, Integer::sum);
            x1 = Math.max(x1, glyph.end());
        }
        PdfGlyph first = glyphs.get(from);
        PdfFace face = first.face();
        for (Map.Entry<PdfFace, Integer> each : faces.entrySet()) {
            face = each.getValue() > faces.getOrDefault(face, 0) ? each.getKey() : face;
        }
        return new PdfWord(text.toString(), first.x(), x1, rounded(first.size()), face, script(first), spaced);
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

    private static float mainSize(List<PdfGlyph> glyphs) {
        Map<Float, Integer> counts = new HashMap<>();
        for (PdfGlyph glyph : glyphs) {
            counts.merge(rounded(glyph.size()), 1, Integer::sum);
        }
        float best = 0;
        int most = 0;
        for (Map.Entry<Float, Integer> each : counts.entrySet()) {
            if (each.getValue() > most || each.getValue() == most && each.getKey() > best) {
                best = each.getKey();
                most = each.getValue();
            }
        }
        return best;
    }

    private float mainBaseline() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (PdfGlyph glyph : glyphs) {
            if (rounded(glyph.size()) == size) {
                counts.merge(Math.round(glyph.y() * 4), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey()
                / 4f;
    }

    private static float rounded(float size) {
        return Math.round(size * 10) / 10f;
    }
}

package dev.apatite.reading.pdf.layout;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Words on one baseline of one column. Two lines that read alike are two lines. */
public final class PdfLine {
    private final int page;
    private final List<PdfWord> words;
    private final float x0;
    private final float x1;
    private final float y;
    private final float size;
    private final PdfFace face;
    private final int length;
    private @Nullable String text;

    private PdfLine(int page, List<PdfWord> words, float x0, float x1, float y, float size, PdfFace face, int length) {
        this.page = page;
        this.words = words;
        this.x0 = x0;
        this.x1 = x1;
        this.y = y;
        this.size = size;
        this.face = face;
        this.length = length;
    }

    /** A line of these words, from left to right. */
    public static PdfLine of(int page, List<PdfWord> words, float y) {
        Map<Float, Integer> sizes = new HashMap<>();
        Map<PdfFace, Integer> faces = new HashMap<>();
        float x0 = Float.MAX_VALUE;
        float x1 = -Float.MAX_VALUE;
        int length = 0;
        for (PdfWord word : words) {
            x0 = Math.min(x0, word.x0());
            x1 = Math.max(x1, word.x1());
            length += word.text().length();
            int weight =
                    word.script() == PdfWord.Script.NORMAL ? 10 * word.text().length() : 1;
            sizes.merge(word.size(), weight, Integer::sum);
            faces.merge(word.face(), weight, Integer::sum);
        }
        return new PdfLine(page, List.copyOf(words), x0, x1, y, most(sizes), most(faces), length);
    }

    private static <T> T most(Map<T, Integer> counts) {
        return counts.size() == 1
                ? counts.keySet().iterator().next()
                : counts.entrySet().stream()
                        .max(Map.Entry.comparingByValue())
                        .orElseThrow()
                        .getKey();
    }

    /** From 1. */
    public int page() {
        return page;
    }

    public List<PdfWord> words() {
        return words;
    }

    public float x0() {
        return x0;
    }

    public float x1() {
        return x1;
    }

    /** The baseline, from the top. */
    public float y() {
        return y;
    }

    /** The size of most of its characters. */
    public float size() {
        return size;
    }

    /** The face of most of its characters. */
    public PdfFace face() {
        return face;
    }

    float top() {
        return y - 0.75f * size;
    }

    float bottom() {
        return y + 0.22f * size;
    }

    public float width() {
        return x1 - x0;
    }

    /** The words with spaces, raised marks and all. */
    public String text() {
        if (text == null) {
            text = PdfText.of(words);
        }
        return text;
    }

    /** Characters without spaces. */
    public int length() {
        return length;
    }

    /** The share of its characters that are bold. */
    public float boldShare() {
        int bold = 0;
        int all = 0;
        for (PdfWord word : words) {
            if (word.script() == PdfWord.Script.NORMAL) {
                all += word.text().length();
                bold += word.face().bold() ? word.text().length() : 0;
            }
        }
        return all == 0 ? 0 : (float) bold / all;
    }

    /** Whether the two share some height of the page. */
    boolean beside(PdfLine other) {
        return Math.min(bottom(), other.bottom()) - Math.max(top(), other.top()) > 0.3f * Math.min(size, other.size);
    }

    /** This line and one that continues it to the right. */
    PdfLine joined(PdfLine right) {
        List<PdfWord> all = new ArrayList<>(words);
        for (int i = 0; i < right.words.size(); i++) {
            PdfWord word = right.words.get(i);
            all.add(i == 0 ? word.withSpaced(true) : word);
        }
        return of(page, all, size >= right.size ? y : right.y);
    }

    /** The parts of the line that stand apart: a table row's cells. */
    public List<List<PdfWord>> cells(float gap) {
        List<List<PdfWord>> cells = new ArrayList<>();
        List<PdfWord> cell = new ArrayList<>();
        for (PdfWord word : words) {
            if (!cell.isEmpty() && word.x0() - cell.getLast().x1() > gap) {
                cells.add(cell);
                cell = new ArrayList<>();
            }
            cell.add(word);
        }
        cells.add(cell);
        return cells;
    }
}

package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;

/**
 * A text in 32 numbers, of which two texts share as large a part as they share of their runs of five words: minima under as
 * many hash functions (A. Broder, On the resemblance and containment of documents, 1997).
 */
final class TextSketch {
    private static final int HASHES = 32;
    private static final int BAND = 4;
    private static final int RUN = 5;
    private static final int DIGITS = 8;

    /** Of shorter texts many are made after one pattern. */
    private static final int FEWEST_RUNS = 150;

    private TextSketch() {}

    /** The sketch of a paper's sections, in hexadecimal digits; empty where they are too short to tell papers apart. */
    static String of(Paper paper) {
        int[] least = new int[HASHES];
        Arrays.fill(least, -1);
        long[] words = new long[RUN];
        int count = 0;
        for (Section section : paper.sections()) {
            for (String paragraph : section.paragraphs()) {
                long word = 0;
                for (int i = 0; i <= paragraph.length(); i++) {
                    char c = i < paragraph.length() ? paragraph.charAt(i) : ' ';
                    if (Character.isLetterOrDigit(c)) {
                        word = (word ^ Character.toLowerCase(c)) * 0x100000001b3L + 0x9E3779B97F4A7C15L;
                    } else if (word != 0) {
                        words[count++ % RUN] = word;
                        word = 0;
                        if (count >= RUN) {
                            take(least, words, count);
                        }
                    }
                }
            }
        }
        if (count < FEWEST_RUNS + RUN) {
            return "";
        }
        StringBuilder sketch = new StringBuilder(HASHES * DIGITS);
        for (int each : least) {
            sketch.append(HexFormat.of().toHexDigits(each));
        }
        return sketch.toString();
    }

    private static void take(int[] least, long[] words, int count) {
        long run = 0;
        for (int i = count - RUN; i < count; i++) {
            run = (run ^ words[i % RUN]) * 0x9E3779B97F4A7C15L;
            run ^= run >>> 29;
        }
        for (int i = 0; i < HASHES; i++) {
            long mixed = (run + i * 0xD1B54A32D192ED03L) * 0xBF58476D1CE4E5B9L;
            int hash = (int) ((mixed ^ mixed >>> 31) * 0x94D049BB133111EBL >>> 32);
            if (Integer.compareUnsigned(hash, least[i]) < 0) {
                least[i] = hash;
            }
        }
    }

    /** Texts as alike as papers and their near-duplicates share one of these with hardly an exception. */
    static List<String> bands(String sketch) {
        List<String> bands = new ArrayList<>();
        int width = BAND * DIGITS;
        for (int i = 0; i + width <= sketch.length(); i += width) {
            bands.add(i + sketch.substring(i, i + width));
        }
        return bands;
    }

    /** How many bands two sketches have in common at the least, where they are so much alike: a difference breaks one. */
    static int sharedBands(double likeness) {
        int differences = HASHES - (int) Math.ceil(likeness * HASHES);
        return Math.max(1, HASHES / BAND - differences);
    }

    /** Which share of their runs of words two texts have in common, 0 to 1; 0 where one has no sketch. */
    static double likeness(String one, String other) {
        if (one.isEmpty() || one.length() != other.length()) {
            return 0;
        }
        int same = 0;
        for (int i = 0; i < one.length(); i += DIGITS) {
            same += one.regionMatches(i, other, i, DIGITS) ? 1 : 0;
        }
        return same / (double) HASHES;
    }
}

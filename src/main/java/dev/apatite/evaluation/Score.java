package dev.apatite.evaluation;

/**
 * Counts of what was found, and the three ratios that are made of them.
 *
 * @param tp found and in the gold
 * @param fp found and not in the gold, or found wrong
 * @param fn in the gold and not found, or found wrong
 * @param right found and right; differs from {@code tp} where finding something right is not asked for
 */
public record Score(int tp, int fp, int fn, int right) {
    /** Nothing counted yet. */
    public static final Score NONE = new Score(0, 0, 0);

    /** Counts where all that is right is asked for. */
    public Score(int tp, int fp, int fn) {
        this(tp, fp, fn, tp);
    }

    /** Counts one gold item: found right, found wrong (a false positive and a miss), or not found. */
    public static Score ofOne(boolean found, boolean right) {
        return right ? new Score(1, 0, 0) : new Score(0, found ? 1 : 0, 1);
    }

    /** Both counts together. */
    public Score plus(Score other) {
        return new Score(tp + other.tp, fp + other.fp, fn + other.fn, right + other.right);
    }

    /** Share of what was found that is right; 0 where nothing was found. */
    public double precision() {
        return ratio(right, right + fp);
    }

    /** Share of the gold that was found; 0 where the gold is empty. */
    public double recall() {
        return ratio(tp, tp + fn);
    }

    /** Harmonic mean of precision and recall. */
    public double f1() {
        double both = precision() + recall();
        return both == 0 ? 0 : 2 * precision() * recall() / both;
    }

    private static double ratio(int part, int whole) {
        return whole == 0 ? 0 : (double) part / whole;
    }
}

package dev.apatite.annotation.field;

import java.util.List;

/**
 * From which confidence on findings are likely and possible in a field, drawn toward the shipped levels.
 *
 * @param likely from here on two of three are right
 * @param possible from here on they are shown at all
 */
public record FieldLevels(double likely, double possible) {
    /** As many examples as the shipped levels are worth. */
    private static final double LIKELY_WORTH = 30;

    private static final double POSSIBLE_WORTH = 100;
    private static final double TWO_OF_THREE = 2.0 / 3;
    private static final double STEP = 0.01;

    /** A candidate's confidence in the field, and whether it is right. */
    record Rated(double confidence, boolean right) {}

    /**
     * Learned from examples. The share of right ones above a level counts together with {@link #LIKELY_WORTH} made-up ones of
     * which two of three are right at the shipped level; where F1 is highest counts by the number of examples.
     */
    static FieldLevels learn(List<Rated> rated, FieldLevels shipped) {
        double likely = shipped.likely();
        for (double level = STEP; level < 1; level += STEP) {
            double share = share(rated, level, shipped.likely());
            if (share >= TWO_OF_THREE) {
                likely = level;
                break;
            }
        }
        double best = shipped.possible();
        double bestF1 = -1;
        for (double level = STEP; level < 1; level += STEP) {
            double f1 = f1(rated, level);
            if (f1 > bestF1) {
                bestF1 = f1;
                best = level;
            }
        }
        double worth = rated.size() / (rated.size() + POSSIBLE_WORTH);
        double possible = worth * best + (1 - worth) * shipped.possible();
        double rounded = Math.round(likely * 1000) / 1000.0;
        return new FieldLevels(rounded, Math.min(rounded, Math.round(possible * 1000) / 1000.0));
    }

    private static double share(List<Rated> rated, double level, double shipped) {
        double made = Math.clamp(TWO_OF_THREE + level - shipped, 0, 1);
        double right = LIKELY_WORTH * made;
        double all = LIKELY_WORTH;
        for (Rated each : rated) {
            if (each.confidence() >= level) {
                all++;
                right += each.right() ? 1 : 0;
            }
        }
        return right / all;
    }

    private static double f1(List<Rated> rated, double level) {
        int shown = 0;
        int hit = 0;
        int right = 0;
        for (Rated each : rated) {
            right += each.right() ? 1 : 0;
            shown += each.confidence() >= level ? 1 : 0;
            hit += each.right() && each.confidence() >= level ? 1 : 0;
        }
        return shown + right == 0 ? 0 : 2.0 * hit / (shown + right);
    }
}

package dev.apatite.evaluation;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** How much of what is shown is right at each confidence, and whether confidence means what it says. */
final class ConfidenceScale {
    private static final double SURE = 0.8;
    private static final int BINS = 5;

    private record Shown(double confidence, boolean right, boolean counts) {}

    private final List<Shown> shown = new ArrayList<>();
    private int wanted;

    /**
     * Counts a row.
     *
     * @param counts whether finding it counts towards recall: rows of which the reader was unsure do not
     */
    void add(double confidence, boolean right, boolean counts) {
        shown.add(new Shown(confidence, right, counts));
    }

    /** Counts a row that is to be found. */
    void want() {
        wanted++;
    }

    void figures(Map<String, Number> into) {
        if (shown.isEmpty()) {
            return;
        }
        for (double least : new double[] {0.3, 0.5, 0.7}) {
            List<Shown> here =
                    shown.stream().filter(each -> each.confidence() >= least).toList();
            long right = here.stream().filter(Shown::right).count();
            into.put("rows from confidence " + least, here.size());
            into.put("right from confidence " + least, here.isEmpty() ? 0 : (double) right / here.size());
        }
        into.put("calibration error", calibrationError());
        into.put("recall at precision 0.80", recallWhereSure());
    }

    private double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            double said = 0;
            double right = 0;
            for (Shown each : shown) {
                if (Math.min(BINS - 1, (int) (each.confidence() * BINS)) == bin) {
                    said += each.confidence();
                    right += each.right() ? 1 : 0;
                }
            }
            error += Math.abs(said - right);
        }
        return error / shown.size();
    }

    private double recallWhereSure() {
        List<Shown> sorted = new ArrayList<>(shown);
        sorted.sort(Comparator.comparingDouble(each -> -each.confidence()));
        double best = 0;
        int right = 0;
        int found = 0;
        for (int i = 0; i < sorted.size(); i++) {
            right += sorted.get(i).right() ? 1 : 0;
            found += sorted.get(i).counts() ? 1 : 0;
            boolean last = i + 1 == sorted.size()
                    || sorted.get(i + 1).confidence() < sorted.get(i).confidence();
            if (last && right >= SURE * (i + 1)) {
                best = Math.max(best, (double) found / Math.max(1, wanted));
            }
        }
        return best;
    }
}

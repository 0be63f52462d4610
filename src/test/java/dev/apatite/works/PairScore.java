package dev.apatite.works;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Pairwise precision and recall of a grouping: of the pairs that it joins, which are true; of the true, which it joins. */
final class PairScore {
    private record Cell(String truth, String group) {}

    private final Map<Cell, Integer> cells = new HashMap<>();
    private final Map<String, Integer> truths = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();

    void add(String truth, String group) {
        cells.merge(new Cell(truth, group), 1, Integer::sum);
        truths.merge(truth, 1, Integer::sum);
        groups.merge(group, 1, Integer::sum);
    }

    private static long pairs(Map<?, Integer> counts) {
        return counts.values().stream().mapToLong(n -> (long) n * (n - 1) / 2).sum();
    }

    @Override
    public String toString() {
        long right = pairs(cells);
        long joined = pairs(groups);
        long wanted = pairs(truths);
        return String.format(
                Locale.ROOT,
                "precision %.4f (%d wrong of %d), recall %.4f (%d missed of %d), groups %d for %d",
                joined == 0 ? 1 : (double) right / joined,
                joined - right,
                joined,
                wanted == 0 ? 1 : (double) right / wanted,
                wanted - right,
                wanted,
                groups.size(),
                truths.size());
    }
}

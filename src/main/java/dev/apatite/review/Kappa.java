package dev.apatite.review;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Cohen's kappa (1960): how far two agree beyond what their habits alone would give. */
final class Kappa {
    private final Map<String, Integer> first = new HashMap<>();
    private final Map<String, Integer> second = new HashMap<>();
    private int all;
    private int same;

    /** What each of the two said of one thing. */
    void add(String one, String other) {
        first.merge(one, 1, Integer::sum);
        second.merge(other, 1, Integer::sum);
        all++;
        same += one.equals(other) ? 1 : 0;
    }

    int all() {
        return all;
    }

    int same() {
        return same;
    }

    /** From -1 to 1; null where there is nothing to compare, or both always said one and the same. */
    @Nullable
    Double value() {
        if (all == 0) {
            return null;
        }
        double chance = 0;
        for (Map.Entry<String, Integer> each : first.entrySet()) {
            chance += (double) each.getValue() / all * second.getOrDefault(each.getKey(), 0) / all;
        }
        double agreed = (double) same / all;
        return chance == 1 ? null : (agreed - chance) / (1 - chance);
    }
}

package dev.apatite.evaluation;

import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The ranking of one query against what was judged.
 *
 * @param ids best first
 * @param judged how relevant each judged paper is; 0 is not
 */
record Ranking(List<String> ids, Map<String, Integer> judged) {
    /** Discounted gain of the first {@code depth}, against the best order there is. */
    double ndcg(int depth) {
        List<Integer> best = judged.values().stream()
                .sorted(Comparator.reverseOrder())
                .limit(depth)
                .toList();
        double ideal = gain(best);
        return ideal == 0
                ? 0
                : gain(ids.stream()
                                .limit(depth)
                                .map(each -> judged.getOrDefault(each, 0))
                                .toList())
                        / ideal;
    }

    private static double gain(List<Integer> relevances) {
        double gain = 0;
        for (int i = 0; i < relevances.size(); i++) {
            gain += relevances.get(i) * Math.log(2) / Math.log(i + 2);
        }
        return gain;
    }

    /** Share of the relevant papers that stand among the first {@code depth}. */
    double recall(int depth) {
        long relevant = relevant();
        long found = ids.stream().limit(depth).filter(this::isRelevant).count();
        return relevant == 0 ? 0 : (double) found / relevant;
    }

    /** Mean, over the relevant papers, of the precision at each one's place. */
    double averagePrecision() {
        double sum = 0;
        int found = 0;
        for (int i = 0; i < ids.size(); i++) {
            if (isRelevant(ids.get(i))) {
                found++;
                sum += (double) found / (i + 1);
            }
        }
        return relevant() == 0 ? 0 : sum / relevant();
    }

    private boolean isRelevant(String id) {
        return judged.getOrDefault(id, 0) > 0;
    }

    private long relevant() {
        return judged.values().stream().filter(each -> each > 0).count();
    }
}

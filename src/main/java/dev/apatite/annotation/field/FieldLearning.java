package dev.apatite.annotation.field;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Learns a fit, and its levels from confidences of examples whose papers it was not learned from. */
public final class FieldLearning {
    private static final int FOLDS = 5;

    private FieldLearning() {}

    /**
     * What a fit would have been worth on papers that it was not learned from.
     *
     * @param shippedLoss mean negative log-likelihood of the shipped confidences, in nats
     * @param fittedLoss that of the fitted ones
     * @param shippedOrder how often a right one stands before a wrong one by the shipped confidence (area under the curve)
     * @param fittedOrder the same by the fitted one
     */
    public record Worth(double shippedLoss, double fittedLoss, double shippedOrder, double fittedOrder) {
        /** Whether the fit is better than what was shipped. */
        public boolean isGain() {
            return fittedLoss < shippedLoss;
        }
    }

    static FieldFit of(List<FieldExample> examples, FieldLevels shipped) {
        return new FieldFit(examples.size(), FieldLevels.learn(apart(examples), shipped), FieldTrainer.learn(examples));
    }

    /** The worth of fits learned from four fifths of the papers on the last fifth, all fifths together. */
    public static Worth worth(List<FieldExample> examples) {
        List<FieldLevels.Rated> fitted = apart(examples);
        List<FieldLevels.Rated> shipped = ordered(examples).stream()
                .map(each -> new FieldLevels.Rated(each.shipped(), each.right()))
                .toList();
        return new Worth(loss(shipped), loss(fitted), order(shipped), order(fitted));
    }

    private static List<List<FieldExample>> folds(List<FieldExample> examples) {
        Map<String, Integer> papers = new LinkedHashMap<>();
        for (String each :
                new TreeSet<>(examples.stream().map(FieldExample::paper).toList())) {
            papers.put(each, papers.size() % FOLDS);
        }
        List<List<FieldExample>> folds = new ArrayList<>();
        for (int fold = 0; fold < FOLDS; fold++) {
            int number = fold;
            folds.add(examples.stream()
                    .filter(each -> papers.getOrDefault(each.paper(), 0) == number)
                    .toList());
        }
        return folds;
    }

    private static List<FieldExample> ordered(List<FieldExample> examples) {
        return folds(examples).stream().flatMap(List::stream).toList();
    }

    private static List<FieldLevels.Rated> apart(List<FieldExample> examples) {
        List<FieldLevels.Rated> rated = new ArrayList<>();
        for (List<FieldExample> fold : folds(examples)) {
            List<FieldExample> rest = new ArrayList<>(examples);
            rest.removeAll(fold);
            FieldFit fit = new FieldFit(rest.size(), new FieldLevels(0, 0), FieldTrainer.learn(rest));
            fold.forEach(each -> rated.add(
                    new FieldLevels.Rated(fit.confidence(each.finding(), each.kind(), each.shipped()), each.right())));
        }
        return rated;
    }

    private static double loss(List<FieldLevels.Rated> rated) {
        return rated.stream()
                .mapToDouble(each -> {
                    double sure = Math.clamp(each.confidence(), 0.005, 0.995);
                    return -Math.log(each.right() ? sure : 1 - sure);
                })
                .average()
                .orElse(0);
    }

    private static double order(List<FieldLevels.Rated> rated) {
        double before = 0;
        double pairs = 0;
        for (FieldLevels.Rated right : rated) {
            for (FieldLevels.Rated wrong : rated) {
                if (right.right() && !wrong.right()) {
                    pairs++;
                    double difference = right.confidence() - wrong.confidence();
                    before += difference > 0 ? 1 : difference == 0 ? 0.5 : 0;
                }
            }
        }
        return pairs == 0 ? 0.5 : before / pairs;
    }
}

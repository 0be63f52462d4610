package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Learns which sentences state an outcome, which one and of whom, in folds. */
final class SentenceStage {
    private static final int OUTPUTS = 8;

    private final GoldMatch match;
    private final TrainingLog log;

    SentenceStage(GoldMatch match, TrainingLog log) {
        this.match = match;
        this.log = log;
    }

    /** The model of all texts; {@code said} becomes what models that never saw a text say of its sentences. */
    LinearModel learn(List<GoldDocument> texts, List<JudgedScript> readings, List<double[][]> said) {
        List<SparseFeatures> vectors = new ArrayList<>();
        List<int[]> places = new ArrayList<>();
        for (int d = 0; d < texts.size(); d++) {
            Script script = texts.get(d).script();
            for (int i = 0; i < script.lines().size(); i++) {
                if (!script.lines().get(i).silent()) {
                    SparseFeatures each = new SparseFeatures();
                    readings.get(d).sentences.of(i, each);
                    vectors.add(each.copy());
                    places.add(new int[] {d, i});
                }
            }
            said.add(new double[script.lines().size()][OUTPUTS]);
        }
        SparseRows rows = SparseRows.of(vectors, 2);
        vectors.clear();
        int n = places.size();
        boolean[][] right = new boolean[OUTPUTS][n];
        double[][] cost = new double[OUTPUTS][n];
        int at = 0;
        for (int d = 0; d < texts.size(); d++) {
            GoldDocument text = texts.get(d);
            int[] lines = match.lines(text.script(), text.rows());
            for (; at < n && places.get(at)[0] == d; at++) {
                int line = places.get(at)[1];
                boolean sure = false;
                boolean any = false;
                boolean own = false;
                for (int r = 0; r < lines.length; r++) {
                    GoldRow row = text.rows().get(r);
                    if (lines[r] == line && row.response() != Response.NOT_REPORTED) {
                        own = any ? own : row.own();
                        any = true;
                        sure |= row.sure();
                        right[1 + row.response().ordinal()][at] = true;
                    }
                }
                right[0][at] = any;
                right[7][at] = own;
                double weight = !any || sure ? 1 : 0.5;
                for (int o = 0; o < 7; o++) {
                    cost[o][at] = right[o][at] ? 2 * weight : weight;
                }
                cost[7][at] = any ? 1 : 0;
            }
        }
        log.say("sentences: %d, %d features", n, rows.slots.size());
        LogisticTrainer trainer = new LogisticTrainer(rows);
        for (int fold = 0; fold <= Folds.COUNT; fold++) {
            List<float[]> weights = new ArrayList<>();
            for (int o = 0; o < OUTPUTS; o++) {
                int[] use = new int[n];
                int size = 0;
                for (int i = 0; i < n; i++) {
                    if (Folds.of(texts.get(places.get(i)[0])) != fold && cost[o][i] > 0) {
                        use[size++] = i;
                    }
                }
                weights.add(trainer.train(Arrays.copyOf(use, size), right[o], cost[o]));
            }
            LinearModel model = Folds.model(rows, weights);
            if (fold == Folds.COUNT) {
                said(right[0], places, said);
                return model;
            }
            SparseFeatures features = new SparseFeatures();
            for (int[] place : places) {
                if (Folds.of(texts.get(place[0])) == fold) {
                    features.clear();
                    readings.get(place[0]).sentences.of(place[1], features);
                    model.score(features, said.get(place[0])[place[1]]);
                }
            }
        }
        throw new IllegalStateException("no model of all folds");
    }

    private void said(boolean[] right, List<int[]> places, List<double[][]> said) {
        int all = 0;
        for (boolean each : right) {
            all += each ? 1 : 0;
        }
        StringBuilder line = new StringBuilder();
        double best = 0;
        for (int c = 2; c < 95; c++) {
            int shown = 0;
            int found = 0;
            for (int i = 0; i < right.length; i++) {
                if (said.get(places.get(i)[0])[places.get(i)[1]][0] >= c / 100.0) {
                    shown++;
                    found += right[i] ? 1 : 0;
                }
            }
            if (c == 4 || c == 6 || c == 10) {
                line.append(String.format(
                        Locale.ROOT,
                        " at .%02d recall %.3f of %.3f",
                        c,
                        (double) found / all,
                        (double) shown / right.length));
            }
            best = Math.max(best, 2.0 * found / (shown + all));
        }
        log.say("sentences learned: %d with outcome, best F1 %.3f,%s", all, best, line);
    }
}

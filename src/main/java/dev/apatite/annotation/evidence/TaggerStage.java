package dev.apatite.annotation.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Learns which words name treatments, in folds. */
final class TaggerStage {
    private final GoldMatch match;
    private final TrainingLog log;

    TaggerStage(GoldMatch match, TrainingLog log) {
        this.match = match;
        this.log = log;
    }

    /** The model of all texts; {@code tagged} becomes the hidden texts with what models that never saw them find. */
    LinearModel learn(List<GoldDocument> texts, List<GoldDocument> hidden, List<GoldDocument> tagged) {
        List<SparseFeatures> vectors = new ArrayList<>();
        List<boolean[]> labels = new ArrayList<>();
        int[] owner = new int[0];
        List<List<Tokens>> tokens = new ArrayList<>();
        int n = 0;
        for (int d = 0; d < texts.size(); d++) {
            Script script = texts.get(d).script();
            List<Tokens> words =
                    script.lines().stream().map(line -> Tokens.of(line.lower())).toList();
            tokens.add(words);
            TokenFeatures context = new TokenFeatures(script.title(), words);
            for (int i = 0; i < words.size(); i++) {
                Line line = script.lines().get(i);
                if (line.silent()) {
                    continue;
                }
                labels.add(TokenLabels.of(line, words.get(i), texts.get(d), match));
                owner = n + words.get(i).size() > owner.length ? Arrays.copyOf(owner, 2 * n + 1000) : owner;
                for (int t = 0; t < words.get(i).size(); t++) {
                    SparseFeatures each = new SparseFeatures();
                    context.of(line, words.get(i), t, each);
                    vectors.add(each.copy());
                    owner[n++] = d;
                }
            }
        }
        boolean[] right = new boolean[n];
        double[] cost = new double[n];
        int at = 0;
        for (boolean[] each : labels) {
            for (boolean label : each) {
                right[at] = label;
                cost[at++] = label ? 0.3 : 0.2;
            }
        }
        SparseRows rows = SparseRows.of(vectors, 3);
        vectors.clear();
        log.say("tagger: %d words, %d features", n, rows.slots.size());
        LogisticTrainer trainer = new LogisticTrainer(rows);
        for (int d = 0; d < texts.size(); d++) {
            tagged.add(texts.get(d));
        }
        for (int fold = 0; fold <= Folds.COUNT; fold++) {
            int[] use = new int[n];
            int size = 0;
            for (int i = 0; i < n; i++) {
                if (Folds.of(texts.get(owner[i])) != fold) {
                    use[size++] = i;
                }
            }
            LinearModel model = Folds.model(rows, List.of(trainer.train(Arrays.copyOf(use, size), right, cost)));
            if (fold == Folds.COUNT) {
                log.say("tagger learned");
                return model;
            }
            TreatmentTagger tagger = new TreatmentTagger(model);
            for (int d = 0; d < texts.size(); d++) {
                GoldDocument each = hidden.get(d);
                if (Folds.of(each) == fold) {
                    List<Line> lines =
                            tagger.tag(each.script().title(), each.script().lines(), tokens.get(d), each.longForms());
                    tagged.set(
                            d, each.with(each.script().with(lines, each.script().rows())));
                }
            }
        }
        throw new IllegalStateException("no model of all folds");
    }
}

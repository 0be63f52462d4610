package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Learns, in folds, which treatment a sentence's outcome belongs to. Sentences that tell harm or benefit of a drug, out
 * of their context, count less than texts that were read whole.
 */
final class PairStage {
    private static final int HARM = 7;

    /** From here on one output for each response: which it is where there is an outcome. */
    static final int WHICH = 8;

    private static final int OUTPUTS = WHICH + Outcomes.CLASSES.length;
    private static final double SENTENCE = 0.35;

    /** Of that, how much such a sentence counts for the trees: they are to know how outcomes are told in context. */
    private static final double SENTENCE_IN_TREES = 0.3;

    private static final double WHICH_COST = 4;
    private static final TreeTrainer.Plan LINK = new TreeTrainer.Plan(200, 5, 0.05, 0.8, 0.4, 6, 4);
    private static final TreeTrainer.Plan CLASS = new TreeTrainer.Plan(110, 3, 0.07, 0.8, 0.4, 2, 3);
    private static final int SEEDS = 3;

    /** How often texts kept apart are judged: a level that hangs on some hundred rows moves with the seed. */
    static final int TIMES = 2;

    private final GoldMatch match;
    private final TrainingLog log;
    private final List<GoldDocument> texts;
    private final List<JudgedScript> readings;
    private final List<double[][]> sentence;
    private final List<JudgedScript.Place> places = new ArrayList<>();
    private final int[] owner;
    private final boolean[][] right;
    private final double[] weight;
    private final double[] treeWeight;
    private final double[] harmWeight;
    private final int[] label;
    private final SparseRows rows;

    PairStage(
            GoldMatch match,
            TrainingLog log,
            List<GoldDocument> texts,
            List<JudgedScript> readings,
            List<double[][]> sentence) {
        this.match = match;
        this.log = log;
        this.texts = texts;
        this.readings = readings;
        this.sentence = sentence;
        List<SparseFeatures> vectors = new ArrayList<>();
        List<Integer> owners = new ArrayList<>();
        for (int d = 0; d < texts.size(); d++) {
            List<JudgedScript.Place> here =
                    texts.get(d).isJudged() ? readings.get(d).places(sentence.get(d)) : named(readings.get(d));
            for (JudgedScript.Place place : here) {
                SparseFeatures each = new SparseFeatures();
                readings.get(d).text(place, each);
                vectors.add(each.copy());
                places.add(place);
                owners.add(d);
            }
        }
        owner = owners.stream().mapToInt(each -> each).toArray();
        rows = SparseRows.of(vectors, 4);
        right = new boolean[OUTPUTS][owner.length];
        weight = new double[owner.length];
        treeWeight = new double[owner.length];
        harmWeight = new double[owner.length];
        label = new int[owner.length];
        label();
    }

    /** Of sentences without a context, every treatment with the sentence that names it. */
    private static List<JudgedScript.Place> named(JudgedScript reading) {
        List<JudgedScript.Place> found = new ArrayList<>();
        for (int i = 0; i < reading.script.lines().size(); i++) {
            Set<String> names = new LinkedHashSet<>();
            reading.script.lines().get(i).treatments().forEach(each -> names.add(each.name()));
            for (String name : names) {
                found.add(new JudgedScript.Place(i, name, reading.cast.candidates(i)));
            }
        }
        return found;
    }

    private void label() {
        Arrays.fill(label, -1);
        int positive = 0;
        for (int d = 0, i = 0; d < texts.size(); d++) {
            GoldDocument text = texts.get(d);
            int[] lines = match.lines(text.script(), text.rows());
            double counts = text.isJudged() ? text.weight() : SENTENCE;
            for (; i < owner.length && owner[i] == d; i++) {
                boolean sure = false;
                boolean harm = false;
                for (int r = 0; r < lines.length; r++) {
                    GoldRow row = text.rows().get(r);
                    if (lines[r] != places.get(i).line()
                            || row.response() == Response.NOT_REPORTED
                            || !match.names(
                                    row, readings.get(d).cast, places.get(i).name())) {
                        continue;
                    }
                    harm |= row.response() == Response.ADVERSE_EVENT;
                    if (label[i] < 0 || row.sure() && !sure) {
                        label[i] = row.response().ordinal();
                        sure = row.sure();
                    }
                }
                if (!text.isJudged() && harm) {
                    label[i] = Response.ADVERSE_EVENT.ordinal();
                }
                weight[i] = counts * (label[i] < 0 || sure ? 1 : 0.5);
                treeWeight[i] = weight[i] * (text.isJudged() ? 1 : SENTENCE_IN_TREES);
                right[0][i] = label[i] >= 0;
                right[HARM][i] = harm;
                harmWeight[i] = weight[i] * (harm && text.isJudged() ? 2 : 1);
                if (label[i] >= 0) {
                    right[1 + label[i]][i] = true;
                    positive++;
                }
                if (!text.isJudged() && label[i] >= 0 && !harm) {
                    label[i] = Outcomes.CLASSES.length;
                }
            }
        }
        log.say("pairs: %d, %d right, %d features of marked text", owner.length, positive, rows.slots.size());
    }

    /** The rows of judged texts outside a fold, or of all texts. */
    private int[] outside(int fold, boolean judgedOnly) {
        int[] use = new int[owner.length];
        int size = 0;
        for (int i = 0; i < owner.length; i++) {
            GoldDocument text = texts.get(owner[i]);
            if (Folds.of(text) != fold && (!judgedOnly || text.isJudged())) {
                use[size++] = i;
            }
        }
        return Arrays.copyOf(use, size);
    }

    /**
     * Models without calibration; {@code judged} becomes what models that never saw a text say of it, {@link #TIMES} times
     * over, each time by trees of other seeds.
     */
    Models learn(LinearModel tagger, LinearModel sentences, List<List<List<Judgement>>> judged) {
        double[][] text = new double[owner.length][OUTPUTS];
        LinearModel textModel = texts(text);
        float[][] features = new float[owner.length][];
        for (int d = 0, i = 0; d < texts.size(); d++) {
            PairFeatures each = readings.get(d).features(sentence.get(d));
            int from = i;
            while (i < owner.length && owner[i] == d) {
                i++;
            }
            List<JudgedScript.Place> own = places.subList(from, i);
            List<double[]> said = Arrays.asList(text).subList(from, i);
            for (int k = 0; k < own.size(); k++) {
                features[from + k] = each.of(own.get(k), said.get(k), JudgedScript.beside(own, said, k));
            }
        }
        for (int time = 0; time < TIMES; time++) {
            List<List<Judgement>> each = new ArrayList<>();
            texts.forEach(any -> each.add(new ArrayList<>()));
            judged.add(each);
        }
        TreeTrainer trees = new TreeTrainer(features);
        TreeTrainer links = new TreeTrainer(withoutWhich(features));
        List<Trees> link = List.of();
        List<Trees> classTrees = List.of();
        for (int fold = 0; fold <= Folds.COUNT; fold++) {
            int[] use = outside(fold, false);
            int[] labelled = Arrays.stream(use).filter(this::isLabelled).toArray();
            int[] within = within(fold);
            classTrees = List.of(trees.trainClasses(CLASS, labelled, label, Outcomes.CLASSES.length, treeWeight, 7));
            for (int time = 0; time < (fold < Folds.COUNT ? TIMES : 1); time++) {
                link = grow(links, use, time);
                for (int i : within) {
                    double sure = EvidenceJudge.mean(link, Trees.asked(features[i]));
                    if (sure >= EvidenceJudge.UNLIKELY) {
                        int d = owner[i];
                        Pair pair = new Pair(places.get(i).line(), places.get(i).name(), features[i]);
                        double[] classes = EvidenceJudge.classes(classTrees, Trees.asked(features[i]));
                        judged.get(time).get(d).add(readings.get(d).judgement(sentence.get(d), pair, sure, classes));
                    }
                }
            }
        }
        log.say("trees grown");
        Calibration none = new Calibration(new float[0], new float[0]);
        return new Models(
                tagger, sentences, textModel, link, classTrees, none, none, new Models.Thresholds(0, 0, 0, 0));
    }

    /** Which outcome it would be tells little of whether it is the treatment's; trees that do not see it do better. */
    private static float[][] withoutWhich(float[][] features) {
        return Arrays.stream(features)
                .map(each -> Arrays.copyOf(each, each.length - Outcomes.CLASSES.length))
                .toArray(float[][]::new);
    }

    private boolean isLabelled(int i) {
        return label[i] >= 0 && label[i] < Outcomes.CLASSES.length;
    }

    private List<Trees> grow(TreeTrainer trees, int[] use, int time) {
        List<Trees> grown = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            grown.add(trees.train(LINK, use, right[0], treeWeight, 100 + time * SEEDS + seed));
        }
        return grown;
    }

    private int[] within(int fold) {
        return IntStream.range(0, owner.length)
                .filter(i -> Folds.of(texts.get(owner[i])) == fold)
                .toArray();
    }

    private LinearModel texts(double[][] text) {
        LogisticTrainer trainer = new LogisticTrainer(rows);
        double[] classWeight = new double[owner.length];
        for (int i = 0; i < owner.length; i++) {
            classWeight[i] = weight[i] * (label[i] >= 0 ? 2 : 1);
        }
        double[] whichWeight =
                Arrays.stream(weight).map(each -> WHICH_COST * each).toArray();
        for (int fold = 0; fold <= Folds.COUNT; fold++) {
            int[] judgedTexts = outside(fold, true);
            List<float[]> weights = new ArrayList<>();
            for (int o = 0; o < HARM; o++) {
                weights.add(trainer.train(judgedTexts, right[o], o == 0 ? weight : classWeight));
            }
            weights.add(trainer.train(outside(fold, false), right[HARM], harmWeight));
            int[] labelled = Arrays.stream(judgedTexts).filter(this::isLabelled).toArray();
            for (int c = 0; c < Outcomes.CLASSES.length; c++) {
                weights.add(trainer.train(labelled, right[1 + c], whichWeight));
            }
            LinearModel model = Folds.model(rows, weights);
            if (fold == Folds.COUNT) {
                log.say("marked text learned");
                return model;
            }
            for (int i = 0; i < owner.length; i++) {
                if (Folds.of(texts.get(owner[i])) == fold) {
                    for (int o = 0; o < OUTPUTS; o++) {
                        text[i][o] = rows.score(i, model.weights(), OUTPUTS, o, model.bias()[o]);
                    }
                }
            }
        }
        throw new IllegalStateException("no model of all folds");
    }
}

package dev.apatite.annotation.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The learners learn what is there to be learned, always the same, and what they learned survives a file. */
class LearningTest {
    private static final TreeTrainer.Plan PLAN = new TreeTrainer.Plan(60, 3, 0.2, 0.9, 1, 1, 1);

    private static float[][] points() {
        SplittableRandom random = new SplittableRandom(3);
        float[][] points = new float[400][];
        for (int i = 0; i < points.length; i++) {
            points[i] = new float[] {(float) random.nextDouble(), (float) random.nextDouble(), 0};
        }
        return points;
    }

    /** Exclusive or: no single feature tells anything. */
    private static boolean isRight(float[] point) {
        return point[0] > 0.5 != point[1] > 0.5;
    }

    private static Trees trees(float[][] points) {
        boolean[] right = new boolean[points.length];
        double[] weight = new double[points.length];
        int[] use = new int[points.length];
        for (int i = 0; i < points.length; i++) {
            right[i] = isRight(points[i]);
            weight[i] = 1;
            use[i] = i;
        }
        return new TreeTrainer(points).train(PLAN, use, right, weight, 5);
    }

    @Test
    void trees_learn_what_only_two_features_together_tell() {
        Trees trees = trees(points());
        assertThat(trees.probability(new float[] {0.9f, 0.1f, 0})).isGreaterThan(0.8);
        assertThat(trees.probability(new float[] {0.9f, 0.9f, 0})).isLessThan(0.2);
    }

    @Test
    void the_same_rows_grow_the_same_trees() {
        assertThat(trees(points()).value()).isEqualTo(trees(points()).value());
    }

    private static LinearModel linear() {
        List<SparseFeatures> vectors = new ArrayList<>();
        boolean[] right = new boolean[200];
        double[] cost = new double[200];
        int[] use = new int[200];
        for (int i = 0; i < 200; i++) {
            SparseFeatures each = new SparseFeatures();
            right[i] = i % 3 == 0;
            each.add(SparseFeatures.TEXT, Hashes.of(right[i] ? "improved" : "admitted"));
            each.add(SparseFeatures.TEXT, Hashes.of("patient"));
            each.fact("place", i % 7);
            vectors.add(each.copy());
            cost[i] = 1;
            use[i] = i;
        }
        SparseRows rows = SparseRows.of(vectors, 2);
        return Folds.model(rows, List.of(new LogisticTrainer(rows).train(use, right, cost)));
    }

    private static double score(LinearModel model, String word) {
        SparseFeatures features = new SparseFeatures();
        features.add(SparseFeatures.TEXT, Hashes.of(word));
        features.add(SparseFeatures.TEXT, Hashes.of("patient"));
        double[] said = new double[1];
        model.score(features, said);
        return said[0];
    }

    @Test
    void a_linear_model_learns_which_word_tells() {
        LinearModel model = linear();
        assertThat(score(model, "improved")).isGreaterThan(0.8);
        assertThat(score(model, "admitted")).isLessThan(0.2);
        assertThat(score(model, "unheard of")).isBetween(0.1, 0.7);
    }

    @Test
    void a_confidence_is_the_share_that_was_right() {
        double[] scores = new double[1000];
        boolean[] right = new boolean[1000];
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < scores.length; i++) {
            scores[i] = random.nextDouble();
            right[i] = random.nextDouble() < scores[i] * scores[i];
        }
        Calibration calibration = Calibration.learn(scores, right);
        assertThat(calibration.share(0.9)).isCloseTo(0.81, within(0.12));
        assertThat(calibration.share(0.3)).isCloseTo(0.09, within(0.08));
        double[] rising = Arrays.stream(new double[] {0, 0.1, 0.3, 0.5, 0.8, 1})
                .map(calibration::share)
                .toArray();
        assertThat(rising).isSorted();
    }

    @Test
    void models_survive_their_file() throws IOException {
        float[][] points = points();
        Trees trees = trees(points);
        LinearModel linear = linear();
        Calibration calibration = new Calibration(new float[] {0.1f, 0.9f}, new float[] {0.2f, 0.7f});
        Models models = new Models(
                linear,
                linear,
                linear,
                List.of(trees),
                List.of(trees),
                calibration,
                calibration,
                new Models.Thresholds(0.6, 0.3, 0.5, 0.2));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        WeightsFile.write(models, out);
        Models read = WeightsFile.read(new ByteArrayInputStream(out.toByteArray()));
        assertThat(read.thresholds()).isEqualTo(models.thresholds());
        assertThat(read.link().getFirst().probability(points[0])).isEqualTo(trees.probability(points[0]));
        assertThat(score(read.sentence(), "improved")).isCloseTo(score(linear, "improved"), within(1e-3));
        assertThat(read.paper().share(0.5)).isEqualTo(calibration.share(0.5));
    }

    /** Each word a point in a plane: "better" and "improved" lie together, "died" apart. */
    private static float[] place(String word) {
        return switch (word) {
            case "better", "improved" -> new float[] {1, 0.2f, 0, 0};
            case "died" -> new float[] {-1, 0.2f, 0, 0};
            default -> new float[] {0, -1, 0.1f * word.length(), 0};
        };
    }

    private static float[] vector(WordVectors vectors, String text) {
        SparseFeatures features = new SparseFeatures();
        vectors.of(Tokens.of(text), features);
        float[] vector = new float[features.size()];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = features.value(i);
        }
        return vector;
    }

    private static double nearness(float[] one, float[] other) {
        double both = 0;
        double first = 0;
        double second = 0;
        for (int i = 0; i < one.length; i++) {
            both += one[i] * other[i];
            first += one[i] * one[i];
            second += other[i] * other[i];
        }
        return both / Math.sqrt(first * second);
    }

    @Test
    void sentences_of_words_that_mean_alike_have_near_vectors(@TempDir Path folder) throws IOException {
        WordVectorTrainer trainer = new WordVectorTrainer();
        for (int i = 0; i < 3; i++) {
            trainer.add("She improved. He is better. They died in 3 days.");
        }
        trainer.add("rare");
        Path file = folder.resolve("vectors.bin.gz");
        assertThat(trainer.write(LearningTest::place, file)).isEqualTo(10);

        WordVectors vectors;
        try (InputStream in = Files.newInputStream(file)) {
            vectors = WordVectors.read(in);
        }
        float[] improved = vector(vectors, "improved");
        assertThat(nearness(improved, vector(vectors, "better"))).isGreaterThan(0.95);
        assertThat(nearness(improved, vector(vectors, "died"))).isLessThan(0);
        assertThat(vector(vectors, "rare")).isEmpty();
    }
}

package dev.apatite.annotation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** What trees add up to. */
class TreesTest {
    private static final int FEATURES = 5;
    private static final float[] ODD = {
        0f, -0f, 1f, -1f, Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, Float.MIN_VALUE, -Float.MIN_VALUE
    };

    private final Random random = new Random(7);
    private final short[] feature = new short[4000];
    private final float[] value = new float[4000];
    private final int[] left = new int[4000];
    private int nodes;

    @Test
    void manyTreesSayTheSumOfWhatEachSays() {
        for (int count : new int[] {1, 3, 4, 5, 11}) {
            nodes = 0;
            int[] roots = new int[count];
            for (int tree = 0; tree < count; tree++) {
                roots[tree] = grow(nodes++, random.nextInt(7));
            }
            Trees trees = new Trees(0.25f, roots, feature.clone(), value.clone(), left.clone());
            for (int i = 0; i < 300; i++) {
                float[] asked = new float[FEATURES];
                double sum = 0.25f;
                for (int f = 0; f < FEATURES; f++) {
                    asked[f] = random.nextBoolean() ? ODD[random.nextInt(ODD.length)] : random.nextFloat() * 4 - 2;
                }
                for (int root : roots) {
                    sum += leaf(asked, root);
                }
                assertThat(trees.sum(asked)).isEqualTo(sum);
            }
        }
    }

    /** Grows a tree of at most so many steps, some branches shorter than others. */
    private int grow(int node, int steps) {
        if (steps == 0 || random.nextInt(4) == 0) {
            feature[node] = -1;
            value[node] = random.nextFloat() - 0.5f;
            return node;
        }
        feature[node] = (short) random.nextInt(FEATURES);
        value[node] = random.nextInt(3) == 0 ? 0f : random.nextFloat() * 4 - 2;
        left[node] = nodes;
        nodes += 2;
        grow(left[node], steps - 1);
        grow(left[node] + 1, steps - 1);
        return node;
    }

    private float leaf(float[] asked, int root) {
        int node = root;
        while (feature[node] >= 0) {
            node = left[node] + (asked[feature[node]] <= value[node] ? 0 : 1);
        }
        return value[node];
    }
}

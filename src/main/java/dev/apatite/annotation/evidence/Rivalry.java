package dev.apatite.annotation.evidence;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Looks at a pair a second time, beside what the first look said of its rivals in the sentence and of the same
 * treatment elsewhere in the paper.
 */
final class Rivalry {
    /** How many features this adds. */
    static final int ADDED = 15;

    private static final int NEAR = 3;
    private static final double SEEMS = 0.25;

    private Rivalry() {}

    /**
     * The pairs of a paper with features added.
     *
     * @param first how sure the first look is of each pair
     * @param top the response that seems likeliest for each
     */
    static float[][] look(Script script, List<Pair> pairs, double[] first, int[] top) {
        Map<Integer, double[]> lines = new HashMap<>();
        Map<String, double[]> names = new HashMap<>();
        for (int i = 0; i < first.length; i++) {
            double[] line = lines.computeIfAbsent(pairs.get(i).line(), any -> new double[4]);
            line[0] += first[i];
            line[1] += 1;
            line[2] += first[i] > SEEMS ? 1 : 0;
            line[3] = Math.max(line[3], first[i]);
            double[] name = names.computeIfAbsent(pairs.get(i).name(), any -> new double[3]);
            name[0] += first[i];
            name[1] += 1;
            name[2] = Math.max(name[2], first[i]);
        }
        Index index = new Index(pairs);
        float[][] looked = new float[first.length][];
        for (int i = 0; i < looked.length; i++) {
            float[] base = pairs.get(i).features();
            looked[i] = Arrays.copyOf(base, base.length + ADDED);
            around(script, pairs, index, first, top, i, looked[i], base.length);
            double[] line = Objects.requireNonNull(lines.get(pairs.get(i).line()));
            double[] name = Objects.requireNonNull(names.get(pairs.get(i).name()));
            int at = base.length + 9;
            looked[i][at] = (float) (line[0] - first[i]);
            looked[i][at + 1] = (float) line[1];
            looked[i][at + 2] = (float) line[2];
            looked[i][at + 3] = (float) (first[i] / Math.max(1e-6, line[3]));
            looked[i][at + 4] = (float) (name[0] / name[1]);
            looked[i][at + 5] = (float) name[2];
        }
        return looked;
    }

    /** Which pairs stand in a line or beside it, and which are of a name. */
    private static final class Index {
        private final Map<Integer, List<Integer>> byLine = new HashMap<>();
        private final Map<String, List<Integer>> byName = new HashMap<>();
        private final Map<Integer, List<Integer>> near = new HashMap<>();

        Index(List<Pair> pairs) {
            for (int i = 0; i < pairs.size(); i++) {
                byLine.computeIfAbsent(pairs.get(i).line(), any -> new ArrayList<>())
                        .add(i);
                byName.computeIfAbsent(pairs.get(i).name(), any -> new ArrayList<>())
                        .add(i);
            }
        }

        List<Integer> near(int line) {
            return near.computeIfAbsent(line, any -> {
                List<Integer> all = new ArrayList<>();
                for (int each = line - 1; each <= line + 1; each++) {
                    all.addAll(byLine.getOrDefault(each, List.of()));
                }
                return all;
            });
        }

        List<Integer> of(String name) {
            return byName.getOrDefault(name, List.of());
        }
    }

    private static void around(
            Script script, List<Pair> pairs, Index index, double[] first, int[] top, int i, float[] into, int at) {
        Pair mine = pairs.get(i);
        boolean digest = Decoding.isDigest(script.lines().get(mine.line()));
        double rival = 0;
        int better = 0;
        double before = 0;
        double behind = 0;
        double same = 0;
        double elsewhere = 0;
        double told = 0;
        double other = 0;
        for (int k : index.near(mine.line())) {
            Pair each = pairs.get(k);
            if (k == i) {
                continue;
            }
            if (each.line() == mine.line()) {
                rival = Math.max(rival, first[k]);
                better += first[k] > first[i] ? 1 : 0;
            } else if (!each.name().equals(mine.name())) {
                other = Math.max(other, first[k]);
            }
        }
        for (int k : index.of(mine.name())) {
            Pair each = pairs.get(k);
            if (k == i) {
                continue;
            }
            int away = each.line() - mine.line();
            if (away < 0 && away >= -NEAR) {
                before = Math.max(before, first[k]);
            } else if (away > 0 && away <= NEAR) {
                behind = Math.max(behind, first[k]);
            }
            if (top[k] == top[i]) {
                same = Math.max(same, first[k]);
                if (Decoding.isDigest(script.lines().get(each.line())) != digest) {
                    elsewhere = Math.max(elsewhere, first[k]);
                }
                told = away < 0 ? Math.max(told, first[k]) : told;
            }
        }
        into[at] = (float) first[i];
        into[at + 1] = (float) rival;
        into[at + 2] = better;
        into[at + 3] = (float) before;
        into[at + 4] = (float) behind;
        into[at + 5] = (float) same;
        into[at + 6] = (float) elsewhere;
        into[at + 7] = (float) told;
        into[at + 8] = (float) other;
    }
}

package dev.apatite.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * The first few of many papers that are in order of their scores, cut so that whoever scores them has the same: papers
 * whose scores differ by no more than rounding are tied, whatever order they come in, and ties are broken by the ids.
 */
final class AtTheTop {
    private static final float ROUNDING = 1e-5f;

    private AtTheTop() {}

    /** The score of a paper. */
    interface Score<T> {
        float of(T paper);
    }

    /** The id of a paper, which may have to be read. */
    interface Id<T> {
        String of(T paper) throws IOException;
    }

    /** The {@code most} best, with those tied at the end by their ids. */
    static <T> List<T> first(List<T> best, int most, Score<T> score, Id<T> id) throws IOException {
        if (best.size() <= most) {
            return best;
        }
        float end = score.of(best.get(most - 1));
        List<T> first = new ArrayList<>();
        List<Map.Entry<String, T>> tied = new ArrayList<>();
        for (T each : best) {
            float here = score.of(each);
            if (here < end * (1 - ROUNDING)) {
                break;
            }
            if (here > end * (1 + ROUNDING)) {
                first.add(each);
            } else {
                tied.add(Map.entry(id.of(each), each));
            }
        }
        tied.stream()
                .sorted(Map.Entry.comparingByKey(Comparator.naturalOrder()))
                .limit(most - first.size())
                .forEach(each -> first.add(each.getValue()));
        return first;
    }

    /** Of exactly so many that were asked for, those that are better than the last, with which others may be tied. */
    static <T> List<T> sure(List<T> best, int asked, Score<T> score) {
        if (best.size() < asked) {
            return best;
        }
        float end = score.of(best.getLast());
        return best.stream()
                .filter(each -> score.of(each) > end * (1 + ROUNDING))
                .toList();
    }
}

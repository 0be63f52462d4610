package dev.apatite.reading.citation;

import dev.apatite.reading.citation.ReferenceList.Row;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Finds the labels that count up; other numbers at the heads of lines are years, volumes or titles. */
final class LabelChain {
    private static final int FARTHEST_BACK = 300;
    private static final double JUMP = 0.35;
    private static final double FARTHEST_JUMP = 0.9;
    private static final int MISSING_ONE = 2;

    private LabelChain() {}

    /** The rows whose labels count up in one style, the best such chain; empty where the list is not numbered. */
    static List<Integer> of(List<Row> rows) {
        List<Integer> best = List.of();
        double most = 0;
        for (ReferenceMark.Style style : ReferenceMark.Style.values()) {
            List<Integer> candidates = new ArrayList<>();
            for (int i = 0; i < rows.size(); i++) {
                ReferenceMark mark = rows.get(i).mark();
                if (mark.style() == style && mark.number() > 0) {
                    candidates.add(i);
                }
            }
            List<Integer> chain = longest(rows, candidates);
            double worth = chain.size() - (style == ReferenceMark.Style.BARE ? 0.5 : 0);
            if (isList(rows, chain) && worth > most) {
                best = chain;
                most = worth;
            }
        }
        return best;
    }

    private static List<Integer> longest(List<Row> rows, List<Integer> candidates) {
        double[] worth = new double[candidates.size()];
        int[] before = new int[candidates.size()];
        int best = -1;
        for (int k = 0; k < worth.length; k++) {
            int row = candidates.get(k);
            worth[k] =
                    number(rows, row) - 1 <= row ? 1 - Math.min(FARTHEST_JUMP, JUMP * (number(rows, row) - 1)) : 0.05;
            before[k] = -1;
            for (int j = Math.max(0, k - FARTHEST_BACK); j < k; j++) {
                int steps = number(rows, row) - number(rows, candidates.get(j));
                // Of a list that lacks one number the next entry still begins where it is printed.
                if (steps < 1 || steps > Math.max(row - candidates.get(j), MISSING_ONE)) {
                    continue;
                }
                double sum = worth[j] + 1 - Math.min(FARTHEST_JUMP, JUMP * (steps - 1));
                if (sum > worth[k]) {
                    worth[k] = sum;
                    before[k] = j;
                }
            }
            best = best < 0 || worth[k] > worth[best] ? k : best;
        }
        List<Integer> chain = new ArrayList<>();
        for (int k = best; k >= 0; k = before[k]) {
            chain.add(candidates.get(k));
        }
        Collections.reverse(chain);
        return chain;
    }

    /** Two numbers among many lines are chance; a list begins near its head, and its entries are not endless. */
    private static boolean isList(List<Row> rows, List<Integer> chain) {
        if (chain.isEmpty()) {
            return false;
        }
        boolean early = chain.getFirst() <= 2 || number(rows, chain.getFirst()) == 1;
        int span = rows.size() - chain.getFirst();
        return early ? chain.size() > 1 || span < 12 : chain.size() > 2 && chain.size() * 15 > span;
    }

    private static int number(List<Row> rows, int row) {
        return rows.get(row).mark().number();
    }
}

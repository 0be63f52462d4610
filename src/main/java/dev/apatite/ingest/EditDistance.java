package dev.apatite.ingest;

import java.util.Arrays;

/** Levenshtein distance within a bound, so that unlike texts cost little. */
final class EditDistance {
    private static final int LONGEST = 400;

    private EditDistance() {}

    /** Whether at most {@code most} characters are inserted, deleted or replaced. */
    static boolean within(String a, String b, int most) {
        return distance(a, b, most) <= most;
    }

    /** 1 - distance / longer length, or 0 where it would be under {@code least}; long texts by their beginnings. */
    static double ratio(String a, String b, double least) {
        String left = a.length() > LONGEST ? a.substring(0, LONGEST) : a;
        String right = b.length() > LONGEST ? b.substring(0, LONGEST) : b;
        int longer = Math.max(left.length(), right.length());
        if (longer == 0) {
            return 0;
        }
        int most = (int) Math.floor((1 - least) * longer);
        int distance = distance(left, right, most);
        return distance > most ? 0 : 1 - (double) distance / longer;
    }

    private static int distance(String a, String b, int most) {
        int over = most + 1;
        if (Math.abs(a.length() - b.length()) > most) {
            return over;
        }
        int[] above = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        Arrays.setAll(above, j -> Math.min(j, over));
        for (int i = 1; i <= a.length(); i++) {
            int from = Math.max(1, i - most);
            int to = Math.min(b.length(), i + most);
            row[from - 1] = from == 1 ? Math.min(i, over) : over;
            int least = row[from - 1];
            for (int j = from; j <= to; j++) {
                int change = above[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(over, Math.min(change, 1 + Math.min(above[j], row[j - 1])));
                least = Math.min(least, row[j]);
            }
            if (to < b.length()) {
                row[to + 1] = over;
            }
            if (least > most) {
                return over;
            }
            int[] swap = above;
            above = row;
            row = swap;
        }
        return above[b.length()];
    }
}

package dev.apatite.ingest;

import java.util.Arrays;

/** Levenshtein distance within a bound, quick for texts that are alike or short. */
final class EditDistance {
    private static final int LONGEST = 400;
    private static final int LETTERS = 128;

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

    /** The distance, or anything over {@code most} where it is over that. */
    private static int distance(String a, String b, int most) {
        if (Math.abs(a.length() - b.length()) > most) {
            return most + 1;
        }
        int start = 0;
        int shorter = Math.min(a.length(), b.length());
        while (start < shorter && a.charAt(start) == b.charAt(start)) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && a.charAt(a.length() - 1 - end) == b.charAt(b.length() - 1 - end)) {
            end++;
        }
        String left = a.substring(start, a.length() - end);
        String right = b.substring(start, b.length() - end);
        if (left.isEmpty() || right.isEmpty() || most == 0) {
            return Math.max(left.length(), right.length());
        }
        String brief = left.length() <= right.length() ? left : right;
        String other = brief.equals(left) ? right : left;
        return brief.length() <= Long.SIZE && isAscii(brief) ? bits(brief, other) : rows(left, right, most);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= LETTERS) {
                return false;
            }
        }
        return true;
    }

    /** By a column at a time in the bits of a long (Myers 1999, in Hyyrö's form); at most 64 ASCII characters. */
    private static int bits(String brief, String other) {
        long[] places = new long[LETTERS];
        for (int i = 0; i < brief.length(); i++) {
            places[brief.charAt(i)] |= 1L << i;
        }
        long last = 1L << (brief.length() - 1);
        long up = -1L;
        long down = 0;
        int distance = brief.length();
        for (int j = 0; j < other.length(); j++) {
            char each = other.charAt(j);
            long equal = each < LETTERS ? places[each] : 0;
            long zero = (((equal & up) + up) ^ up) | equal | down;
            long right = down | ~(zero | up);
            long left = up & zero;
            distance += (right & last) != 0 ? 1 : (left & last) != 0 ? -1 : 0;
            right = right << 1 | 1;
            up = left << 1 | ~(zero | right);
            down = right & zero;
        }
        return distance;
    }

    private static int rows(String a, String b, int most) {
        int over = most + 1;
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

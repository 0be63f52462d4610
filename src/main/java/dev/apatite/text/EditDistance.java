package dev.apatite.text;

import java.util.Arrays;

/** Levenshtein distance within a bound, quick for texts that are alike or short. */
public final class EditDistance {
    private static final int LONGEST = 240;
    private static final int LETTERS = 128;

    private EditDistance() {}

    /** How many characters are inserted, deleted or replaced. */
    public static int between(String a, String b) {
        return distance(a, b, Math.max(a.length(), b.length()));
    }

    /** Whether at most {@code most} characters are inserted, deleted or replaced. */
    public static boolean within(String a, String b, int most) {
        return distance(a, b, most) <= most;
    }

    /** 1 - distance / longer length, or 0 where it would be under {@code least}; long texts by their beginnings. */
    public static double ratio(String a, String b, double least) {
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
    public static int distance(String a, String b, int most) {
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
        return isAscii(brief) ? bits(brief, other) : rows(left, right, most);
    }

    private static boolean isAscii(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= LETTERS) {
                return false;
            }
        }
        return true;
    }

    /** A column at a time, 64 rows in the bits of a long (Myers 1999, in Hyyrö's form for several longs). */
    private static int bits(String brief, String other) {
        int blocks = (brief.length() + Long.SIZE - 1) / Long.SIZE;
        long[] places = new long[LETTERS * blocks];
        for (int i = 0; i < brief.length(); i++) {
            places[brief.charAt(i) * blocks + i / Long.SIZE] |= 1L << i;
        }
        long[] up = new long[blocks];
        long[] down = new long[blocks];
        Arrays.fill(up, -1L);
        int distance = brief.length();
        long last = 1L << (brief.length() - 1);
        for (int j = 0; j < other.length(); j++) {
            char each = other.charAt(j);
            int rise = 1;
            for (int k = 0; k < blocks; k++) {
                long equal = each < LETTERS ? places[each * blocks + k] : 0;
                long sloped = equal | down[k];
                long match = equal | (rise < 0 ? 1 : 0);
                long zero = (((match & up[k]) + up[k]) ^ up[k]) | match;
                long rising = down[k] | ~(zero | up[k]);
                long falling = up[k] & zero;
                long top = k == blocks - 1 ? last : Long.MIN_VALUE;
                int out = (rising & top) != 0 ? 1 : (falling & top) != 0 ? -1 : 0;
                rising = rising << 1 | (rise > 0 ? 1 : 0);
                falling = falling << 1 | (rise < 0 ? 1 : 0);
                up[k] = falling | ~(sloped | rising);
                down[k] = rising & sloped;
                rise = out;
            }
            distance += rise;
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

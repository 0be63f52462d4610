package dev.apatite.query;

/** How many letters two short words differ by (Levenshtein). */
final class Distance {
    private static final int LONGEST = 64;

    private Distance() {}

    static int between(String one, String other) {
        String left = one.length() > LONGEST ? one.substring(0, LONGEST) : one;
        String right = other.length() > LONGEST ? other.substring(0, LONGEST) : other;
        int[] row = new int[right.length() + 1];
        for (int j = 0; j <= right.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= left.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= right.length(); j++) {
                int changed = diagonal + (left.charAt(i - 1) == right.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[right.length()];
    }
}

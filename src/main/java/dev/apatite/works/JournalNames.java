package dev.apatite.works;

import java.util.Set;
import java.util.stream.Stream;

/** Whether two printed journal names can be the same journal: abbreviated words, acronyms, left-out small words. */
final class JournalNames {
    private static final Set<String> SMALL =
            Set.of("the", "of", "and", "for", "in", "on", "de", "der", "des", "la", "le", "und", "et", "fur", "a");

    private JournalNames() {}

    /** Both names folded; an unknown name agrees with every other. */
    static boolean agree(String a, String b) {
        if (a.isEmpty() || b.isEmpty() || a.equals(b)) {
            return true;
        }
        String[] left = words(a);
        String[] right = words(b);
        return match(left, 0, right, 0) || isAcronym(left, right) || isAcronym(right, left);
    }

    private static String[] words(String name) {
        return Stream.of(name.split(" "))
                .filter(each -> !SMALL.contains(each))
                .limit(12)
                .toArray(String[]::new);
    }

    private static boolean match(String[] a, int i, String[] b, int j) {
        if (i == a.length || j == b.length) {
            // What one name adds is a place or a section: "Rheumatology (Oxford)", "J Bone Joint Surg Am".
            int left = Math.max(a.length - i, b.length - j);
            return left == 0 || left <= 1 && Math.min(i, j) > 0;
        }
        if (abbreviates(a[i], b[j]) || abbreviates(b[j], a[i])) {
            return match(a, i + 1, b, j + 1);
        }
        return joins(a, i, b, j) || joins(b, j, a, i);
    }

    /** "co rheumatology" and "curr opin rheumatol": one short word stands for the initials of several. */
    private static boolean joins(String[] a, int i, String[] b, int j) {
        int size = a[i].length();
        return size > 1 && size <= 6 && isInitials(a[i], b, j) && match(a, i + 1, b, j + size);
    }

    private static boolean isAcronym(String[] a, String[] b) {
        return a.length == 1 && a[0].length() > 2 && b.length >= a[0].length() && isInitials(a[0], b, 0);
    }

    private static boolean isInitials(String letters, String[] words, int from) {
        if (from + letters.length() > words.length) {
            return false;
        }
        for (int k = 0; k < letters.length(); k++) {
            if (words[from + k].charAt(0) != letters.charAt(k)) {
                return false;
            }
        }
        return true;
    }

    /** Whether the letters of {@code brief} stand in order in {@code whole}, the first in front. */
    private static boolean abbreviates(String brief, String whole) {
        if (whole.startsWith(brief)) {
            return true;
        }
        if (brief.length() < 3 || brief.charAt(0) != whole.charAt(0)) {
            return false;
        }
        int k = 0;
        for (int i = 0; i < whole.length() && k < brief.length(); i++) {
            k += whole.charAt(i) == brief.charAt(k) ? 1 : 0;
        }
        return k == brief.length();
    }
}

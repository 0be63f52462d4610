package dev.apatite.works;

import dev.apatite.text.EditDistance;

/** Whether two printed family names can be one: typing errors, particles, double names, transliterations. */
final class Families {
    private static final int LONG = 5;
    private static final int VERY_LONG = 9;

    private Families() {}

    static CitationFits.Fit fit(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return CitationFits.Fit.UNKNOWN;
        }
        if (a.equals(b)) {
            return CitationFits.Fit.SAME;
        }
        int longer = Math.max(a.length(), b.length());
        boolean near = EditDistance.within(a, b, longer < LONG ? 0 : longer < VERY_LONG ? 1 : 2)
                || exchanged(a, b)
                || isPartOf(a, b)
                || isPartOf(b, a)
                || spoken(a).equals(spoken(b));
        return near ? CitationFits.Fit.NEAR : CitationFits.Fit.DIFFERENT;
    }

    /** "vanderzee" and "zee", "fernandezcodina" and "fernandez". */
    private static boolean isPartOf(String part, String whole) {
        return part.length() > 3 && (whole.startsWith(part) || whole.endsWith(part));
    }

    /** Two neighbouring letters exchanged. */
    private static boolean exchanged(String a, String b) {
        if (a.length() != b.length() || a.length() < 4) {
            return false;
        }
        int i = 0;
        while (i < a.length() && a.charAt(i) == b.charAt(i)) {
            i++;
        }
        return i + 1 < a.length()
                && a.charAt(i) == b.charAt(i + 1)
                && a.charAt(i + 1) == b.charAt(i)
                && a.substring(i + 2).equals(b.substring(i + 2));
    }

    /** One spelling for umlauts and for what Cyrillic names become in English, French and German. */
    private static String spoken(String family) {
        String plain = family.replace("tsch", "ch")
                .replace("tch", "ch")
                .replace("sch", "sh")
                .replace("zh", "z")
                .replace("kh", "h")
                .replace("ks", "x")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u")
                .replace('w', 'v')
                .replace('y', 'i')
                .replace('j', 'i');
        StringBuilder spoken = new StringBuilder(plain.length());
        for (int i = 0; i < plain.length(); i++) {
            if (i == 0 || plain.charAt(i) != plain.charAt(i - 1)) {
                spoken.append(plain.charAt(i));
            }
        }
        // "-skii", "-sky", "-ski"; "-off", "-ov".
        return spoken.toString().replaceAll("of$", "ov").replaceAll("i+$", "i");
    }
}

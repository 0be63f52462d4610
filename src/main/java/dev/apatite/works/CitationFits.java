package dev.apatite.works;

import static dev.apatite.works.CitationFits.Fit.DIFFERENT;
import static dev.apatite.works.CitationFits.Fit.NEAR;
import static dev.apatite.works.CitationFits.Fit.SAME;
import static dev.apatite.works.CitationFits.Fit.UNKNOWN;

import dev.apatite.text.EditDistance;

/** How the identifiers, the place and the year of two citations fit. */
record CitationFits(CitedWork a, CitedWork b) {
    /** How two printed values fit: near are those that one typing error parts. */
    enum Fit {
        SAME,
        NEAR,
        UNKNOWN,
        DIFFERENT
    }

    private static final int LONG_DOI = 10;

    Fit doi() {
        if (a.doi().isEmpty() || b.doi().isEmpty()) {
            return UNKNOWN;
        }
        if (a.doi().equals(b.doi())) {
            return SAME;
        }
        boolean cut = Math.min(a.doi().length(), b.doi().length()) > LONG_DOI
                && (a.doi().startsWith(b.doi()) || b.doi().startsWith(a.doi()));
        return cut || EditDistance.within(a.doi(), b.doi(), 1) ? NEAR : DIFFERENT;
    }

    Fit pmid() {
        if (a.pmid().isEmpty() || b.pmid().isEmpty()) {
            return UNKNOWN;
        }
        if (a.pmid().equals(b.pmid())) {
            return SAME;
        }
        return EditDistance.within(a.pmid(), b.pmid(), 1) ? NEAR : DIFFERENT;
    }

    boolean idsDiffer() {
        return doi() == DIFFERENT && pmid() != SAME || pmid() == DIFFERENT && doi() != SAME;
    }

    static boolean agree(String a, String b) {
        return !a.isEmpty() && a.equals(b);
    }

    private static boolean differ(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    /** Volume or page agrees, and the other is not known of both. */
    boolean halfPlace() {
        return agree(a.volume(), b.volume()) && !differ(a.page(), b.page())
                || agree(a.page(), b.page())
                        && !differ(a.volume(), b.volume())
                        && a.page().length() > 1;
    }

    /** Volume and page together; near where one of them is one typing error off and all else that is known agrees. */
    Fit place() {
        boolean volumes = differ(a.volume(), b.volume());
        boolean pages = differ(a.page(), b.page()) && !isProvisional(a) && !isProvisional(b);
        if (volumes || pages) {
            return volumes != pages && oneTypingError(volumes) ? NEAR : DIFFERENT;
        }
        return agree(a.volume(), b.volume()) && agree(a.page(), b.page()) ? SAME : UNKNOWN;
    }

    /** The number under which an article stood online before it had a volume. */
    private static boolean isProvisional(CitedWork work) {
        return work.volume().isEmpty()
                && (work.page().length() > 5 || work.page().chars().anyMatch(Character::isLetter));
    }

    /** What stands at one page of next year's volume is the next report, unless the page is no usual one to begin at. */
    private boolean oneTypingError(boolean inVolume) {
        if (year() != SAME && !(inVolume && year() == NEAR && a.page().length() > 2)) {
            return false;
        }
        return inVolume
                ? EditDistance.within(a.volume(), b.volume(), 1) && agree(a.page(), b.page())
                : EditDistance.within(a.page(), b.page(), 1)
                        && a.page().length() > 1
                        && b.page().length() > 1
                        && agree(a.volume(), b.volume());
    }

    /** Near: one year apart (online first), or an impossible year with one digit wrong or two exchanged ("2107"). */
    Fit year() {
        if (a.year() == 0 || b.year() == 0) {
            return UNKNOWN;
        }
        if (a.year() == b.year()) {
            return SAME;
        }
        if (Math.abs(a.year() - b.year()) == 1) {
            return NEAR;
        }
        boolean slip = !(isPlausible(a.year()) && isPlausible(b.year()))
                && (isAnagram(a.year(), b.year()) || EditDistance.within("" + a.year(), "" + b.year(), 1));
        return slip ? NEAR : DIFFERENT;
    }

    private static boolean isPlausible(int year) {
        return year > 1850 && year < 2040;
    }

    private static boolean isAnagram(int a, int b) {
        return sorted(a).equals(sorted(b));
    }

    private static String sorted(int year) {
        return String.valueOf(year)
                .chars()
                .sorted()
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }
}

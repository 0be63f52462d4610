package dev.apatite.ingest;

/** Decides whether two citations cite one work, typing errors and missing pieces allowed for. */
final class SameWork {

    private static final int LONG_TITLE = 30;

    private SameWork() {}

    /** Whether they cite one work. */
    static boolean same(CitedWork a, CitedWork b) {
        if (a.paper() != null && b.paper() != null) {
            return false;
        }
        boolean unknown = a.words().isEmpty() || b.words().isEmpty();
        if (agree(a.doi(), b.doi()) || agree(a.pmid(), b.pmid())) {
            return unknown || sameLocus(a, b) || alike(a, b, 0.5);
        }
        boolean names = families(a.family(), b.family()) >= 0;
        if (sameLocus(a, b)) {
            return sameAtOneLocus(a, b, unknown, names);
        }
        if (differ(a.doi(), b.doi()) || differ(a.pmid(), b.pmid()) || unknown || !names || numeralsDiffer(a, b)) {
            return false;
        }
        if (locusDiffers(a, b)) {
            int shorter = Math.min(a.title().length(), b.title().length());
            return shorter >= LONG_TITLE && oneTypingError(a, b) && alike(a, b, 0.93);
        }
        return sameByTitle(a, b);
    }

    private static boolean sameAtOneLocus(CitedWork a, CitedWork b, boolean unknown, boolean names) {
        boolean years = yearsAgree(a, b);
        boolean journals = JournalNames.agree(a.journal(), b.journal());
        if (unknown) {
            return names
                    && years
                    && journals
                    && !a.family().isEmpty()
                    && !b.family().isEmpty();
        }
        if (differ(a.doi(), b.doi())) {
            return alike(a, b, 0.9);
        }
        return alike(a, b, names && (years || journals) ? 0.6 : 0.85);
    }

    /** No volume and page to tell by: a long title must be nearly equal, a short one needs year and journal as well. */
    private static boolean sameByTitle(CitedWork a, CitedWork b) {
        if (!yearsAgree(a, b) || !JournalNames.agree(a.journal(), b.journal())) {
            return false;
        }
        boolean sure = families(a.family(), b.family()) > 0 && a.year() > 0 && b.year() > 0;
        int shorter = Math.min(a.title().length(), b.title().length());
        if (shorter >= LONG_TITLE && a.contentWords().size() > 3) {
            return alike(a, b, 0.9);
        }
        return sure && !a.journal().isEmpty() && !b.journal().isEmpty() && alike(a, b, 0.95);
    }

    /** Whether it is certain that they are two works, so that no third citation may join them. */
    static boolean conflict(CitedWork a, CitedWork b) {
        if (a.paper() != null && b.paper() != null) {
            return true;
        }
        if (agree(a.doi(), b.doi()) || agree(a.pmid(), b.pmid()) || sameLocus(a, b)) {
            return false;
        }
        return locusDiffers(a, b) && !oneTypingError(a, b)
                || differ(a.doi(), b.doi())
                || !yearsAgree(a, b)
                || !a.words().isEmpty() && !b.words().isEmpty() && numeralsDiffer(a, b);
    }

    private static boolean agree(String a, String b) {
        return !a.isEmpty() && a.equals(b);
    }

    private static boolean differ(String a, String b) {
        return !a.isEmpty() && !b.isEmpty() && !a.equals(b);
    }

    private static boolean sameLocus(CitedWork a, CitedWork b) {
        return agree(a.volume(), b.volume()) && agree(a.page(), b.page());
    }

    private static boolean locusDiffers(CitedWork a, CitedWork b) {
        return differ(a.volume(), b.volume()) || differ(a.page(), b.page());
    }

    /** Volume or page differs, not both, by one character; year and, where known, the other agree. */
    private static boolean oneTypingError(CitedWork a, CitedWork b) {
        boolean volume = differ(a.volume(), b.volume());
        boolean page = differ(a.page(), b.page());
        if (volume == page || a.year() == 0 || a.year() != b.year()) {
            return false;
        }
        return volume
                ? EditDistance.within(a.volume(), b.volume(), 1) && agree(a.page(), b.page())
                : EditDistance.within(a.page(), b.page(), 1)
                        && (a.page().length() > 1 && b.page().length() > 1)
                        && agree(a.volume(), b.volume());
    }

    /** 1 the same but for a typing error, 0 one is not known, -1 two names. */
    static int families(String a, String b) {
        if (a.isEmpty() || b.isEmpty()) {
            return 0;
        }
        int longer = Math.max(a.length(), b.length());
        boolean like = a.equals(b)
                || EditDistance.within(a, b, longer < 5 ? 0 : longer < 9 ? 1 : 2)
                || umlauts(a).equals(umlauts(b))
                || Math.min(a.length(), b.length()) > 3
                        && (a.endsWith(b) || b.endsWith(a) || a.startsWith(b) || b.startsWith(a));
        return like ? 1 : -1;
    }

    private static String umlauts(String family) {
        return family.replace("ae", "a").replace("oe", "o").replace("ue", "u");
    }

    /** Equal, one year apart (online first), one digit wrong or two exchanged ("2107"), or not known. */
    static boolean yearsAgree(CitedWork a, CitedWork b) {
        if (a.year() == 0 || b.year() == 0 || Math.abs(a.year() - b.year()) <= 1) {
            return true;
        }
        boolean plausible = isPlausible(a.year()) && isPlausible(b.year());
        return plausible ? false : anagram(a.year(), b.year()) || EditDistance.within("" + a.year(), "" + b.year(), 1);
    }

    private static boolean isPlausible(int year) {
        return year > 1700 && year < 2040;
    }

    private static boolean anagram(int a, int b) {
        return String.valueOf(a)
                .chars()
                .sorted()
                .boxed()
                .toList()
                .equals(String.valueOf(b).chars().sorted().boxed().toList());
    }

    /** "Part I" and "part II", "78 patients" and "75 patients": numbers in a title are not printed by chance. */
    static boolean numeralsDiffer(CitedWork a, CitedWork b) {
        if (a.numerals().equals(b.numerals())) {
            return false;
        }
        // A title cut short at a subtitle lacks that subtitle's numbers.
        boolean cut = a.title().startsWith(b.title()) || b.title().startsWith(a.title());
        return !(cut && Math.min(a.words().size(), b.words().size()) > 5);
    }

    /** Whether the titles are alike; a long title and its beginning are, as subtitles are left out. */
    private static boolean alike(CitedWork a, CitedWork b, double least) {
        String left = a.title();
        String right = b.title();
        if (left.isEmpty() || right.isEmpty()) {
            return false;
        }
        boolean begins = left.startsWith(right) || right.startsWith(left);
        return begins && Math.min(left.length(), right.length()) >= LONG_TITLE
                || EditDistance.ratio(left, right, least) >= least;
    }
}

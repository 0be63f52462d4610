package dev.apatite.works;

import static dev.apatite.works.CitationFits.Fit.DIFFERENT;
import static dev.apatite.works.CitationFits.Fit.NEAR;
import static dev.apatite.works.CitationFits.Fit.SAME;
import static dev.apatite.works.CitationFits.Fit.UNKNOWN;

import dev.apatite.text.EditDistance;
import dev.apatite.works.CitationFits.Fit;

/**
 * Decides whether two citations cite one work, typing errors and missing pieces allowed for: how strongly everything that
 * both print speaks for it, or that it does not. Precision first: a work cited under two ids is found twice, two works
 * under one id are lost in each other.
 */
final class SameWork {
    /** Strengths, 0 for no; what agrees beyond the rule adds up to {@link #MOST_DETAIL}. */
    private static final int BY_ID = 100;

    private static final int BY_ID_ALONE = 80;
    private static final int BY_PLACE = 80;
    private static final int BY_PLACE_ALONE = 60;
    private static final int AGAINST_AN_ID = 60;
    private static final int BY_NEAR_PLACE = 55;
    private static final int BY_TITLE = 40;
    private static final int BY_VAGUE_TITLE = 25;
    static final int MOST_DETAIL = 20;

    private static final int VERY_LONG_TITLE = 60;

    private final CitedWork a;
    private final CitedWork b;
    private final CitationFits fits;
    private final boolean untitled;

    private SameWork(CitedWork a, CitedWork b) {
        this.a = a;
        this.b = b;
        fits = new CitationFits(a, b);
        untitled = a.title().isEmpty() || b.title().isEmpty();
    }

    /** How strongly it seems that they cite one work; 0 where they do not seem to. */
    static int strength(CitedWork a, CitedWork b) {
        if (a.paper() != null && b.paper() != null) {
            return 0;
        }
        SameWork pair = new SameWork(a, b);
        int strength = pair.strength();
        return strength == 0 ? 0 : strength + pair.detail();
    }

    private int strength() {
        Fit place = fits.place();
        if (fits.doi() == SAME || fits.pmid() == SAME) {
            return byIdentifier(place);
        }
        boolean against = fits.idsDiffer();
        if (place == SAME) {
            return byPlace(against);
        }
        if (untitled || against && place != NEAR && !fits.halfPlace() || !Titles.mayBeLike(a, b)) {
            return 0;
        }
        if (a.edition() != 0 && b.edition() != 0 && a.edition() != b.edition()) {
            return 0;
        }
        return switch (place) {
            case DIFFERENT -> 0;
            case NEAR -> byNearPlace();
            default -> against ? againstAnIdentifier() : byTitle();
        };
    }

    private int byIdentifier(Fit place) {
        boolean names = Families.fit(a.family(), b.family()) != DIFFERENT;
        boolean years = fits.year() != DIFFERENT;
        if (untitled) {
            return names || years ? BY_ID_ALONE : 0;
        }
        boolean like = Titles.alike(a.title(), b.title(), 0.5) || Titles.begins(a.title(), b.title());
        if (place == DIFFERENT && like && Titles.areTwoOfASeries(a.title(), b.title())) {
            return 0;
        }
        if (like) {
            return BY_ID;
        }
        // A translated title: everything else has to agree, as DOIs are copied to the wrong reference too.
        boolean elsewhere = place == DIFFERENT || fits.idsDiffer() || fits.pmid() == DIFFERENT;
        boolean placed = place == SAME || fits.halfPlace();
        return placed
                        && !elsewhere
                        && names
                        && !a.family().isEmpty()
                        && !b.family().isEmpty()
                        && years
                ? BY_ID_ALONE
                : 0;
    }

    private int byPlace(boolean against) {
        Fit names = Families.fit(a.family(), b.family());
        boolean years = fits.year() != DIFFERENT;
        boolean journals = JournalNames.agree(a.journal(), b.journal());
        if (untitled) {
            boolean sure = names == SAME || names == NEAR;
            boolean known = !a.journal().isEmpty() && !b.journal().isEmpty();
            return sure && years && journals && known && a.page().length() > 1 && !against ? BY_PLACE_ALONE : 0;
        }
        if (Titles.areTwoOfASeries(a.title(), b.title()) && !Titles.alike(a.title(), b.title(), 0.8)) {
            return 0;
        }
        if (against) {
            return names != DIFFERENT && journals && Titles.alike(a.title(), b.title(), 0.9) ? AGAINST_AN_ID : 0;
        }
        double least = names != DIFFERENT && (years || journals) ? 0.6 : 0.85;
        return Titles.alike(a.title(), b.title(), least) || Titles.begins(a.title(), b.title()) ? BY_PLACE : 0;
    }

    private int byNearPlace() {
        boolean same = Math.min(a.title().length(), b.title().length()) >= Titles.LONG
                && Families.fit(a.family(), b.family()) != DIFFERENT
                && JournalNames.agree(a.journal(), b.journal())
                && sameTitle(fits.idsDiffer() || fits.year() != SAME ? 0.97 : 0.93);
        return same ? BY_NEAR_PLACE : 0;
    }

    /** The wrong identifier on a reference that is right otherwise; volume or page has to agree. */
    private int againstAnIdentifier() {
        boolean same = Math.min(a.title().length(), b.title().length()) >= Titles.LONG
                && Families.fit(a.family(), b.family()) == SAME
                && a.year() == b.year()
                && JournalNames.agree(a.journal(), b.journal())
                && sameTitle(0.97);
        return same ? AGAINST_AN_ID : 0;
    }

    /** No volume and page to tell by: a long title must be nearly equal, a short one needs year and journal as well. */
    private int byTitle() {
        Fit year = fits.year();
        if (year == DIFFERENT && !(fits.halfPlace() && EditDistance.within("" + a.year(), "" + b.year(), 1))
                || !JournalNames.agree(a.journal(), b.journal())) {
            return 0;
        }
        Fit names = Families.fit(a.family(), b.family());
        int shorter = Math.min(a.title().length(), b.title().length());
        boolean journals = !a.journal().isEmpty() && !b.journal().isEmpty();
        if (names == DIFFERENT) {
            boolean unmistakable = shorter >= VERY_LONG_TITLE && journals && a.year() == b.year() && a.year() > 0;
            return unmistakable && sameTitle(0.97) ? BY_VAGUE_TITLE : 0;
        }
        boolean sure = names != UNKNOWN && year == SAME && journals;
        if (sure && sameTitle(0.95)) {
            return BY_TITLE;
        }
        boolean telling = shorter >= Titles.LONG && sameTitle(0.9);
        return telling && a.contentWords().size() > 3 && b.contentWords().size() > 3 ? BY_TITLE : 0;
    }

    /** Whether the titles differ in letters at most, and in these little. */
    private boolean sameTitle(double least) {
        return Titles.alike(a.title(), b.title(), least)
                && Titles.haveTheSameWords(a.title(), b.title())
                && !Titles.areTwoOfASeries(a.title(), b.title());
    }

    /** What agrees to the letter. */
    private int detail() {
        return (a.title().equals(b.title()) && !untitled ? 5 : 0)
                + (fits.doi() == SAME ? 3 : 0)
                + (fits.pmid() == SAME ? 2 : 0)
                + (a.year() != 0 && a.year() == b.year() ? 4 : 0)
                + (CitationFits.agree(a.volume(), b.volume()) ? 1 : 0)
                + (CitationFits.agree(a.page(), b.page()) ? 2 : 0)
                + (CitationFits.agree(a.family(), b.family()) ? 2 : 0)
                + (CitationFits.agree(a.journal(), b.journal()) ? 1 : 0);
    }

    /**
     * Whether two groups are certainly two works, so that no third citation may join them. Each is given as one citation
     * that prints what most of the group do.
     *
     * @param strength of the pair that would join them
     * @param established whether each group's identifiers are printed more than once
     */
    static boolean conflict(CitedWork a, CitedWork b, int strength, boolean established) {
        if (a.paper() != null && b.paper() != null) {
            return true;
        }
        SameWork pair = new SameWork(a, b);
        Fit place = pair.fits.place();
        if (pair.fits.doi() == SAME || pair.fits.pmid() == SAME) {
            return place == DIFFERENT && Titles.areTwoOfASeries(a.title(), b.title());
        }
        boolean sameAtOnePlace = place == SAME && !pair.untitled && Titles.alike(a.title(), b.title(), 0.9);
        if (pair.fits.idsDiffer() && (established || strength < BY_NEAR_PLACE) && !sameAtOnePlace) {
            return true;
        }
        if (place == SAME) {
            return false;
        }
        return place == DIFFERENT
                || pair.fits.year() == DIFFERENT && !pair.fits.halfPlace()
                || a.edition() != 0 && b.edition() != 0 && a.edition() != b.edition()
                || !JournalNames.agree(a.journal(), b.journal())
                || !pair.untitled && pair.titlesTellTwo();
    }

    private boolean titlesTellTwo() {
        return Titles.areTwoOfASeries(a.title(), b.title())
                || !Titles.alike(a.title(), b.title(), 0.6) && !Titles.begins(a.title(), b.title());
    }
}

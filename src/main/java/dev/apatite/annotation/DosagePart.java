package dev.apatite.annotation;

/**
 * One piece of a dosage where it stands in a sentence.
 *
 * @param text as printed, but a route by its plain name ("intravenous")
 */
record DosagePart(Kind kind, int start, int end, String text) {
    enum Kind {
        AMOUNT,
        ROUTE,
        FREQUENCY,
        DURATION
    }
}

package dev.apatite.annotation;

/** How a sentence says that a treatment was used. */
enum Use {
    /** Refused, planned, contraindicated, merely recommended: never given here. */
    NOT,
    /** No treatment in this sentence: a level, a test, an allergy, an overdose. */
    SUBSTANCE,
    /** Stopped or withdrawn. */
    STOPPED,
    /** Given on at another dose. */
    CHANGED,
    /** Given before the story begins, or as standing medication. */
    PAST,
    /** Maintained, continued, tapered, resumed. */
    GOING,
    /** Started or given. */
    STARTED,
    /** Named without a word on its use. */
    NAMED;

    /** Whether a patient of whom the sentence speaks got the treatment. */
    boolean given() {
        return this != NOT && this != SUBSTANCE;
    }
}

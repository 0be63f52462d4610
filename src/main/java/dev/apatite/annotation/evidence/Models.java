package dev.apatite.annotation.evidence;

import java.util.List;

/**
 * Everything learned.
 *
 * @param tagger whether a word names a treatment
 * @param sentence whether a sentence states an outcome, which (by class), and whether of the paper's own patients
 * @param text the same for one treatment in marked text, whether harm, and which outcome it is where there is one
 * @param link whether a sentence's outcome is a treatment's; grown from different seeds, averaged
 * @param classes which outcome, a set of trees for each
 */
record Models(
        LinearModel tagger,
        LinearModel sentence,
        LinearModel text,
        List<Trees> link,
        List<Trees> classes,
        Calibration paper,
        Calibration shortText,
        Thresholds thresholds) {
    /**
     * Levels of confidence.
     *
     * @param likely from here on two of three rows are right
     * @param possible from here on F1 is highest
     */
    record Thresholds(double likely, double possible, double likelyShort, double possibleShort) {}

    Models calibrated(Calibration ofPapers, Calibration ofTexts, Thresholds levels) {
        return new Models(tagger, sentence, text, link, classes, ofPapers, ofTexts, levels);
    }
}

package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;

/**
 * What a sentence states of a treatment.
 *
 * @param line counts the script's lines
 * @param named the treatment where it was named last, up to that line
 * @param namedIn the line in which that is
 * @param raw how sure the trees are, before calibration
 * @param confidence the share of such judgements that is right on texts kept apart
 */
public record Judgement(
        int line, Named named, int namedIn, Response response, boolean own, double raw, double confidence) {
    Judgement with(double newConfidence) {
        return new Judgement(line, named, namedIn, response, own, raw, newConfidence);
    }

    Judgement with(Response other) {
        return new Judgement(line, named, namedIn, other, own, raw, confidence);
    }
}

package dev.apatite.search;

import org.jspecify.annotations.Nullable;

/**
 * One page of findings, those among them that no index keeps.
 *
 * @param unsure what became of these; null where none were asked for
 */
public record AllEvidence(
        EvidenceResponse response, @Nullable Unsure unsure) {
    /**
     * Whether findings that are too unsure to be kept are in an answer.
     *
     * @param papers how many papers the search finds
     * @param most for how many at most they are worked out
     * @param included whether they are there
     */
    public record Unsure(long papers, int most, boolean included) {}
}

package dev.apatite.annotation.evidence;

import dev.apatite.paper.SectionKind;
import java.util.List;

/**
 * A sentence as the judge sees it.
 *
 * @param section index into the paper's sections
 * @param start in the section's text
 * @param lower the text in lower case with plain spaces, character for character
 * @param own whether the rules take it for the paper's own patients' story
 * @param silent whether it stands where no evidence is told (a caption, back matter); it is kept for its names
 * @param patient index of the reported patient, -1 where none or all are meant
 * @param citations how many references it cites
 * @param treatments in the order of the text
 * @param conditions pairs of offsets, start and end, of the conditions named
 */
public record Line(
        int section,
        int start,
        int end,
        String text,
        String lower,
        SectionKind kind,
        boolean own,
        boolean silent,
        int patient,
        int citations,
        List<Named> treatments,
        int[] conditions,
        List<Cue> cues) {
    public Line {
        treatments = List.copyOf(treatments);
        cues = List.copyOf(cues);
    }

    Line with(List<Named> others, List<Cue> otherCues) {
        return new Line(
                section, start, end, text, lower, kind, own, silent, patient, citations, others, conditions, otherCues);
    }
}

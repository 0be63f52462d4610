package dev.apatite.search;

import dev.apatite.index.StoredJson;
import dev.apatite.paper.Finding;
import dev.apatite.paper.SectionKind;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A finding and the paper that states it.
 *
 * @param sectionKind the kind of the section in which the sentence stands, null for the title
 * @param heading that section's printed heading
 * @param page the page of its file on which the sentence begins, from 1; null where that is not known
 * @param works ids of the works that the sentence cites
 * @param mark what a reader said of it: right, wrong, corrected, added, or disputed where readers differ; null where
 *     nobody said anything
 */
public record EvidenceRow(
        PaperCard paper,
        Finding finding,
        @Nullable SectionKind sectionKind,
        @Nullable String heading,
        @Nullable Integer page,
        List<String> works,
        @Nullable String mark) {
    public EvidenceRow {
        works = List.copyOf(works);
    }

    /** The row of a finding as it is stored, with the card of its paper. */
    static EvidenceRow of(PaperCard paper, StoredJson.Placed<Finding> found) {
        StoredJson.Place place = found.place();
        return new EvidenceRow(
                paper, found.row(), place.kind(), place.heading(), place.page(), place.works(), place.mark());
    }
}

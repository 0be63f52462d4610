package dev.apatite.web.page;

import dev.apatite.review.Mark;
import dev.apatite.search.EvidenceResponse;
import dev.apatite.search.EvidenceRow;
import java.util.List;
import java.util.Map;

/**
 * Findings that were found.
 *
 * @param sureness how sure the shown ones are, and how many more there are
 * @param struck those that readers called wrong, of the same search; they count nowhere
 * @param marks what readers said of them, by the finding's id
 */
public record EvidencePage(
        Frame frame,
        EvidenceResponse response,
        Sureness sureness,
        List<FacetGroup> facets,
        List<ResponseBars> bars,
        List<EvidenceRow> struck,
        Map<String, Mark> marks) {
    /** The treatments that the words name, where the page is not narrowed to any yet. */
    public List<String> typed() {
        boolean narrowed = frame.state().request().filters().keySet().stream()
                .anyMatch(each -> each.equals("treatment") || each.equals("finding"));
        return narrowed ? List.of() : response.typed();
    }

    public EvidencePage {
        facets = List.copyOf(facets);
        bars = List.copyOf(bars);
        struck = List.copyOf(struck);
        marks = Map.copyOf(marks);
    }
}

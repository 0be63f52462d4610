package dev.apatite.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of findings.
 *
 * @param hitCount how many findings there are in all
 * @param facets of the findings: treatment (a tree), response, own
 * @param share how many of those findings that the judge alone says are right, by what it says: 0 to 1; null where it
 *     judged none of them, or no facets were asked for
 * @param named the names by which the query may name treatments
 * @param summary what all the findings say together, treatment by treatment, most reported first
 */
public record EvidenceResponse(
        long hitCount,
        List<EvidenceRow> rows,
        Map<String, List<FacetValue>> facets,
        @Nullable Double share,
        List<String> named,
        List<TreatmentSummary> summary,
        @Nullable String nextCursor,
        List<Expansion> expansions,
        @Nullable String suggestion,
        String parsed) {
    /** Those of the summary's treatments that the query names. */
    public List<String> typed() {
        return summary.stream()
                .map(TreatmentSummary::treatment)
                .filter(each -> named.stream().anyMatch(each::equalsIgnoreCase))
                .toList();
    }

    public EvidenceResponse {
        rows = List.copyOf(rows);
        facets = Facets.copy(facets);
        named = List.copyOf(named);
        summary = List.copyOf(summary);
        expansions = List.copyOf(expansions);
    }
}

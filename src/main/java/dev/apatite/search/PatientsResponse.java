package dev.apatite.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One page of patients.
 *
 * @param facets of the patients: sex, age (by decade), antibody with status, given
 */
public record PatientsResponse(
        long hitCount,
        List<PatientRow> rows,
        Map<String, List<FacetValue>> facets,
        @Nullable String nextCursor,
        List<Expansion> expansions,
        @Nullable String suggestion,
        String parsed) {
    public PatientsResponse {
        rows = List.copyOf(rows);
        facets = Facets.copy(facets);
        expansions = List.copyOf(expansions);
    }
}

package dev.apatite.web.page;

import dev.apatite.search.PatientsResponse;
import java.util.List;

/** Patients that were found. */
public record PatientsPage(
        Frame frame, PatientsResponse response, List<FacetGroup> facets, List<AgeBars> bars, Told told) {
    public PatientsPage {
        facets = List.copyOf(facets);
        bars = List.copyOf(bars);
    }
}

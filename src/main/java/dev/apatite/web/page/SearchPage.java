package dev.apatite.web.page;

import dev.apatite.search.FieldDescription;
import dev.apatite.search.SearchResponse;
import java.util.List;

/** Papers that were found. */
public record SearchPage(Frame frame, SearchResponse response, List<FacetGroup> facets, List<FieldDescription> fields) {
    public SearchPage {
        facets = List.copyOf(facets);
        fields = List.copyOf(fields);
    }
}

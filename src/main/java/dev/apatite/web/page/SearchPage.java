package dev.apatite.web.page;

import dev.apatite.search.FieldDescription;
import dev.apatite.search.Rows;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Structured;
import dev.apatite.search.WorkRow;
import java.util.List;

/** Papers that were found. */
public record SearchPage(
        Frame frame,
        SearchResponse response,
        List<Structured> offers,
        List<WorkRow> citedWorks,
        List<FacetGroup> facets,
        List<FieldDescription> fields) {
    public SearchPage {
        offers = List.copyOf(offers);
        citedWorks = List.copyOf(citedWorks);
        facets = List.copyOf(facets);
        fields = List.copyOf(fields);
    }

    /** The address of a structured search that is offered. */
    public static String address(Structured offer) {
        View view = offer.rows() == Rows.PATIENTS ? View.PATIENTS : View.PAPERS;
        return view.path() + Addresses.of(offer.request());
    }
}

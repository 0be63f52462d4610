package dev.apatite.web.page;

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
        List<FacetGroup> facets) {
    public SearchPage {
        offers = List.copyOf(offers);
        citedWorks = List.copyOf(citedWorks);
        facets = List.copyOf(facets);
    }

    /** The first of some things, at most so many. */
    public static <T> List<T> first(List<T> all, int most) {
        return all.subList(0, Math.min(most, all.size()));
    }

    /** The address of a structured search that is offered. */
    public static String address(Structured offer) {
        View view = offer.rows() == Rows.PATIENTS ? View.PATIENTS : View.PAPERS;
        return view.path() + SearchAddresses.of(offer.request());
    }
}

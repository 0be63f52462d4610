package dev.apatite.search;

import java.util.List;

/**
 * A value that can be filtered by.
 *
 * @param value what to give to the filter
 * @param label what to show
 * @param count how many rows there are with it, were it the only value chosen of its facet
 * @param selected whether the request filters by it
 * @param narrower how many narrower values some rows have; they are asked for one level at a time
 * @param children the results of an antibody, positive and negative; of other values none
 */
public record FacetValue(
        String value, String label, long count, boolean selected, int narrower, List<FacetValue> children) {
    public FacetValue {
        children = List.copyOf(children);
    }
}

package dev.apatite.web.page;

import dev.apatite.search.FacetRequest;
import dev.apatite.search.FacetValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * All values of one facet on one level, to be chosen from.
 *
 * @param telling the most telling values of all levels; empty where one level, or values that begin so, were asked for
 */
public record FacetPage(
        Frame frame, String heading, FacetRequest facet, List<FacetGroup> telling, List<FacetNode> values) {
    private static final int MOST = 500;

    public FacetPage {
        telling = List.copyOf(telling);
        values = List.copyOf(values);
    }

    /** The page of a facet's values, at most some hundreds. */
    public static FacetPage of(
            Frame frame, FacetRequest facet, List<FacetValue> values, Map<String, List<FacetValue>> telling) {
        SearchState state = frame.state();
        String heading = state.view().facets().getOrDefault(facet.name(), facet.name());
        return new FacetPage(
                frame,
                heading,
                facet,
                FacetGroup.of(state, telling).stream()
                        .filter(each ->
                                each.name().equals(facet.name()) && !each.more().isEmpty())
                        .toList(),
                values.stream()
                        .limit(MOST)
                        .map(each -> FacetGroup.node(state, facet.name(), each))
                        .toList());
    }

    /** Whether some values have narrower ones. */
    public boolean isDeep() {
        return values.stream().anyMatch(each -> each.narrower() != null);
    }

    /** The address of this page's form. */
    public String action() {
        return "/facets/" + SearchAddresses.encoded(facet.name());
    }

    /** What the form has to carry along beside what is typed. */
    public List<SearchState.Field> carried() {
        List<SearchState.Field> fields = new java.util.ArrayList<>(frame.state().carried(List.of()));
        if (!frame.state().request().query().isEmpty()) {
            fields.add(new SearchState.Field("query", frame.state().request().query()));
        }
        fields.add(new SearchState.Field("of", frame.state().view().label().toLowerCase(Locale.ROOT)));
        return fields;
    }
}

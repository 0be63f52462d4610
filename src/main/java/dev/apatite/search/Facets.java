package dev.apatite.search;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Copies facets in their order. */
final class Facets {
    private Facets() {}

    static Map<String, List<FacetValue>> copy(Map<String, List<FacetValue>> facets) {
        Map<String, List<FacetValue>> copy = new LinkedHashMap<>();
        facets.forEach((name, values) -> copy.put(name, List.copyOf(values)));
        return Collections.unmodifiableMap(copy);
    }
}

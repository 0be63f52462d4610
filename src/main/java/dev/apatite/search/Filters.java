package dev.apatite.search;

import dev.apatite.index.FacetDimensions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * The filters of a request as queries.
 *
 * @param ofFacets of papers, by the facet that they choose in; their facet is counted as if they were not there
 * @param without what takes the place of a facet's query, and of those equal to it, when the facet is counted
 * @param papers of papers, beside those
 * @param findings of findings, each at least one of which a row must match
 * @param patients of patients, likewise
 */
record Filters(
        Map<String, Query> ofFacets,
        Map<String, Query> without,
        List<Query> papers,
        Map<String, Query> findings,
        Map<String, Query> patients,
        Map<String, List<String>> selected) {
    /** The facets of papers that a request filters by. */
    static final List<String> FACETS = FacetDimensions.OF_PAPERS;

    /** Gathers filters. */
    static final class Builder {
        final Map<String, Query> ofFacets = new LinkedHashMap<>();
        final Map<String, Query> without = new LinkedHashMap<>();
        final List<Query> papers = new ArrayList<>();
        final Map<String, Query> findings = new LinkedHashMap<>();
        final Map<String, Query> patients = new LinkedHashMap<>();
        final Map<String, List<String>> selected = new LinkedHashMap<>();

        /** The least confidence of a finding that counts. */
        double least;

        Filters build() {
            return new Filters(ofFacets, without, papers, findings, patients, selected);
        }
    }

    /** All of these together. */
    static Query all(Iterable<Query> queries) {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        queries.forEach(each -> all.add(each, Occur.MUST));
        return all.build();
    }
}

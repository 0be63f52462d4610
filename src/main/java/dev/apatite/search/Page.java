package dev.apatite.search;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MultiCollectorManager;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows.
 *
 * @param facets of all rows; empty where none were asked for
 * @param next points behind the last row; null where no row follows
 */
record Page(
        long hits,
        ScoreDoc[] rows,
        Map<String, List<FacetValue>> facets,
        @Nullable String next) {
    /**
     * What a page is made of.
     *
     * @param base what every row must match
     * @param asked what finds the same rows, however they are scored: by it the facets are remembered
     * @param choices what rows must match too, each of one facet, which is counted as if the choice were not made
     * @param without what takes the place of a choice, and of those equal to it, when its facet is counted
     */
    record Plan(
            Query base,
            Query asked,
            Map<String, Query> choices,
            Map<String, Query> without,
            Order order,
            Cursor cursor,
            Optional<FacetPlan> facets) {
        /** All that a row must match. */
        Query everything() {
            return allBut("");
        }

        /** The same without some documents. */
        Plan without(Set<Integer> documents) {
            return documents.isEmpty() ? this : without(new Documents(documents));
        }

        /** The same without what matches. */
        Plan without(Query others) {
            return new Plan(
                    Versions.without(base, others),
                    Versions.without(asked, others),
                    choices,
                    without,
                    order,
                    cursor,
                    facets);
        }

        Query allBut(String dimension) {
            BooleanQuery.Builder all = new BooleanQuery.Builder().add(base, Occur.MUST);
            Query left = choices.get(dimension);
            choices.values().stream()
                    .filter(each -> !each.equals(left))
                    .distinct()
                    .forEach(each -> all.add(each, Occur.FILTER));
            if (without.containsKey(dimension)) {
                all.add(without.get(dimension), Occur.FILTER);
            }
            return all.build();
        }

        private FacetIndex.Question question(FacetPlan facetPlan) {
            return new FacetIndex.Question(asked, choices, facetPlan.dimensions(), facetPlan.selected());
        }
    }

    /**
     * Which facets are counted, and where.
     *
     * @param dimensions the facets in the index by their outside names
     * @param selected values that the request filters by, by the outside names
     */
    record FacetPlan(FacetIndex index, Map<String, String> dimensions, Map<String, List<String>> selected) {
        /** The name in the index of a facet that is asked for. */
        String dimension(FacetRequest wanted) {
            String dimension = dimensions.get(wanted.name());
            if (dimension == null) {
                throw new BadRequest(
                        "name",
                        "there is no facet " + wanted.name() + "; facets are "
                                + String.join(", ", dimensions.keySet()));
            }
            return dimension;
        }

        /** The facets by the counts of all rows and, where something was chosen in one, of those without that choice. */
        Map<String, List<FacetValue>> values(int[] counts, Map<String, int[]> chosen) {
            Map<String, List<FacetValue>> facets = new LinkedHashMap<>();
            dimensions.forEach((name, dimension) -> facets.put(
                    name,
                    FacetCounter.telling(
                            index,
                            chosen.getOrDefault(dimension, counts),
                            dimension,
                            selected.getOrDefault(name, List.of()))));
            return facets;
        }
    }

    /** How many rows a page is to have. */
    static int size(SearchRequest request) {
        int size = request.pageSize();
        if (size < 0 || size > SearchRequest.LARGEST_PAGE) {
            throw new BadRequest("pageSize", "a page has 0 to " + SearchRequest.LARGEST_PAGE + " rows, not " + size);
        }
        return size;
    }

    static Page read(IndexSearcher searcher, SearchRequest request, Plan plan) throws IOException {
        int size = size(request);
        FieldDoc after = plan.cursor().row(request.cursor(), plan.order().sort());
        TopFieldDocs found;
        FacetIndex.Counted counted;
        if (request.facets() && plan.facets().isPresent()) {
            FacetPlan facets = plan.facets().get();
            FacetIndex.Question question = plan.question(facets);
            FacetIndex.Counted lately = facets.index().lately().getIfPresent(question);
            if (lately == null) {
                Object[] both = searcher.search(
                        plan.everything(),
                        new MultiCollectorManager(
                                new TopFieldCollectorManager(plan.order().sort(), size + 1, after, Integer.MAX_VALUE),
                                facets.index().counting()));
                found = (TopFieldDocs) both[0];
                Map<String, int[]> chosen = new LinkedHashMap<>();
                for (String dimension : plan.choices().keySet()) {
                    chosen.put(
                            dimension,
                            searcher.search(
                                    plan.allBut(dimension), facets.index().counting()));
                }
                counted = new FacetIndex.Counted(found.totalHits.value(), facets.values((int[]) both[1], chosen));
                facets.index().lately().put(question, counted);
            } else {
                // How many there are is known, so that what cannot come first need not be looked at.
                found = searcher.search(
                        plan.everything(),
                        new TopFieldCollectorManager(plan.order().sort(), size + 1, after, size + 1));
                counted = lately;
            }
        } else {
            found = searcher.search(
                    plan.everything(),
                    new TopFieldCollectorManager(plan.order().sort(), size + 1, after, Integer.MAX_VALUE));
            counted = new FacetIndex.Counted(found.totalHits.value(), Map.of());
        }
        boolean more = found.scoreDocs.length > size;
        ScoreDoc[] rows = more ? java.util.Arrays.copyOf(found.scoreDocs, size) : found.scoreDocs;
        String next = more && size > 0 ? plan.cursor().after(((FieldDoc) rows[size - 1]).fields) : null;
        return new Page(counted.hits(), rows, counted.facets(), next);
    }

    /** The values of one facet that its rows have, by levels or by a word's beginning. */
    static List<FacetValue> listed(IndexSearcher searcher, Plan plan, FacetRequest wanted) throws IOException {
        FacetPlan facets = plan.facets().orElseThrow();
        String dimension = facets.dimension(wanted);
        int[] counts = searcher.search(plan.allBut(dimension), facets.index().counting());
        return FacetCounter.listed(
                facets.index(), counts, dimension, wanted, facets.selected().getOrDefault(wanted.name(), List.of()));
    }

    /** The relevance of a row; 0 where rows are sorted otherwise. */
    static float score(ScoreDoc row) {
        return row instanceof FieldDoc sorted && sorted.fields != null && sorted.fields[0] instanceof Float score
                ? score
                : 0;
    }
}

package dev.apatite.search;

import java.io.IOException;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.facet.DrillDownQuery;
import org.apache.lucene.facet.DrillSideways;
import org.apache.lucene.facet.Facets;
import org.apache.lucene.facet.FacetsConfig;
import org.apache.lucene.facet.sortedset.SortedSetDocValuesReaderState;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldDoc;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TopFieldCollectorManager;
import org.apache.lucene.search.TopFieldDocs;
import org.jspecify.annotations.Nullable;

/**
 * One page of rows.
 *
 * @param facets counts of all rows; empty where none were asked for or none there are
 * @param dimensions the facets that some row of the commit has
 * @param next points behind the last row; null where no row follows
 */
record Page(
        long hits,
        ScoreDoc[] rows,
        Optional<Facets> facets,
        Set<String> dimensions,
        @Nullable String next) {
    /**
     * What a page is made of.
     *
     * @param base what every row must match
     * @param choices what rows must match too, each of one facet, which is counted as if the choice were not made
     */
    record Plan(
            Query base,
            java.util.Map<String, Query> choices,
            Order order,
            Cursor cursor,
            FacetsConfig config,
            Optional<SortedSetDocValuesReaderState> facets) {
        /** All that a row must match. */
        Query everything() {
            BooleanQuery.Builder all = new BooleanQuery.Builder().add(base, Occur.MUST);
            choices.values().forEach(each -> all.add(each, Occur.FILTER));
            return all.build();
        }
    }

    static Page read(IndexSearcher searcher, SearchRequest request, Plan plan) throws IOException {
        int size = request.pageSize();
        if (size < 0 || size > SearchRequest.LARGEST_PAGE) {
            throw new BadRequest("pageSize", "a page has 0 to " + SearchRequest.LARGEST_PAGE + " rows, not " + size);
        }
        FieldDoc after = plan.cursor().row(request.cursor(), plan.order().sort());
        TopFieldCollectorManager collector =
                new TopFieldCollectorManager(plan.order().sort(), size + 1, after, Integer.MAX_VALUE);
        TopFieldDocs found;
        Optional<Facets> facets = Optional.empty();
        if (request.facets() && plan.facets().isPresent()) {
            DrillDownQuery drillDown = new DrillDownQuery(plan.config(), plan.base());
            plan.choices().forEach(drillDown::add);
            DrillSideways.ConcurrentDrillSidewaysResult<TopFieldDocs> result =
                    new DrillSideways(searcher, plan.config(), plan.facets().get()).search(drillDown, collector);
            found = result.collectorResult;
            facets = Optional.of(result.facets);
        } else {
            found = searcher.search(plan.everything(), collector);
        }
        boolean more = found.scoreDocs.length > size;
        ScoreDoc[] rows = more ? java.util.Arrays.copyOf(found.scoreDocs, size) : found.scoreDocs;
        String next = more && size > 0 ? plan.cursor().after(((FieldDoc) rows[size - 1]).fields) : null;
        Set<String> dimensions = new HashSet<>();
        plan.facets().ifPresent(each -> each.getDims().forEach(dimensions::add));
        return new Page(found.totalHits.value(), rows, facets, dimensions, next);
    }

    /** The relevance of a row; 0 where rows are sorted otherwise. */
    static float score(ScoreDoc row) {
        return row instanceof FieldDoc sorted && sorted.fields != null && sorted.fields[0] instanceof Float score
                ? score
                : 0;
    }
}

package dev.apatite.search;

import dev.apatite.query.CompiledQuery;
import dev.apatite.query.QueryNode;
import java.util.List;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/**
 * A request that was understood.
 *
 * @param compiled the typed query
 * @param sentences the typed words, as they are searched in the sentences of findings
 * @param filters the filters
 */
record Question(SearchRequest request, QueryNode tree, CompiledQuery compiled, Query sentences, Filters filters) {
    /** The papers that the query and the filters of papers ask for, but for those of facets. */
    Query papers() {
        BooleanQuery.Builder papers = new BooleanQuery.Builder();
        papers.add(compiled.query(), Occur.MUST);
        papers.add(dev.apatite.query.EvidenceQueries.kind(dev.apatite.index.Schema.KIND_PAPER), Occur.FILTER);
        filters.papers().forEach(each -> papers.add(each, Occur.FILTER));
        return papers.build();
    }

    /** The papers that the query and all filters but these ask for. */
    Query papersBut(List<String> dimensions) {
        BooleanQuery.Builder papers = new BooleanQuery.Builder();
        papers.add(papers(), Occur.MUST);
        filters.ofFacets().forEach((name, query) -> {
            if (!dimensions.contains(name)) {
                papers.add(query, Occur.FILTER);
            }
        });
        return papers.build();
    }

    List<Expansion> expansions() {
        return compiled.expansions().stream()
                .map(each -> new Expansion(each.typed(), each.also()))
                .toList();
    }
}

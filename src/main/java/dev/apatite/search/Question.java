package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.QueryNode;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/**
 * A request that was understood, against one commit.
 *
 * @param searched what it is asked of
 * @param compiled the typed query
 * @param sentences the typed words, as they are searched in the sentences of findings
 * @param filters the filters
 * @param loose the papers with most of the words; empty where every word is demanded
 * @param mended the query that is searched instead of the typed one; null where it is the typed one
 * @param suggestion a query that may have been meant; null where there is none
 */
record Question(
        SearchRequest request,
        Searched searched,
        QueryNode tree,
        CompiledQuery compiled,
        Query sentences,
        Filters filters,
        Optional<Loose> loose,
        @Nullable String mended,
        @Nullable String suggestion) {
    /** The papers with all that the query asks for, and that the filters ask for, but for those of facets. */
    Query exactPapers() {
        return papers(compiled.query());
    }

    /** The papers that are rows of evidence, patients or works: with all the words, with most where none has all. */
    Query papers() {
        return papers(
                loose.filter(each -> each.exact() == 0).map(Loose::matching).orElse(compiled.query()));
    }

    /** These papers, as far as the filters ask for them that choose in no facet. */
    Query papers(Query query) {
        BooleanQuery.Builder papers = new BooleanQuery.Builder();
        papers.add(query, Occur.MUST);
        if (!OfPapers.only(query)) {
            papers.add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER);
        }
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
                .map(each -> new Expansion(
                        each.typed(),
                        each.others().stream()
                                .filter(CompiledQuery.Other::on)
                                .flatMap(other -> other.names().stream())
                                .distinct()
                                .toList(),
                        each.others().stream()
                                .map(other ->
                                        new Expansion.Other(other.id(), other.names(), other.narrower(), other.on()))
                                .toList()))
                .toList();
    }
}

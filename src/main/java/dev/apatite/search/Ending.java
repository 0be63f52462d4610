package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.query.CompiledQuery;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.query.QueryCompiler;
import dev.apatite.query.QueryNode;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;

/** Names what no paper has. */
final class Ending {
    private static final int MOST_PARTS = 50;

    private final QueryCompiler compiler;

    Ending(QueryCompiler compiler) {
        this.compiler = compiler;
    }

    /** A part of a query that every paper must meet. */
    private record Part(String said, Query query, boolean not) {}

    /**
     * The words, phrases and fields that no paper has; where there are some for each, the first that none has which has
     * all before it. Empty where it is the filters that end the search.
     *
     * @param hits whether there are papers that lack some of the words
     */
    List<String> of(IndexView view, Question question, boolean hits) throws IOException {
        return of(
                query -> {
                    view.check();
                    return view.searcher().count(query);
                },
                question,
                hits);
    }

    /** Says how many documents match. */
    interface Counting {
        long of(Query query) throws IOException;
    }

    List<String> of(Counting counting, Question question, boolean hits) throws IOException {
        List<Part> parts = parts(question);
        List<String> nowhere = new ArrayList<>();
        for (Part each : parts) {
            if (!each.not() && count(counting, List.of(each)) == 0) {
                nowhere.add(each.said());
            }
        }
        for (int i = 2; i <= parts.size() && !hits && nowhere.isEmpty(); i++) {
            if (count(counting, parts.subList(0, i)) == 0) {
                nowhere.add(together(parts.subList(0, i - 1), parts.get(i - 1)));
            }
        }
        return nowhere;
    }

    private static String together(List<Part> before, Part last) {
        String others = before.stream().map(Part::said).collect(Collectors.joining(", "));
        return last.not() ? others + " without " + last.said() : last.said() + " together with " + others;
    }

    private static long count(Counting counting, List<Part> parts) throws IOException {
        BooleanQuery.Builder all =
                new BooleanQuery.Builder().add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER);
        parts.forEach(each -> all.add(each.query(), each.not() ? Occur.MUST_NOT : Occur.FILTER));
        return counting.of(all.build());
    }

    private List<Part> parts(Question question) {
        List<Part> parts = new ArrayList<>();
        Optional<CompiledQuery.Relaxed> bare = question.compiled().relaxed();
        bare.ifPresent(words -> words.parts().forEach(each -> parts.add(new Part(each.typed(), each.ways(), false))));
        List<QueryNode> nodes = question.tree() instanceof QueryNode.And and ? and.parts() : List.of(question.tree());
        for (QueryNode node : nodes) {
            switch (node) {
                case QueryNode.Not not ->
                    parts.add(new Part(QueryPrinter.print(not.part()), query(not.part(), question), true));
                default -> {
                    if (bare.isEmpty() || !(node instanceof QueryNode.Words)) {
                        parts.add(new Part(QueryPrinter.print(node), query(node, question), false));
                    }
                }
            }
        }
        return parts.subList(0, Math.min(MOST_PARTS, parts.size()));
    }

    private Query query(QueryNode node, Question question) {
        SearchRequest request = question.request();
        return compiler.compile(
                        node,
                        new QueryCompiler.Widening(
                                request.synonym(), Set.copyOf(request.wording().except())),
                        List.of())
                .query();
    }
}

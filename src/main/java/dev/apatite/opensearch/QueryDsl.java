package dev.apatite.opensearch;

import dev.apatite.engine.Unanswerable;
import dev.apatite.index.LookedUpQuery;
import dev.apatite.index.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.apache.lucene.document.DoublePoint;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.FieldExistsQuery;
import org.apache.lucene.search.IndexOrDocValuesQuery;
import org.apache.lucene.search.IndexSortSortedNumericDocValuesRangeQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PointRangeQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.WildcardQuery;
import org.apache.lucene.search.join.ToChildBlockJoinQuery;
import org.apache.lucene.search.join.ToParentBlockJoinQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Lucene's queries in the language of the cluster, so that they find and score the same. A paper's block is a parent with
 * its children there.
 */
final class QueryDsl {
    private final Function<LookedUpQuery, Query> lookup;

    /** {@code lookup} gives what a query stands for in the state that is asked. */
    QueryDsl(Function<LookedUpQuery, Query> lookup) {
        this.lookup = lookup;
    }

    /**
     * The query as the cluster takes it.
     *
     * @throws Unanswerable where it has no word for it
     */
    Map<String, Object> of(Query query) {
        return switch (query) {
            case MatchAllDocsQuery all -> Map.of("match_all", Map.of());
            case MatchNoDocsQuery none -> none();
            case LookedUpQuery other -> of(lookup.apply(other));
            case FieldExistsQuery exists -> Map.of("exists", Map.of("field", exists.getField()));
            case TermQuery term ->
                leaf(
                        "term",
                        term.getTerm().field(),
                        "value",
                        Terms.safe(term.getTerm().text()));
            case PrefixQuery prefix ->
                leaf(
                        "prefix",
                        prefix.getField(),
                        "value",
                        Terms.safe(prefix.getPrefix().text()));
            case WildcardQuery pattern ->
                leaf(
                        "wildcard",
                        pattern.getField(),
                        "value",
                        Terms.safe(pattern.getTerm().text()));
            case PhraseQuery phrase -> phrase(phrase);
            case TermInSetQuery set -> Map.of("terms", Map.of(set.getField(), values(set)));
            case PointRangeQuery range -> range(range);
            case IndexOrDocValuesQuery either -> of(either.getIndexQuery());
            case IndexSortSortedNumericDocValuesRangeQuery sorted -> of(sorted.getFallbackQuery());
            case BoostQuery boost -> boosted(of(boost.getQuery()), boost.getBoost());
            case ConstantScoreQuery constant -> Map.of("constant_score", Map.of("filter", of(constant.getQuery())));
            case DisjunctionMaxQuery best ->
                Map.of(
                        "dis_max",
                        Map.of(
                                "queries",
                                best.getDisjuncts().stream().map(this::of).toList(),
                                "tie_breaker",
                                best.getTieBreakerMultiplier()));
            case BooleanQuery all -> bool(all);
            case ToParentBlockJoinQuery papers -> papers(papers.getChildQuery());
            case ToChildBlockJoinQuery rows ->
                Map.of(
                        "has_parent",
                        Map.of("parent_type", Schema.KIND_PAPER, "score", true, "query", of(rows.getParentQuery())));
            default ->
                throw new Unanswerable("an index in a cluster cannot be asked for "
                        + query.toString().replaceFirst("^\\w+Query ", ""));
        };
    }

    private static Map<String, Object> none() {
        return Map.of("match_none", Map.of());
    }

    private static Map<String, Object> leaf(String kind, String field, String name, Object value) {
        return Map.of(kind, Map.of(field, Map.of(name, value)));
    }

    private static Map<String, Object> boosted(Map<String, Object> query, float boost) {
        return Map.of("bool", Map.of("must", List.of(query), "boost", boost));
    }

    private static Map<String, Object> phrase(PhraseQuery phrase) {
        if (phrase.getTerms().length == 0) {
            return none();
        }
        Map<String, Object> words = Map.of(
                "match_phrase", Map.of(phrase.getField(), Map.of("query", Terms.of(phrase), "slop", phrase.getSlop())));
        // A shard that has none of the words says how many texts it has only where a single term is asked for too.
        return Map.of(
                "bool",
                Map.of(
                        "must",
                        List.of(words),
                        "should",
                        List.of(leaf("term", phrase.getField(), "value", Terms.NOWHERE)),
                        "minimum_should_match",
                        0));
    }

    private static List<String> values(TermInSetQuery set) {
        List<String> values = new ArrayList<>();
        try {
            var each = set.getBytesRefIterator();
            for (BytesRef value = each.next(); value != null; value = each.next()) {
                values.add(Terms.safe(value.utf8ToString()));
            }
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return values;
    }

    private static Map<String, Object> range(PointRangeQuery range) {
        Map<String, Object> bounds = new LinkedHashMap<>();
        if (range.getBytesPerDim() == Integer.BYTES) {
            int from = IntPoint.decodeDimension(range.getLowerPoint(), 0);
            int to = IntPoint.decodeDimension(range.getUpperPoint(), 0);
            bounds.put("gte", from);
            bounds.put("lte", to);
        } else {
            double from = DoublePoint.decodeDimension(range.getLowerPoint(), 0);
            double to = DoublePoint.decodeDimension(range.getUpperPoint(), 0);
            bounds.put("gte", Double.isInfinite(from) ? -Double.MAX_VALUE : from);
            bounds.put("lte", Double.isInfinite(to) ? Double.MAX_VALUE : to);
        }
        return Map.of("range", Map.of(range.getField(), bounds));
    }

    private Map<String, Object> bool(BooleanQuery query) {
        Map<String, List<Object>> clauses = new LinkedHashMap<>();
        boolean positive = false;
        for (BooleanClause each : query.clauses()) {
            String name = switch (each.occur()) {
                case MUST -> "must";
                case FILTER -> "filter";
                case SHOULD -> "should";
                case MUST_NOT -> "must_not";
            };
            positive |= !each.isProhibited();
            clauses.computeIfAbsent(name, any -> new ArrayList<>()).add(of(each.query()));
        }
        if (!positive) {
            // As Lucene has it: nothing but what must not be is nothing.
            return none();
        }
        Map<String, Object> bool = new LinkedHashMap<>(clauses);
        bool.put("minimum_should_match", query.getMinimumNumberShouldMatch());
        return Map.of("bool", bool);
    }

    /** Papers with such a row; which kind of row the query itself demands. */
    private Map<String, Object> papers(Query rows) {
        String kind = kind(rows)
                .orElseThrow(() -> new Unanswerable("a search in a cluster cannot ask for rows of any kind: " + rows));
        return Map.of("has_child", Map.of("type", kind, "score_mode", "none", "query", of(rows)));
    }

    private static Optional<String> kind(Query rows) {
        if (!(rows instanceof BooleanQuery all)) {
            return Optional.empty();
        }
        return all.clauses().stream()
                .filter(BooleanClause::isRequired)
                .map(BooleanClause::query)
                .filter(each ->
                        each instanceof TermQuery term && term.getTerm().field().equals(Schema.KIND))
                .map(each -> ((TermQuery) each).getTerm().text())
                .findFirst();
    }
}

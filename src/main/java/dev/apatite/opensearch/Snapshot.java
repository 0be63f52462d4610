package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.RemotePage;
import dev.apatite.engine.RemoteRecord;
import dev.apatite.engine.RemoteReference;
import dev.apatite.engine.RemoteRow;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.engine.StateLost;
import dev.apatite.engine.Unanswerable;
import dev.apatite.index.Gist;
import dev.apatite.index.LookedUpQuery;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.StoredPapers;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.jspecify.annotations.Nullable;

/** One state of an index, asked by the cluster's search. */
final class Snapshot implements RemoteSnapshot {
    private static final int BUCKETS = 10_000;
    private static final int AT_ONCE = 100;
    private static final int COUNTS_AT_ONCE = 500;
    private static final int COLUMNS_AT_ONCE = 5000;

    /** So many queries are looked up once for all that ask them. */
    private static final int LOOKED_UP = 200;

    /** How like a printed word has to be to one that is not: 1 is the same. */
    private static final double LIKE = 0.6;

    /** Words that are alike are counted shard by shard, and the most frequent is wanted. */
    private static final int LIKE_OF_A_SHARD = 10;
    /** All shards count words as if they were one. */
    private static final String SEARCH = "/_search?search_type=dfs_query_then_fetch&allow_partial_search_results=false";

    private final Snapshots owner;
    private final Nodes nodes;
    private final String name;
    private final ClusterState state;
    private final String pit;
    private final StoredPapers stored = new StoredPapers();
    private final StoredJson json = new StoredJson();
    private final QueryDsl dsl = new QueryDsl(this::found);
    private final Map<LookedUpQuery, Query> lookedUp = new ConcurrentHashMap<>();

    Snapshot(Snapshots owner, Nodes nodes, String name, ClusterState state, String pit) {
        this.owner = owner;
        this.nodes = nodes;
        this.name = name;
        this.state = state;
        this.pit = pit;
    }

    /** What a query stands for in this state. */
    private Query found(LookedUpQuery query) {
        Query known = lookedUp.get(query);
        if (known != null) {
            return known;
        }
        try {
            Query found = query.found(this::values);
            if (lookedUp.size() >= LOOKED_UP) {
                lookedUp.clear();
            }
            lookedUp.put(query, found);
            return found;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Map<String, String>> values(Query query, List<String> fields, int most) {
        List<Map<String, String>> found = new ArrayList<>();
        search(Map.of(
                        "query",
                        Map.of("bool", Map.of("filter", List.of(dsl.of(query)))),
                        "size",
                        most,
                        "_source",
                        false,
                        "docvalue_fields",
                        fields))
                .path("hits")
                .path("hits")
                .forEach(hit -> {
                    Map<String, String> values = new HashMap<>();
                    hit.path("fields")
                            .properties()
                            .forEach(each -> values.put(
                                    each.getKey(), each.getValue().path(0).asText()));
                    found.add(values);
                });
        return found;
    }

    String pit() {
        return pit;
    }

    @Override
    public String state() {
        return name;
    }

    @Override
    public String commit() {
        return state.name();
    }

    @Override
    public boolean isUnfinished() {
        return state.said(ClusterState.UNFINISHED) != null;
    }

    @Override
    public Map<String, String> said() {
        return state.said();
    }

    private JsonNode search(Map<String, Object> body) {
        Map<String, Object> all = new LinkedHashMap<>(body);
        all.put("pit", owner.pit(pit));
        Nodes.Answer answer = nodes.ask("POST", SEARCH, all);
        if (answer.isOk()) {
            return answer.body();
        }
        throw refused(answer);
    }

    private RuntimeException refused(Nodes.Answer answer) {
        String text = answer.body().path("error").toString();
        boolean lost = answer.status() == 404
                || Nodes.isOfState(answer)
                || text.contains("search_context_missing_exception")
                || text.contains("no_shard_available")
                || text.contains("node_not_connected")
                || text.contains("node_disconnected");
        if (lost) {
            owner.lost(this);
            return new StateLost("the state of the papers that was searched is kept no more");
        }
        if (text.contains("too_many_clauses") || text.contains("too_many_nested_clauses")) {
            return new Unanswerable("the query has more parts than the cluster takes at once");
        }
        return nodes.refused("POST", "/_search", answer);
    }

    @Override
    public List<Long> counts(List<Query> queries) {
        List<Long> counts = new ArrayList<>();
        for (int from = 0; from < queries.size(); from += COUNTS_AT_ONCE) {
            List<Map<String, Object>> bodies = new ArrayList<>();
            for (Query each : queries.subList(from, Math.min(queries.size(), from + COUNTS_AT_ONCE))) {
                bodies.add(Map.of("query", dsl.of(each), "pit", owner.pit(pit)));
            }
            counts.addAll(nodes.counts("/_msearch", bodies, this::uncounted));
        }
        return counts;
    }

    private RuntimeException uncounted(Nodes.Answer answer) {
        if (!answer.isOk() || answer.body().has("error")) {
            return refused(answer);
        }
        owner.lost(this);
        return new StateLost("not all papers could be counted");
    }

    @Override
    public RemotePage page(Query query, Sort sort, @Nullable List<Object> after, int size) {
        Map<String, Object> body = new LinkedHashMap<>();
        CitedOrder cited = CitedOrder.of(sort);
        body.put("query", cited == null ? dsl.of(query) : cited.scoring(dsl.of(query)));
        body.put("size", size);
        body.put("track_total_hits", true);
        body.put("_source", false);
        body.put(
                "sort",
                cited == null ? Stream.of(sort.getSort()).map(RowOrder::order).toList() : cited.sort());
        if (after != null) {
            body.put(
                    "search_after",
                    cited == null ? after.stream().map(RowOrder::plain).toList() : cited.after(after));
        }
        JsonNode hits = search(body).path("hits");
        List<RemoteRow> rows = new ArrayList<>();
        for (JsonNode hit : hits.path("hits")) {
            List<Object> values = cited == null ? new ArrayList<>() : cited.values(hit.path("sort"));
            for (int i = 0; i < sort.getSort().length && cited == null; i++) {
                SortField field = sort.getSort()[i];
                // A search that is sorted by nothing but the score is not said to be sorted at all.
                values.add(
                        field.getType() == SortField.Type.SCORE && !hit.has("sort")
                                ? (Object) (float) hit.path("_score").asDouble()
                                : RowOrder.value(field, hit.path("sort").path(i)));
            }
            float score = values.isEmpty() || !(values.getFirst() instanceof Float first) ? 0 : first;
            rows.add(new RemoteRow(hit.path("_id").asText(), score, values));
        }
        return new RemotePage(hits.path("total").path("value").asLong(), rows);
    }

    @Override
    public Map<String, Float> scores(Query query, Collection<String> papers) {
        Map<String, Float> scores = new LinkedHashMap<>();
        if (papers.isEmpty()) {
            return scores;
        }
        JsonNode answer = search(Map.of(
                "query",
                Map.of(
                        "bool",
                        Map.of(
                                "must",
                                List.of(dsl.of(query)),
                                "filter",
                                List.of(ofPapers(papers), Map.of("term", Map.of(Schema.KIND, Schema.KIND_PAPER))))),
                "size",
                papers.size(),
                "_source",
                false));
        answer.path("hits")
                .path("hits")
                .forEach(each -> scores.put(
                        each.path("_id").asText(), (float) each.path("_score").asDouble()));
        return scores;
    }

    private static Map<String, Object> ofPapers(Collection<String> ids) {
        return Map.of("terms", Map.of(Schema.PAPER, ids));
    }

    @Override
    public Map<String, Set<Integer>> matching(List<Query> queries, Collection<String> papers) {
        Map<String, Set<Integer>> matching = new LinkedHashMap<>();
        for (int from = 0; from < queries.size() && !papers.isEmpty(); from += AT_ONCE) {
            List<Object> named = new ArrayList<>();
            for (int i = from; i < Math.min(queries.size(), from + AT_ONCE); i++) {
                named.add(
                        Map.of("bool", Map.of("filter", List.of(dsl.of(queries.get(i))), "_name", String.valueOf(i))));
            }
            search(Map.of(
                            "query",
                            Map.of(
                                    "bool",
                                    Map.of(
                                            "filter",
                                            List.of(
                                                    ofPapers(papers),
                                                    Map.of("term", Map.of(Schema.KIND, Schema.KIND_PAPER))),
                                            "should",
                                            named,
                                            "minimum_should_match",
                                            1)),
                            "size",
                            papers.size(),
                            "_source",
                            false))
                    .path("hits")
                    .path("hits")
                    .forEach(each -> {
                        Set<Integer> matched =
                                matching.computeIfAbsent(each.path("_id").asText(), any -> new TreeSet<>());
                        each.path("matched_queries").forEach(one -> matched.add(Integer.valueOf(one.asText())));
                    });
        }
        return matching;
    }

    @Override
    public void columns(Query query, List<String> fields, Consumer<Map<String, List<String>>> each) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("query", Map.of("bool", Map.of("filter", List.of(dsl.of(query)))));
        body.put("size", COLUMNS_AT_ONCE);
        body.put("_source", false);
        body.put("docvalue_fields", fields);
        body.put("track_total_hits", false);
        body.put("sort", List.of(Map.of("_shard_doc", "asc")));
        @Nullable JsonNode after = null;
        do {
            if (after != null) {
                body.put("search_after", after);
            }
            JsonNode hits = search(body).path("hits").path("hits");
            for (JsonNode hit : hits) {
                Map<String, List<String>> values = new HashMap<>();
                hit.path("fields").properties().forEach(field -> {
                    List<String> all = new ArrayList<>();
                    field.getValue().forEach(value -> all.add(value.asText()));
                    values.put(field.getKey(), all);
                });
                each.accept(values);
            }
            after = hits.size() < COLUMNS_AT_ONCE
                    ? null
                    : hits.get(hits.size() - 1).path("sort");
        } while (after != null);
    }

    @Override
    public List<RemoteReference> references(Query query, Sort sort, int size) {
        List<RemoteReference> references = new ArrayList<>();
        search(Map.of(
                        "query",
                        Map.of("bool", Map.of("filter", List.of(dsl.of(query)))),
                        "size",
                        size,
                        "sort",
                        Stream.of(sort.getSort()).map(RowOrder::order).toList(),
                        "_source",
                        List.of(PaperSource.ENTRY, Schema.PAPER)))
                .path("hits")
                .path("hits")
                .forEach(each -> references.add(new RemoteReference(
                        each.path("_source").path(Schema.PAPER).path(0).asText(),
                        json.read(each.path("_source").path(PaperSource.ENTRY).asText(), Reference.class))));
        return references;
    }

    @Override
    public Optional<String> printedLike(String word) {
        Map<String, Object> wanted = Map.of(
                "field",
                Schema.WORDS,
                "size",
                1,
                "shard_size",
                LIKE_OF_A_SHARD,
                "suggest_mode",
                "always",
                "accuracy",
                LIKE,
                "min_word_length",
                1);
        JsonNode options = search(
                        Map.of("size", 0, "suggest", Map.of("like", Map.of("text", Terms.safe(word), "term", wanted))))
                .path("suggest")
                .path("like")
                .path(0)
                .path("options");
        return options.isEmpty()
                ? Optional.empty()
                : Optional.of(options.get(0).path("text").asText());
    }

    @Override
    public Map<String, Long> values(Query query, String field) {
        Map<String, Long> values = new LinkedHashMap<>();
        Map<String, Object> wanted = dsl.of(query);
        @Nullable JsonNode after = null;
        do {
            Map<String, Object> composite = new LinkedHashMap<>();
            composite.put("size", BUCKETS);
            composite.put("sources", List.of(Map.of("value", Map.of("terms", Map.of("field", field)))));
            if (after != null) {
                composite.put("after", after);
            }
            JsonNode found = search(Map.of(
                            "query",
                            wanted,
                            "size",
                            0,
                            "track_total_hits",
                            false,
                            "aggs",
                            Map.of("values", Map.of("composite", composite))))
                    .path("aggregations")
                    .path("values");
            found.path("buckets")
                    .forEach(each -> values.put(
                            each.path("key").path("value").asText(),
                            each.path("doc_count").asLong()));
            after = found.path("buckets").size() < BUCKETS ? null : found.path("after_key");
        } while (after != null && !after.isMissingNode());
        return values;
    }

    /** What is read of papers' own documents, by their ids. */
    private <T> Map<String, T> read(Collection<String> ids, List<String> fields, Function<JsonNode, T> reading) {
        Map<String, T> read = new LinkedHashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            search(Map.of(
                            "query",
                            Map.of(
                                    "bool",
                                    Map.of(
                                            "filter",
                                            List.of(
                                                    ofPapers(some),
                                                    Map.of("term", Map.of(Schema.KIND, Schema.KIND_PAPER))))),
                            "size",
                            some.size(),
                            "_source",
                            fields))
                    .path("hits")
                    .path("hits")
                    .forEach(each -> read.put(each.path("_id").asText(), reading.apply(each.path("_source"))));
        }
        return read;
    }

    @Override
    public Map<String, Paper> papers(Collection<String> ids) {
        return read(
                ids,
                Stream.concat(PaperSource.PARTS.stream(), Stream.of(PaperSource.ROWS))
                        .toList(),
                Fetched::paper);
    }

    @Override
    public Map<String, RemoteRecord> records(Collection<String> ids) {
        Map<String, RemoteRecord> records = new LinkedHashMap<>();
        List<String> all = List.copyOf(ids);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            search(Map.of(
                            "query",
                            Map.of("bool", Map.of("filter", List.of(Map.of("ids", Map.of("values", some))))),
                            "size",
                            some.size(),
                            "_source",
                            List.of(Schema.JSON, Schema.CARD, PaperSource.FINDINGS)))
                    .path("hits")
                    .path("hits")
                    .forEach(each -> records.put(each.path("_id").asText(), record(each.path("_source"))));
        }
        return records;
    }

    private static RemoteRecord record(JsonNode source) {
        Fetched fetched = new Fetched();
        try {
            List<Integer> findings = new ArrayList<>();
            for (JsonNode each : source.path(PaperSource.FINDINGS)) {
                findings.add(fetched.add(Schema.JSON, each));
            }
            int row = fetched.add(Schema.JSON, source.path(Schema.JSON));
            return new RemoteRecord(fetched, row, fetched.add(Schema.CARD, source.path(Schema.CARD)), findings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Map<String, StoredJson.Card> cards(Collection<String> ids) {
        return read(ids, List.of(Schema.CARD), source -> {
            Fetched fetched = new Fetched();
            try {
                return stored.card(fetched, fetched.add(source, List.of(Schema.CARD)));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    @Override
    public Map<String, Gist> gists(Collection<String> ids) {
        return read(ids, List.of(Schema.GIST), source -> {
            byte[] bytes = Base64.getDecoder().decode(source.path(Schema.GIST).asText());
            try {
                return Gist.read(bytes, 0, bytes.length);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}

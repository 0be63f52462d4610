package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.engine.RemoteMeanings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Vectors as documents of an index of their own, each with its text's hash for an id, which no rebuild of the papers
 * touches. OpenSearch finds near ones by its plugin for them, which need not be installed: without it there is no such
 * index, and {@link #lacking} says so. It is asked once whether it is there.
 */
final class ClusterMeanings implements RemoteMeanings {
    private static final String PLUGIN = "opensearch-knn";
    private static final String VECTOR = "vector";
    private static final String COMMIT = "commit";
    private static final String DONE = "done";
    private static final String TOTAL = "total";
    private static final String AT = "at";

    /** Stands before the name of a commit in the id of what is said of it. */
    private static final String OF = "@of:";

    private static final int AT_ONCE = 1000;
    private static final int WHOLE_KEPT = 100;
    private static final Duration SIZE_KNOWN_FOR = Duration.ofSeconds(1);

    /** So long it is kept what is said of a commit that is not the last. */
    private static final Duration SAID_FOR = Duration.ofDays(1);

    private static final String SEARCH = "/_search?allow_partial_search_results=false";

    private final Nodes nodes;
    private final ClusterSettings settings;
    private final Snapshots snapshots;
    private final String index;
    private final Cache<String, Progress> whole = Caffeine.newBuilder()
            .maximumSize(WHOLE_KEPT)
            .executor(Runnable::run)
            .build();

    private volatile @Nullable Optional<String> lacking;
    private volatile boolean there;
    private volatile @Nullable Counted counted;

    /** How many there were at a moment. */
    private record Counted(int size, long at) {}

    ClusterMeanings(Nodes nodes, ClusterSettings settings, Snapshots snapshots) {
        this.nodes = nodes;
        this.settings = settings;
        this.snapshots = snapshots;
        index = settings.name() + ".meanings";
    }

    @Override
    public Optional<String> lacking() {
        Optional<String> known = lacking;
        if (known == null) {
            known = ask();
            lacking = known;
        }
        return known;
    }

    /** A part of the index may come to stand on any node that keeps documents. */
    private Optional<String> ask() {
        Nodes.Answer answer = nodes.ask("GET", "/_nodes/plugins", null);
        if (!answer.isOk()) {
            return Optional.of("the cluster does not say which plugins it has (" + answer.status() + ")");
        }
        Set<String> without = new TreeSet<>();
        boolean any = false;
        for (JsonNode node : answer.body().path("nodes")) {
            boolean keeps = false;
            for (JsonNode role : node.path("roles")) {
                keeps |= role.asText().equals("data");
            }
            boolean has = false;
            for (JsonNode plugin : node.path("plugins")) {
                has |= plugin.path("name").asText().equals(PLUGIN);
            }
            any |= has;
            if (keeps && !has) {
                without.add(node.path("name").asText());
            }
        }
        if (without.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                any
                        ? "the plugin " + PLUGIN + " is missing on " + String.join(", ", without)
                        : "the cluster has no plugin " + PLUGIN);
    }

    @Override
    public int size() {
        Counted last = counted;
        if (last == null || System.nanoTime() - last.at() > SIZE_KNOWN_FOR.toNanos()) {
            last = new Counted(count(), System.nanoTime());
            counted = last;
        }
        return last.size();
    }

    private int count() {
        Map<String, Object> body = Map.of("query", ofVectors());
        return isThere()
                ? nodes.get("POST", "/" + index + "/_count", body).path("count").asInt()
                : 0;
    }

    private static Map<String, Object> ofVectors() {
        return Map.of("exists", Map.of("field", VECTOR));
    }

    /** Whether there is an index; it is made by whoever puts the first vector. */
    private boolean isThere() {
        if (!there && lacking().isEmpty()) {
            there = nodes.ask("HEAD", "/" + index, null).isOk();
        }
        return there;
    }

    private void make(int dimensions) {
        if (isThere()) {
            return;
        }
        nodes.make(
                index,
                Map.of(
                        "settings",
                        Map.of(
                                "index.knn",
                                true,
                                "number_of_shards",
                                settings.shards(),
                                "number_of_replicas",
                                settings.replicas(),
                                "refresh_interval",
                                "-1"),
                        "mappings",
                        Map.of(
                                "dynamic",
                                false,
                                "properties",
                                Map.of(
                                        VECTOR,
                                        Map.of(
                                                "type",
                                                "knn_vector",
                                                "dimension",
                                                dimensions,
                                                "method",
                                                Map.of(
                                                        "name",
                                                        "hnsw",
                                                        "engine",
                                                        "lucene",
                                                        "space_type",
                                                        "cosinesimil")),
                                        COMMIT,
                                        Map.of("type", "keyword"),
                                        AT,
                                        Map.of("type", "long")))));
        there = true;
    }

    @Override
    public Set<String> known(Collection<String> hashes) {
        Set<String> known = new HashSet<>();
        search(hashes, some -> Map.of("query", ofIds(some)), hit -> known.add(id(hit)));
        return known;
    }

    private static Map<String, Object> ofIds(Collection<String> ids) {
        return Map.of("bool", Map.of("filter", List.of(Map.of("ids", Map.of("values", ids)))));
    }

    private static String id(JsonNode hit) {
        return hit.path("_id").asText();
    }

    private interface Asking {
        Map<String, Object> of(List<String> some);
    }

    /** Asks about some at a time. */
    private void search(Collection<String> hashes, Asking asking, Consumer<JsonNode> each) {
        if (!isThere()) {
            return;
        }
        List<String> all = List.copyOf(hashes);
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            List<String> some = all.subList(from, Math.min(all.size(), from + AT_ONCE));
            Map<String, Object> body = new LinkedHashMap<>();
            body.put("size", some.size());
            body.put("_source", false);
            body.put("track_total_hits", false);
            body.putAll(asking.of(some));
            nodes.get("POST", "/" + index + SEARCH, body)
                    .path("hits")
                    .path("hits")
                    .forEach(each);
        }
    }

    @Override
    public List<String> nearest(float[] vector, int most) {
        List<String> nearest = new ArrayList<>();
        if (isThere()) {
            Map<String, Object> body = Map.of(
                    "size",
                    most,
                    "_source",
                    false,
                    "track_total_hits",
                    false,
                    "query",
                    Map.of("knn", Map.of(VECTOR, Map.of("vector", vector, "k", most))));
            nodes.get("POST", "/" + index + SEARCH, body)
                    .path("hits")
                    .path("hits")
                    .forEach(hit -> nearest.add(id(hit)));
        }
        return nearest;
    }

    @Override
    public Map<String, Float> similarities(float[] vector, Collection<String> hashes) {
        Map<String, Float> similarities = new LinkedHashMap<>();
        // A score is never below 0, as a cosine may be.
        Map<String, Object> script = Map.of(
                "source",
                "1.0 + cosineSimilarity(params.asked, doc['" + VECTOR + "'])",
                "params",
                Map.of("asked", vector));
        search(
                hashes,
                some -> Map.of(
                        "query",
                        Map.of(
                                "script_score",
                                Map.of(
                                        "query",
                                        Map.of("bool", Map.of("filter", List.of(ofIds(some), ofVectors()))),
                                        "script",
                                        script))),
                hit -> similarities.put(id(hit), (float) (hit.path("_score").asDouble() - 1)));
        return similarities;
    }

    @Override
    public Map<String, float[]> vectors(Collection<String> hashes) {
        Map<String, float[]> vectors = new LinkedHashMap<>();
        search(hashes, some -> Map.of("query", ofIds(some), "_source", List.of(VECTOR)), hit -> {
            JsonNode numbers = hit.path("_source").path(VECTOR);
            float[] vector = new float[numbers.size()];
            for (int i = 0; i < vector.length; i++) {
                vector[i] = (float) numbers.get(i).asDouble();
            }
            vectors.put(id(hit), vector);
        });
        return vectors;
    }

    @Override
    public void put(Map<String, float[]> vectors) {
        if (vectors.isEmpty()) {
            return;
        }
        make(vectors.values().iterator().next().length);
        Bulk bulk = new Bulk(nodes, index);
        vectors.forEach((hash, vector) ->
                bulk.add(hash, List.of(action("index", hash), nodes.json(Map.of(VECTOR, vector)))));
        bulk.flush();
        refresh();
    }

    private String action(String what, String id) {
        return nodes.json(Map.of(what, Map.of("_id", id)));
    }

    private void refresh() {
        nodes.get("POST", "/" + index + "/_refresh", null);
        counted = null;
    }

    @Override
    public void keepOnly(UnaryOperator<Set<String>> wanted) {
        if (!isThere()) {
            return;
        }
        Bulk bulk = new Bulk(nodes, index);
        Set<String> some = new HashSet<>();
        new Walk(nodes, snapshots, index).walk(ofVectors(), List.of(COMMIT), hit -> {
            some.add(id(hit));
            if (some.size() == AT_ONCE) {
                forget(some, wanted, bulk);
            }
        });
        forget(some, wanted, bulk);
        bulk.flush();
        refresh();
    }

    private void forget(Set<String> some, UnaryOperator<Set<String>> wanted, Bulk bulk) {
        Set<String> left = some.isEmpty() ? Set.of() : wanted.apply(Set.copyOf(some));
        some.stream()
                .filter(each -> !left.contains(each))
                .forEach(each -> bulk.add(each, List.of(action("delete", each))));
        some.clear();
    }

    @Override
    public Optional<Progress> progress(String commit) {
        Progress known = whole.getIfPresent(commit);
        if (known != null || !isThere()) {
            return Optional.ofNullable(known);
        }
        JsonNode said = nodes.ask("GET", said(commit), null).body().path("_source");
        if (said.isMissingNode()) {
            return Optional.empty();
        }
        Progress progress =
                new Progress(said.path(DONE).asInt(), said.path(TOTAL).asInt());
        if (progress.isWhole()) {
            whole.put(commit, progress);
        }
        return Optional.of(progress);
    }

    private String said(String commit) {
        return "/" + index + "/_doc/" + ClusterUpdate.encoded(OF + commit);
    }

    @Override
    public void say(String commit, Progress progress) {
        if (!isThere()) {
            return;
        }
        long now = System.currentTimeMillis();
        nodes.get("PUT", said(commit), Map.of(COMMIT, commit, DONE, progress.done(), TOTAL, progress.total(), AT, now));
        if (progress.isWhole()) {
            nodes.ask(
                    "POST",
                    "/" + index + "/_delete_by_query?conflicts=proceed",
                    Map.of("query", Map.of("range", Map.of(AT, Map.of("lt", now - SAID_FOR.toMillis())))));
        }
    }
}

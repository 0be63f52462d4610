package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.RemoteIndex;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexCheck;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexState;
import dev.apatite.index.IndexSummary;
import dev.apatite.index.PaperBlocks;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.PaperOutline;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The index of a corpus in an OpenSearch cluster, under an alias: the index behind it changes at a rebuild. One process
 * writes, as many as like read.
 */
public final class ClusterIndex implements PaperStore, RemoteIndex {
    /** How long a request is tried at one node after the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration STATE_KNOWN_FOR = Duration.ofMillis(500);
    private static final int WALK_PAGE = 200;

    private final ClusterSettings settings;
    private final Path folder;
    private final Nodes nodes;
    private final PaperBlocks blocks;
    private final StoredJson json = new StoredJson();
    private final Snapshots snapshots;
    private volatile @Nullable ClusterState known;
    private volatile long knownAt;

    private ClusterIndex(ClusterSettings settings, Path folder, Vocabulary vocabulary, Duration patience) {
        this.settings = settings;
        this.folder = folder;
        nodes = new Nodes(settings, patience);
        blocks = new PaperBlocks(vocabulary);
        snapshots = new Snapshots(nodes, settings.name());
    }

    /**
     * Opens the index in a cluster; it need not exist yet.
     *
     * @param folder on this machine for what is kept beside the papers
     */
    public static ClusterIndex open(ClusterSettings settings, Path folder, Vocabulary vocabulary) {
        return new ClusterIndex(settings, folder, vocabulary, PATIENCE);
    }

    @Override
    public Path folder() {
        return folder;
    }

    /** The last commit, empty where there is none. */
    private Optional<ClusterState> current() {
        Nodes.Answer answer = nodes.ask("GET", "/" + settings.name() + "/_doc/" + ClusterState.ID, null);
        if (answer.status() == 404) {
            return Optional.empty();
        }
        if (!answer.isOk()) {
            throw Nodes.refused("GET", "/" + settings.name(), answer);
        }
        return Optional.of(ClusterState.of(
                answer.body().path("_index").asText(), answer.body().path("_source")));
    }

    private ClusterState readable() {
        ClusterState state = known;
        if (state == null || System.nanoTime() - knownAt > STATE_KNOWN_FOR.toNanos()) {
            state = current()
                    .orElseThrow(() -> new IndexException(
                            "there is no " + settings + "; make one with: apatite index CORPUS --engine opensearch"));
            if (!Mapping.VERSION.equals(state.said(ClusterState.SCHEMA))) {
                throw new IndexException("the " + settings + " was made by another version; bring it up to date with:"
                        + " apatite index CORPUS --engine opensearch");
            }
            known = state;
            knownAt = System.nanoTime();
        }
        return state;
    }

    @Override
    public RemoteSnapshot snapshot(String name) {
        return snapshots.of(readable(), name);
    }

    @Override
    public IndexState state() {
        return current()
                .map(each -> Mapping.VERSION.equals(each.said(ClusterState.SCHEMA))
                        ? IndexState.CURRENT
                        : IndexState.OTHER_SCHEMA)
                .orElse(IndexState.EMPTY);
    }

    @Override
    public OptionalInt corpusFiles() {
        return current()
                .map(each -> each.said(ClusterState.FILES))
                .map(each -> OptionalInt.of(Integer.parseInt(each)))
                .orElse(OptionalInt.empty());
    }

    @Override
    public boolean isUnfinished() {
        return current().map(each -> each.said(ClusterState.UNFINISHED)).isPresent();
    }

    @Override
    public List<StoredPaper> papers() {
        List<StoredPaper> papers = new ArrayList<>();
        walk(Schema.KIND_PAPER, List.of(PaperSource.STORED), each -> papers.add(stored(each)));
        return papers;
    }

    private StoredPaper stored(JsonNode source) {
        return json.read(source.path(PaperSource.STORED).asText(), StoredPaper.class);
    }

    @Override
    public void outlines(Consumer<PaperOutline> each) {
        walk(
                Schema.KIND_PAPER,
                List.of(PaperSource.STORED, Schema.CARD, Schema.ENTRIES, Schema.KIN, PaperSource.TRIED),
                source -> each.accept(outline(source)));
    }

    private PaperOutline outline(JsonNode source) {
        Fetched fetched = new Fetched();
        try {
            List<String> parts = source.has(Schema.KIN)
                    ? List.of(Schema.CARD, Schema.ENTRIES, Schema.KIN)
                    : List.of(Schema.CARD, Schema.ENTRIES);
            int paper = fetched.add(source, parts);
            return blocks.outline(stored(source), fetched, paper, tried(source));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<Integer, List<String>> tried(JsonNode source) {
        Map<Integer, List<String>> tried = new HashMap<>();
        source.path(PaperSource.TRIED).properties().forEach(each -> {
            List<String> names = new ArrayList<>();
            each.getValue().forEach(name -> names.add(name.asText()));
            tried.put(Integer.valueOf(each.getKey()), names);
        });
        return tried;
    }

    @Override
    public Optional<Paper> paper(String id) {
        if (current().isEmpty()) {
            return Optional.empty();
        }
        return Optional.ofNullable(snapshot("").papers(List.of(id)).get(id));
    }

    @Override
    public List<FailedFile> failures() {
        List<FailedFile> failures = new ArrayList<>();
        walk(
                Schema.KIND_FAILURE,
                List.of(Schema.JSON),
                each -> failures.add(json.read(each.path(Schema.JSON).asText(), FailedFile.class)));
        failures.sort(Comparator.comparing(each -> each.file().path()));
        return failures;
    }

    /** Shows parts of every document of a kind, in no order, all of one state. */
    private void walk(String kind, List<String> fields, Consumer<JsonNode> each) {
        if (current().isEmpty()) {
            return;
        }
        // Who writes has to see what was written last.
        known = null;
        String pit = snapshots.open();
        try {
            @Nullable JsonNode after = null;
            do {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("size", WALK_PAGE);
                body.put("query", Map.of("term", Map.of(Schema.KIND, kind)));
                body.put("_source", fields);
                body.put("pit", snapshots.pit(pit));
                body.put("sort", List.of(Map.of("_shard_doc", "asc")));
                body.put("track_total_hits", false);
                if (after != null) {
                    body.put("search_after", after);
                }
                JsonNode hits = nodes.get("POST", "/_search?allow_partial_search_results=false", body)
                        .path("hits")
                        .path("hits");
                hits.forEach(hit -> each.accept(hit.path("_source")));
                after = hits.isEmpty() ? null : hits.get(hits.size() - 1).path("sort");
            } while (after != null);
        } finally {
            snapshots.forget(pit);
        }
    }

    @Override
    public Optional<PaperIndex> byKeys() {
        return Optional.empty();
    }

    @Override
    public IndexSummary summary() {
        Optional<ClusterState> state = current();
        if (state.isEmpty()) {
            return new IndexSummary(0, 0, 0, 0, 0, null);
        }
        JsonNode answer = nodes.get(
                "POST",
                "/" + settings.name() + "/_search?allow_partial_search_results=false",
                Map.of("size", 0, "aggs", Map.of("kinds", Map.of("terms", Map.of("field", Schema.KIND, "size", 20)))));
        Map<String, Integer> kinds = new HashMap<>();
        answer.path("aggregations")
                .path("kinds")
                .path("buckets")
                .forEach(each -> kinds.put(
                        each.path("key").asText(), each.path("doc_count").asInt()));
        int[] references = new int[1];
        walk(
                Schema.KIND_PAPER,
                List.of(PaperSource.REFERENCES),
                each -> references[0] += each.path(PaperSource.REFERENCES).asInt());
        String time = state.get().said(ClusterState.COMMITTED);
        return new IndexSummary(
                kinds.getOrDefault(Schema.KIND_PAPER, 0),
                references[0],
                kinds.getOrDefault(Schema.KIND_FINDING, 0),
                kinds.getOrDefault(Schema.KIND_PATIENT, 0),
                kinds.getOrDefault(Schema.KIND_FAILURE, 0),
                time == null ? null : Instant.parse(time));
    }

    @Override
    public IndexCheck check() {
        return new ClusterExamination(nodes, settings, this).run();
    }

    @Override
    public PaperUpdate update() {
        Optional<ClusterState> state = current();
        if (state.isPresent() && !Mapping.VERSION.equals(state.get().said(ClusterState.SCHEMA))) {
            throw new IndexException(
                    "the " + settings + " was made by another version of Apatite and has to be built anew");
        }
        return new ClusterUpdate(nodes, settings, blocks, state.orElse(null), state.isEmpty());
    }

    @Override
    public PaperUpdate rebuild() {
        return new ClusterUpdate(nodes, settings, blocks, current().orElse(null), true);
    }

    @Override
    public void close() {
        snapshots.close();
        nodes.close();
    }
}

package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.EngineAway;
import dev.apatite.engine.Lease;
import dev.apatite.engine.LeaseTable;
import dev.apatite.engine.RemoteIndex;
import dev.apatite.engine.RemoteMeanings;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.engine.SharedIndex;
import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.IndexCheck;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexState;
import dev.apatite.index.IndexSummary;
import dev.apatite.index.KeyedPlaces;
import dev.apatite.index.KeyedStore;
import dev.apatite.index.PaperBlocks;
import dev.apatite.index.PaperOutline;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Revisions;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The index of a corpus in an OpenSearch cluster, under an alias: the index behind it changes at a rebuild. One process
 * writes, as many as like read.
 */
public final class ClusterIndex implements PaperStore, KeyedStore, RemoteIndex, SharedIndex {
    /** How long a request is tried at one node after the other. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final Duration STATE_KNOWN_FOR = Duration.ofMillis(500);

    /** Who writes. */
    private static final String WRITER = "@writer";

    /** A process that is not heard of for so long has died. */
    private static final Duration LEASE = Duration.ofSeconds(15);

    private final ClusterSettings settings;
    private final Path folder;
    private final Nodes nodes;
    private final ClusterUpdate.Means means;
    private final Revising revising;
    private final Leases leases;
    private final ClusterMeanings meanings;
    private final StoredJson json = new StoredJson();
    private final Snapshots snapshots;
    private volatile @Nullable ClusterState known;
    private volatile long knownAt;
    private volatile boolean writing;
    private final AtomicLong commits = new AtomicLong();

    private ClusterIndex(
            ClusterSettings settings, Path folder, Vocabulary vocabulary, Revisions revisions, Duration patience) {
        this.settings = settings;
        this.folder = folder;
        nodes = new Nodes(settings, patience);
        snapshots = new Snapshots(nodes, settings.name());
        means = new ClusterUpdate.Means(nodes, settings, new PaperBlocks(vocabulary), revisions, this::walking, () -> {
            commits.incrementAndGet();
            known = null;
        });
        revising = new Revising(this, revisions);
        meanings = new ClusterMeanings(nodes, settings, snapshots);
        leases = new Leases(nodes, settings, ProcessHandle.current().pid() + "-" + UUID.randomUUID());
    }

    /**
     * Opens the index in a cluster; it need not exist yet.
     *
     * @param folder on this machine for what is kept beside the papers
     */
    public static ClusterIndex open(ClusterSettings settings, Path folder, Vocabulary vocabulary) {
        return open(settings, folder, vocabulary, Revisions.NONE);
    }

    /** The same with papers as readers left them. */
    public static ClusterIndex open(ClusterSettings settings, Path folder, Vocabulary vocabulary, Revisions revisions) {
        return new ClusterIndex(settings, folder, vocabulary, revisions, PATIENCE);
    }

    @Override
    public LeaseTable leases() {
        return leases;
    }

    @Override
    public String commit() {
        return current().map(ClusterState::name).orElse("");
    }

    @Override
    public boolean isWrittenByAnother() {
        LeaseTable.Entry writer = leases.look(List.of(WRITER)).get(WRITER);
        return writer != null && !writer.done() && !writing;
    }

    @Override
    public PaperUpdate helping(String place) {
        return new ClusterUpdate(means, place);
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
            throw nodes.refused("GET", "/" + settings.name(), answer);
        }
        return Optional.of(ClusterState.of(
                answer.body().path("_index").asText(), answer.body().path("_source")));
    }

    private ClusterState readable() {
        ClusterState state = known;
        if (state == null || System.nanoTime() - knownAt > STATE_KNOWN_FOR.toNanos()) {
            long before = commits.get();
            state = current()
                    .orElseThrow(() -> new IndexException(
                            "there is no " + settings + "; make one with: apatite index CORPUS --engine opensearch"));
            if (!Mapping.VERSION.equals(state.said(ClusterState.SCHEMA))) {
                throw new IndexException("the " + settings + " was made by another version; bring it up to date with:"
                        + " apatite index CORPUS --engine opensearch");
            }
            // What was read before a commit of this process is not kept beyond it.
            if (commits.get() == before) {
                known = state;
                knownAt = System.nanoTime();
            }
        }
        return state;
    }

    @Override
    public RemoteSnapshot snapshot(String name) {
        ClusterState state = readable();
        if (revising.bring(state)) {
            known = null;
            state = readable();
        }
        return snapshots.of(state, name);
    }

    @Override
    public RemoteMeanings meanings() {
        return meanings;
    }

    /** A change that puts papers as readers left them; to be committed as such. */
    ClusterUpdate revising(ClusterState current) {
        return new ClusterUpdate(means, null, current, false);
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
    public boolean searchable() {
        if (known != null && System.nanoTime() - knownAt < STATE_KNOWN_FOR.toNanos()) {
            return true;
        }
        try {
            readable();
            return true;
        } catch (EngineAway away) {
            throw away;
        } catch (IndexException none) {
            return false;
        }
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

    PaperOutline outline(JsonNode source) {
        Fetched fetched = new Fetched();
        try {
            List<String> parts = source.has(Schema.KIN)
                    ? List.of(Schema.CARD, Schema.ENTRIES, Schema.KIN)
                    : List.of(Schema.CARD, Schema.ENTRIES);
            int paper = fetched.add(source, parts);
            return means.blocks().outline(stored(source), fetched, paper, tried(source));
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
        Put put = document(id);
        return put == null ? Optional.empty() : Optional.of(asPut(put.source()));
    }

    /**
     * A paper's own document.
     *
     * @param change the number of the change that put it
     */
    record Put(JsonNode source, long change) {}

    /** A paper's own document, as it was written last; null where there is none. */
    @Nullable
    Put document(String id) {
        String path =
                "/" + settings.name() + "/_doc/" + ClusterUpdate.encoded(id) + "?routing=" + ClusterUpdate.encoded(id);
        Nodes.Answer answer = nodes.ask("GET", path, null);
        if (answer.status() == 404) {
            return null;
        }
        if (!answer.isOk()) {
            throw nodes.refused("GET", path, answer);
        }
        return new Put(
                answer.body().path("_source"), answer.body().path("_version").asLong());
    }

    /** The paper in a document, whatever readers made of it. */
    Paper asPut(JsonNode document) {
        return Fetched.paper(document.has(PaperSource.AS_PUT) ? document.path(PaperSource.AS_PUT) : document);
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
        walk(Map.of("term", Map.of(Schema.KIND, kind)), fields, each);
    }

    /** The same of every document that matches. */
    void walk(Map<String, Object> query, Collection<String> fields, Consumer<JsonNode> each) {
        walkHits(query, fields, hit -> each.accept(hit.path("_source")));
    }

    /** The same with the documents' ids. */
    void walkHits(Map<String, Object> query, Collection<String> fields, Consumer<JsonNode> each) {
        if (current().isEmpty()) {
            return;
        }
        // Who writes has to see what was written last.
        known = null;
        walking(settings.name()).walk(query, fields, each);
    }

    private Walk walking(String place) {
        return new Walk(nodes, snapshots, place);
    }

    @Override
    public Optional<KeyedStore> byKeys() {
        return Optional.of(this);
    }

    @Override
    public <T> T keyed(Function<KeyedPlaces, T> asking) {
        return asking.apply(new ClusterPlaces(this));
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
        String time = state.get().said(ClusterState.COMMITTED);
        return new IndexSummary(
                kinds.getOrDefault(Schema.KIND_PAPER, 0),
                kinds.getOrDefault(Schema.KIND_REFERENCE, 0),
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
        return begin(state.isEmpty());
    }

    @Override
    public PaperUpdate rebuild() {
        return begin(true);
    }

    private PaperUpdate begin(boolean anew) {
        Lease lease = writing();
        try {
            writing = true;
            return new ClusterUpdate(
                    means, lease.andThen(() -> writing = false), current().orElse(null), anew);
        } catch (RuntimeException e) {
            lease.close();
            throw e;
        }
    }

    /** One process writes at a time. */
    private Lease writing() {
        try {
            return Lease.take(leases, WRITER, LEASE)
                    .orElseThrow(() -> new IndexBusy("another process is writing the " + settings));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException("the cluster was not waited for: interrupted", e);
        }
    }

    @Override
    public void close() {
        snapshots.close();
        nodes.close();
    }
}

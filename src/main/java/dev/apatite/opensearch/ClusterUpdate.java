package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apatite.engine.Lease;
import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.IndexException;
import dev.apatite.index.PaperBlocks;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Provenance;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Revision;
import dev.apatite.paper.Revisions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change of the index in a cluster. What is put is written at once and seen at the commit. A change that ends without
 * one leaves papers that may be seen later, each of them whole; the next run finds by what they say of themselves what is
 * still to be done. Whoever has lost the lease by which it writes commits nothing.
 */
final class ClusterUpdate implements PaperUpdate {
    private static final int TRIES = 8;
    private static final Duration FIRST_DELAY = Duration.ofMillis(200);

    private final Nodes nodes;
    private final ClusterSettings settings;
    private final PaperBlocks blocks;
    private final Revisions revisions;
    private final Function<String, Walk> walking;
    private final Runnable committed;
    private final @Nullable Lease lease;
    private final PaperSource papers = new PaperSource();
    private final StoredJson json = new StoredJson();
    private final String index;
    private final boolean fresh;

    /** What was put by a change of a greater number is not put back by this one. */
    private final long number;

    private final Bulk bulk;
    private boolean chosen;
    private @Nullable String likely;

    /**
     * What a change needs.
     *
     * @param walking walks through an index of a name
     * @param committed is told of every commit, so that whoever asks next in this process sees it
     */
    record Means(
            Nodes nodes,
            ClusterSettings settings,
            PaperBlocks blocks,
            Revisions revisions,
            Function<String, Walk> walking,
            Runnable committed) {}

    /**
     * @param lease by which it writes; null where it only puts papers as readers left them, which harms no other change
     * @param before the last commit; null where there is none
     * @param anew whether to begin a new index
     */
    ClusterUpdate(Means means, @Nullable Lease lease, @Nullable ClusterState before, boolean anew) {
        this.lease = lease;
        nodes = means.nodes();
        settings = means.settings();
        blocks = means.blocks();
        revisions = means.revisions();
        walking = means.walking();
        committed = means.committed();
        long last = before == null ? 0 : before.change();
        number = lease == null ? last : Math.max(lease.number(), last + 1);
        if (anew || before == null) {
            fresh = true;
            index = begin();
        } else {
            fresh = false;
            index = before.index();
        }
        chosen = !fresh;
        bulk = new Bulk(nodes, index);
    }

    /** Helps with a change that another process commits, at the place that it names. */
    ClusterUpdate(Means means, String place) {
        lease = null;
        nodes = means.nodes();
        settings = means.settings();
        blocks = means.blocks();
        revisions = means.revisions();
        walking = means.walking();
        committed = means.committed();
        String[] parts = place.split(" ", 3);
        index = parts[0];
        number = Long.parseLong(parts[1]);
        fresh = Boolean.parseBoolean(parts[2]);
        chosen = true;
        bulk = new Bulk(nodes, index);
    }

    @Override
    public String place() {
        return index + " " + number + " " + fresh;
    }

    @Override
    public synchronized void send() {
        bulk.flush();
    }

    /** Deletes what was begun by a process that died before anybody knew of it; nobody else writes now. */
    private void sweep() {
        Nodes.Answer all = nodes.ask("GET", "/" + settings.name() + "-*/_alias", null);
        if (!all.isOk()) {
            return;
        }
        String made = Pattern.quote(settings.name()) + "-[0-9a-z]{8,9}[0-9a-f]{4}";
        for (Map.Entry<String, JsonNode> each : all.body().properties()) {
            if (each.getKey().matches(made) && each.getValue().path("aliases").isEmpty()) {
                nodes.ask("DELETE", "/" + each.getKey(), null);
            }
        }
    }

    /** A new index that nobody knows yet. */
    private String begin() {
        sweep();
        String name = settings.name() + "-"
                + Long.toString(System.currentTimeMillis(), Character.MAX_RADIX)
                + String.format(Locale.ROOT, "%04x", ThreadLocalRandom.current().nextInt(1 << 16));
        nodes.get("PUT", "/" + name, Mapping.index(settings.shards(), settings.replicas()));
        return name;
    }

    @Override
    public void put(Paper paper, Provenance provenance, PaperKeys keys) {
        prepared(paper, provenance, keys).run();
    }

    /** Puts a paper in place of that which was put by a change of a number, and of no later one. */
    void putAs(long change, Paper paper, Provenance provenance, PaperKeys keys) {
        prepared(change, paper, provenance, keys).run();
    }

    @Override
    public Runnable prepared(Paper paper, Provenance provenance, PaperKeys keys) {
        return prepared(number, paper, provenance, keys);
    }

    private Runnable prepared(long change, Paper paper, Provenance provenance, PaperKeys keys) {
        List<PaperSource.Made> made;
        try {
            made = made(paper, provenance, keys);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        List<String> lines = new ArrayList<>();
        for (PaperSource.Made each : made) {
            lines.add(action(change, "index", each.id(), paper.id()));
            lines.add(nodes.json(each.source()));
        }
        int rows = made.size() - 1;
        // As readers leave it a paper cites what it cited.
        Set<String> cites = change == number ? CitedColumn.names(paper) : Set.of();
        return () -> add(change, new Lines(paper.id(), lines, rows, cites));
    }

    /**
     * A paper that is ready to be put.
     *
     * @param rows how many children it has
     * @param cites whose counts it may change; none where it cites what it did
     */
    private record Lines(String paper, List<String> lines, int rows, Set<String> cites) {}

    private synchronized void add(long change, Lines put) {
        String paper = put.paper();
        JsonNode before = fresh && !bulk.hasSent(paper) ? MissingNode.getInstance() : standing(paper);
        List<String> all = new ArrayList<>(put.lines());
        for (int i = put.rows(); i < children(before); i++) {
            all.add(action(change, "delete", PaperSource.child(paper, i), paper));
        }
        if (!put.cites().isEmpty()) {
            Set<String> names = new TreeSet<>(put.cites());
            if (!before.isMissingNode()) {
                names.addAll(CitedColumn.names(paper, before));
            }
            note(names, all);
        }
        bulk.add(paper, all);
    }

    /** Leaves a note of whose counts are to be taken anew. */
    private void note(Set<String> names, List<String> lines) {
        PaperSource.Made note = CitedColumn.note(names);
        lines.add(action(number, "index", note.id(), note.id()));
        lines.add(nodes.json(note.source()));
    }

    private List<PaperSource.Made> made(Paper paper, Provenance provenance, PaperKeys keys) throws IOException {
        Object said = revisions.papers().get(paper.id());
        Revision revision = said == null ? Revision.none(paper) : revisions.of(paper);
        List<PaperSource.Made> made = papers.of(revision, blocks.of(revision, provenance, keys), provenance, keys);
        if (said != null) {
            Map<String, Object> whole = made.getFirst().source();
            whole.put(PaperSource.REVISED, List.of(Revising.mark(said)));
            whole.put(
                    PaperSource.AS_PUT,
                    papers.asPut(
                            blocks.of(paper, provenance, keys),
                            paper.references().size()));
        }
        return made;
    }

    /** What a paper says of itself as it stands; missing where there is none. */
    private JsonNode standing(String id) {
        bulk.flushIfHas(id);
        Nodes.Answer answer = nodes.ask(
                "GET",
                "/" + index + "/_doc/" + encoded(id) + "?routing=" + encoded(id) + "&_source_includes="
                        + String.join(",", PaperSource.CHILDREN, Schema.CITES, Schema.DOI),
                null);
        if (!answer.isOk() && answer.status() != 404) {
            throw nodes.refused("GET", "/" + index, answer);
        }
        return answer.body().path("_source");
    }

    private static int children(JsonNode standing) {
        return standing.path(PaperSource.CHILDREN).asInt(0);
    }

    static String encoded(String id) {
        return URLEncoder.encode(id, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String action(long change, String what, String id, String routing) {
        return nodes.json(
                Map.of(what, Map.of("_id", id, "routing", routing, "version", change, "version_type", "external_gte")));
    }

    @Override
    public synchronized void remove(String id) {
        JsonNode before = standing(id);
        List<String> lines = new ArrayList<>();
        lines.add(action(number, "delete", id, id));
        lines.add(action(number, "delete", CitedColumn.id(id), id));
        for (int i = 0; i < children(before); i++) {
            lines.add(action(number, "delete", PaperSource.child(id, i), id));
        }
        if (!before.isMissingNode()) {
            note(CitedColumn.names(id, before), lines);
        }
        bulk.add(id, lines);
    }

    private static String failureId(String path) {
        return "@failure:" + Integer.toHexString(path.hashCode()) + ":"
                + path.substring(Math.max(0, path.length() - 100));
    }

    @Override
    public synchronized void putFailure(FailedFile failure) {
        String id = failureId(failure.file().path());
        bulk.add(
                id,
                List.of(
                        action(number, "index", id, id),
                        nodes.json(Map.of(Schema.KIND, Schema.KIND_FAILURE, Schema.JSON, json.write(failure)))));
    }

    @Override
    public synchronized void removeFailure(String path) {
        String id = failureId(path);
        bulk.add(id, List.of(action(number, "delete", id, id)));
    }

    @Override
    public synchronized void likelyFrom(double confidence) {
        likely = String.valueOf(confidence);
    }

    @Override
    public synchronized void commit(int files) {
        commit(files, false);
    }

    @Override
    public synchronized void step(int files) {
        commit(files, true);
    }

    private void commit(int files, boolean unfinished) {
        bulk.flush();
        if (lease != null && !lease.isHeld()) {
            throw new IndexBusy("another process has taken over the writing of the " + settings
                    + ", for this one was not heard of; what it had not committed is done by the other");
        }
        Map<String, String> more = new HashMap<>();
        more.put(ClusterState.SCHEMA, Mapping.VERSION);
        more.put(ClusterState.FILES, String.valueOf(files));
        more.put(ClusterState.CHANGE, String.valueOf(number));
        more.put(ClusterState.COMMITTED, Instant.now().toString());
        if (likely != null) {
            more.put(ClusterState.LIKELY, likely);
        }
        if (unfinished) {
            more.put(ClusterState.UNFINISHED, "true");
        }
        refresh();
        if (new CitedColumn(nodes, index, walking.apply(index)).bring(counting())) {
            bulk.flush();
            refresh();
        }
        ClusterState.change(nodes, index, said -> {
            Map<String, String> now = new HashMap<>(said);
            now.remove(ClusterState.UNFINISHED);
            now.putAll(more);
            return now;
        });
        nodes.get("POST", "/" + index + "/_flush", null);
        if (!chosen) {
            choose();
        }
        committed.run();
    }

    private CitedColumn.Changes counting() {
        return new CitedColumn.Changes() {
            @Override
            public void put(String id, String routing, Map<String, Object> source) {
                bulk.add(id, List.of(action(number, "index", id, routing), nodes.json(source)));
            }

            @Override
            public void remove(String id, String routing) {
                bulk.add(id, List.of(action(number, "delete", id, routing)));
            }
        };
    }

    /** Lets papers as readers left them be seen, and nothing else be said of the whole. */
    synchronized void commitRevisions() {
        bulk.flush();
        refresh();
        ClusterState.change(nodes, index, said -> said);
        committed.run();
    }

    /** Lets what was written be seen, in every part of the index. */
    private void refresh() {
        Duration delay = FIRST_DELAY;
        for (int i = 1; ; i++) {
            JsonNode shards = nodes.get("POST", "/" + index + "/_refresh", null).path("_shards");
            if (shards.path("failed").asInt() == 0) {
                return;
            }
            if (i == TRIES) {
                throw new IndexException("parts of the " + settings + " cannot be reached: "
                        + shards.path("failures")
                                .path(0)
                                .path("reason")
                                .path("reason")
                                .asText());
            }
            Nodes.pause(delay);
            delay = delay.multipliedBy(2);
        }
    }

    /** Lets the alias name this index alone, and deletes the one that it named before. */
    private void choose() {
        List<Object> actions = new ArrayList<>();
        actions.add(Map.of("add", Map.of("index", index, "alias", settings.name(), "is_write_index", true)));
        Nodes.Answer named = nodes.ask("GET", "/_alias/" + settings.name(), null);
        if (named.isOk()) {
            for (Map.Entry<String, JsonNode> each : named.body().properties()) {
                if (!each.getKey().equals(index)) {
                    actions.add(Map.of("remove_index", Map.of("index", each.getKey())));
                }
            }
        } else if (named.status() != 404) {
            throw nodes.refused("GET", "/_alias", named);
        }
        nodes.get("POST", "/_aliases", Map.of("actions", actions));
        chosen = true;
    }

    /** What was sent stays; an index that was not chosen is deleted. */
    @Override
    public synchronized void close() {
        if (!chosen) {
            try {
                nodes.ask("DELETE", "/" + index, null);
            } catch (IndexException unreachable) {
                // It has no alias, so that nobody sees it.
                chosen = false;
            }
        }
        if (lease != null) {
            lease.close();
        }
    }
}

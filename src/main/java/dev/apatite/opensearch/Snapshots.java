package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.IndexException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * States of the index that the cluster keeps while they are asked, by its points in time. A state is lost where the node
 * that keeps it goes away; then the newest takes its place, which has a name of its own. Safe to share between threads.
 */
final class Snapshots implements AutoCloseable {
    /** How long a state is kept after it was asked last. */
    private static final String KEPT = "10m";

    private static final int MOST = 8;

    private final Nodes nodes;
    private final String alias;
    private final Map<String, Snapshot> kept = new LinkedHashMap<>();
    private int losses;

    Snapshots(Nodes nodes, String alias) {
        this.nodes = nodes;
        this.alias = alias;
    }

    /** The state of this name, or else the current one. */
    synchronized RemoteSnapshot of(ClusterState current, String name) {
        Snapshot named = name.isEmpty() ? null : kept.get(name);
        if (named != null) {
            return named;
        }
        String now = name(current);
        Snapshot snapshot = kept.get(now);
        if (snapshot == null) {
            snapshot = new Snapshot(this, nodes, now, current, open());
            kept.put(now, snapshot);
            if (kept.size() > MOST) {
                Snapshot oldest = kept.values().iterator().next();
                kept.remove(oldest.state());
                forget(oldest.pit());
            }
        }
        return snapshot;
    }

    private String name(ClusterState state) {
        return losses == 0 ? state.name() : state.name() + "-" + losses;
    }

    /** A snapshot cannot be asked any more; null where it could never be. */
    synchronized void lost(@Nullable Snapshot snapshot) {
        if (snapshot != null && kept.remove(snapshot.state(), snapshot)) {
            losses++;
        }
    }

    /** Opens a point in time of the papers and has its id. */
    private String open() {
        return open(alias);
    }

    /** Opens a point in time of an index and has its id. */
    String open(String index) {
        JsonNode answer = nodes.get(
                "POST",
                "/" + index + "/_search/point_in_time?keep_alive=" + KEPT + "&allow_partial_pit_creation=false",
                null);
        return answer.path("pit_id").asText();
    }

    Map<String, Object> pit(String id) {
        return Map.of("id", id, "keep_alive", KEPT);
    }

    /** Lets the cluster forget a point in time; it does so by itself later. */
    void forget(String pit) {
        try {
            nodes.ask("DELETE", "/_search/point_in_time", Map.of("pit_id", java.util.List.of(pit)));
        } catch (IndexException unreachable) {
            // It ends by itself.
            return;
        }
    }

    @Override
    public synchronized void close() {
        kept.values().forEach(each -> forget(each.pit()));
        kept.clear();
    }
}

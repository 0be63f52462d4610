package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.PlacedRecords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Records as documents of an index of their own, each with its place for an id, and made only where there is none: of two
 * that want the same place one gets it. They are asked for by their ids, so that what was put is seen at once.
 */
public final class ClusterRecords implements PlacedRecords {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int AT_ONCE = 200;
    private static final String LINE = "line";

    private final Nodes nodes;
    private final ClusterSettings settings;
    private final String index;
    private volatile boolean there;

    private ClusterRecords(ClusterSettings settings, String kind) {
        this.settings = settings;
        nodes = new Nodes(settings, PATIENCE);
        index = settings.name() + "." + kind;
    }

    /** The records of a kind beside the index in a cluster; there need not be any yet. */
    public static ClusterRecords open(ClusterSettings settings, String kind) {
        return new ClusterRecords(settings, kind);
    }

    private void make() {
        if (!there) {
            nodes.make(index, settings.replicas());
            there = true;
        }
    }

    @Override
    public List<String> from(int place) {
        make();
        List<String> ids = IntStream.range(place, place + AT_ONCE)
                .mapToObj(Integer::toString)
                .toList();
        List<String> lines = new ArrayList<>();
        for (JsonNode each :
                nodes.get("POST", "/" + index + "/_mget", Map.of("ids", ids)).path("docs")) {
            if (!each.path("found").asBoolean()) {
                break;
            }
            lines.add(each.path("_source").path(LINE).asText());
        }
        return lines;
    }

    @Override
    public boolean put(int place, String line) {
        make();
        String path = "/" + index + "/_create/" + place;
        Nodes.Answer answer = nodes.ask("PUT", path, Map.of(LINE, line));
        if (answer.status() == 409) {
            // A request may be made twice: its own line is no other's.
            return from(place).stream().findFirst().filter(line::equals).isPresent();
        }
        if (!answer.isOk()) {
            throw nodes.refused("PUT", path, answer);
        }
        return true;
    }
}

package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Shows all documents of an index that match, all of one state, in no order. */
final class Walk {
    private static final int PAGE = 200;

    private final Nodes nodes;
    private final Snapshots snapshots;
    private final String index;

    /** Through an index, or what an alias names. */
    Walk(Nodes nodes, Snapshots snapshots, String index) {
        this.nodes = nodes;
        this.snapshots = snapshots;
        this.index = index;
    }

    /** Shows some fields of every document, and its id. */
    void walk(Map<String, Object> query, Collection<String> fields, Consumer<JsonNode> each) {
        String pit = snapshots.open(index);
        try {
            @Nullable JsonNode after = null;
            do {
                Map<String, Object> body = new LinkedHashMap<>();
                body.put("size", PAGE);
                body.put("query", query);
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
                hits.forEach(each);
                after = hits.size() < PAGE ? null : hits.get(hits.size() - 1).path("sort");
            } while (after != null);
        } finally {
            snapshots.forget(pit);
        }
    }
}

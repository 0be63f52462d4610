package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.IndexCheck;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexSummary;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.Paper;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Whether an index in a cluster is sound: all its parts are there, and every paper in it is a paper. */
final class ClusterExamination {
    private static final int PAGE = 50;

    private final Nodes nodes;
    private final ClusterSettings settings;
    private final ClusterIndex index;
    private final List<String> words = new ArrayList<>();
    private boolean sound = true;

    ClusterExamination(Nodes nodes, ClusterSettings settings, ClusterIndex index) {
        this.nodes = nodes;
        this.settings = settings;
        this.index = index;
    }

    IndexCheck run() {
        try {
            JsonNode health = nodes.get("GET", "/_cluster/health/" + settings.name(), null);
            String colour = health.path("status").asText();
            words.add(
                    "cluster: " + colour + ", " + health.path("number_of_nodes").asInt() + " nodes, "
                            + health.path("active_shards").asInt() + " shards active, "
                            + health.path("unassigned_shards").asInt() + " not assigned");
            if (colour.equals("red")) {
                damaged("parts of the " + settings + " stand on no node");
            } else {
                papers();
            }
        } catch (IndexException | UncheckedIOException e) {
            damaged("the " + settings + " cannot be read: " + e.getMessage());
        }
        return new IndexCheck(sound, words);
    }

    private void papers() {
        List<String> ids = index.papers().stream().map(StoredPaper::id).toList();
        var snapshot = index.snapshot("");
        for (int from = 0; from < ids.size(); from += PAGE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + PAGE));
            Map<String, Paper> papers = snapshot.papers(some);
            for (String id : some) {
                Paper paper = papers.get(id);
                if (paper == null || !paper.id().equals(id)) {
                    damaged("the paper " + id + " cannot be read back");
                }
            }
        }
        IndexSummary summary = index.summary();
        words.add("papers: " + summary.papers() + ", with " + summary.references() + " references, "
                + summary.findings() + " findings and " + summary.patients() + " patients");
        if (summary.failed() > 0) {
            words.add("files that could not be read: " + summary.failed());
        }
    }

    private void damaged(String what) {
        sound = false;
        words.add(what);
    }
}

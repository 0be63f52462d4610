package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.PaperBlocks;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperOutline;
import dev.apatite.index.Schema;
import dev.apatite.paper.Revisions;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the papers of a cluster as readers left them. What readers say stands in files on the machine that serves them; the
 * papers that they speak of are put again, each with what it was put with before, so that it can be left otherwise later.
 * Whoever puts a paper without knowing the marks is found by what the paper says of itself, after the next commit.
 */
final class Revising {
    private final ClusterIndex index;
    private final Revisions revisions;
    private @Nullable Object state;
    private String commit = "";

    Revising(ClusterIndex index, Revisions revisions) {
        this.index = index;
        this.revisions = revisions;
    }

    /** Stands for what readers said of a paper; the same in every process. */
    static String mark(Object said) {
        return UUID.nameUUIDFromBytes(said.toString().getBytes(StandardCharsets.UTF_8))
                .toString();
    }

    /** Brings the papers up to date with what readers said; whether there may be another commit to look at. */
    synchronized boolean bring(ClusterState current) {
        Object now = revisions.state();
        if (now.equals(state) && current.name().equals(commit)) {
            return false;
        }
        Map<String, String> held = new HashMap<>();
        index.walk(
                Map.of("exists", Map.of("field", PaperSource.REVISED)),
                Set.of(Schema.PAPER, PaperSource.REVISED),
                each -> held.put(
                        each.path(Schema.PAPER).path(0).asText(),
                        each.path(PaperSource.REVISED).path(0).asText()));
        // Whoever left the papers as they stand knew no more than can be known now.
        revisions.look();
        now = revisions.state();
        Map<String, Object> said = revisions.papers();
        Set<String> again = new TreeSet<>();
        said.forEach((paper, marks) -> {
            if (!mark(marks).equals(held.get(paper))) {
                again.add(paper);
            }
        });
        held.keySet().stream().filter(each -> !said.containsKey(each)).forEach(again::add);
        boolean changed = put(again, current);
        boolean saidMore = !now.equals(state);
        state = now;
        commit = current.name();
        return changed || saidMore;
    }

    private static PaperKeys.Mark mark(JsonNode source) {
        List<Long> keys = new ArrayList<>();
        source.path(Schema.KEY).forEach(each -> keys.add(Long.parseLong(each.asText(), 16)));
        List<String> tried = new ArrayList<>();
        source.path(Schema.TRIED).forEach(each -> tried.add(each.asText()));
        return new PaperKeys.Mark(source.path(Schema.CITATION).asLong(), keys, tried);
    }

    /** What the references of a paper were put with, by place in the list. */
    private Map<Integer, PaperKeys.Mark> references(String paper) {
        Map<Integer, PaperKeys.Mark> byNumber = new TreeMap<>();
        index.walkHits(
                Map.of(
                        "bool",
                        Map.of(
                                "filter",
                                List.of(
                                        Map.of("term", Map.of(Schema.PAPER, paper)),
                                        Map.of("term", Map.of(Schema.KIND, Schema.KIND_REFERENCE))))),
                List.of(Schema.KEY, Schema.CITATION, Schema.TRIED),
                hit -> byNumber.put(PaperSource.number(hit.path("_id").asText()), mark(hit.path("_source"))));
        Map<Integer, PaperKeys.Mark> references = new HashMap<>();
        byNumber.values().forEach(each -> references.put(references.size(), each));
        return references;
    }

    private boolean put(Set<String> papers, ClusterState current) {
        boolean changed = false;
        try (ClusterUpdate update = index.revising(current)) {
            for (String each : papers) {
                ClusterIndex.Put put = index.document(each);
                if (put != null) {
                    PaperOutline outline = index.outline(put.source());
                    PaperKeys keys = PaperBlocks.keys(outline, mark(put.source()), references(each));
                    update.putAs(
                            put.change(),
                            index.asPut(put.source()),
                            outline.stored().provenance(),
                            keys);
                    changed = true;
                }
            }
            if (changed) {
                update.commitRevisions();
            }
        }
        return changed;
    }
}

package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.IndexBusy;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What was said of the papers at the last commit, kept in a document of the index itself.
 *
 * @param index the index behind the alias
 * @param version counts the commits
 * @param said by key
 */
record ClusterState(String index, long version, Map<String, String> said) {
    /** The document's id. */
    static final String ID = "@state";

    static final String KIND = "state";
    static final String SCHEMA = "schema";
    static final String FILES = "files";
    static final String UNFINISHED = "unfinished";
    static final String COMMITTED = "committed";
    static final String LIKELY = "likely";

    /** The number of the change that committed last. */
    static final String CHANGE = "change";

    private static final int TRIES = 50;
    private static final String SAID = "said";
    private static final String NUMBER = "commit";

    ClusterState {
        said = Map.copyOf(said);
    }

    /** Names this state among all of this index. */
    String name() {
        return index + "." + version;
    }

    @Nullable
    String said(String key) {
        return said.get(key);
    }

    /** The number of the change that committed last. */
    long change() {
        return Long.parseLong(said.getOrDefault(CHANGE, "0"));
    }

    static ClusterState of(String index, JsonNode source) {
        Map<String, String> said = new LinkedHashMap<>();
        source.path(SAID)
                .properties()
                .forEach(each -> said.put(each.getKey(), each.getValue().asText()));
        return new ClusterState(index, source.path(NUMBER).asLong(), said);
    }

    private static Map<String, Object> source(long version, Map<String, String> said) {
        return Map.of("kind", KIND, NUMBER, version, SAID, said);
    }

    /** Says something else of an index, whoever says what at the same time: as a new commit. */
    static void change(Nodes nodes, String index, UnaryOperator<Map<String, String>> changed) {
        String document = "/" + index + "/_doc/" + ID;
        for (int i = 0; i < TRIES; i++) {
            Nodes.Answer before = nodes.ask("GET", document, null);
            if (!before.isOk() && before.status() != 404) {
                throw nodes.refused("GET", document, before);
            }
            boolean there = before.body().path("found").asBoolean();
            ClusterState state = of(index, before.body().path("_source"));
            String condition = there
                    ? "?if_seq_no=" + before.body().path("_seq_no").asText() + "&if_primary_term="
                            + before.body().path("_primary_term").asText()
                    : "?op_type=create";
            Nodes.Answer after =
                    nodes.ask("PUT", document + condition, source(state.version() + 1, changed.apply(state.said())));
            if (after.isOk()) {
                return;
            }
            if (after.status() != 409) {
                throw nodes.refused("PUT", document, after);
            }
        }
        throw new IndexBusy("too many processes commit to " + index + " at once; try again later");
    }
}

package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
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

    static ClusterState of(String index, JsonNode source) {
        Map<String, String> said = new LinkedHashMap<>();
        source.path(SAID)
                .properties()
                .forEach(each -> said.put(each.getKey(), each.getValue().asText()));
        return new ClusterState(index, source.path(NUMBER).asLong(), said);
    }

    Map<String, Object> source() {
        return Map.of("kind", KIND, NUMBER, version, SAID, said);
    }
}

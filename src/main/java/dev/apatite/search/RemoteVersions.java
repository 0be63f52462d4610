package dev.apatite.search;

import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.Schema;
import dev.apatite.query.EvidenceQueries;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.FieldExistsQuery;

/**
 * {@link Versions} in a cluster: the papers of one state that are versions of one work, by their ids.
 *
 * @param groups the group of each paper that has one
 */
record RemoteVersions(Map<String, String> groups) {
    /** Those of a state. */
    static RemoteVersions of(RemoteSnapshot snapshot) {
        Map<String, String> groups = new HashMap<>();
        snapshot.columns(
                new BooleanQuery.Builder()
                        .add(new FieldExistsQuery(Schema.GROUP), Occur.FILTER)
                        .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                        .build(),
                List.of(Schema.PAPER, Schema.GROUP),
                values -> groups.put(
                        values.getOrDefault(Schema.PAPER, List.of("")).getFirst(),
                        values.getOrDefault(Schema.GROUP, List.of("")).getFirst()));
        return new RemoteVersions(groups);
    }

    /** All papers that have other versions. */
    Set<String> papers() {
        return groups.keySet();
    }

    /** How many versions of its work a paper is one of; 1 where there is no other. */
    int number(String paper) {
        String group = groups.get(paper);
        return group == null
                ? 1
                : (int) groups.values().stream().filter(group::equals).count();
    }

    /** The ids of all versions of the work that a paper is one of, the leading one first; none where there is one. */
    List<String> ids(String paper) {
        String group = groups.get(paper);
        List<String> ids = groups.keySet().stream()
                .filter(each -> Objects.equals(groups.get(each), group))
                .sorted(Versions.leadingFirst(String.valueOf(group)))
                .toList();
        return ids.size() < 2 ? List.of() : ids;
    }

    /** The papers of an answer that are not shown, for another version of their work is; {@code found} are their scores. */
    Set<String> second(Map<String, Float> found) {
        Map<String, Map<String, Float>> best = new HashMap<>();
        found.forEach((paper, score) -> {
            String group = groups.get(paper);
            if (group != null) {
                best.computeIfAbsent(group, any -> new HashMap<>()).put(paper, score);
            }
        });
        Set<String> second = new HashSet<>();
        best.forEach((group, papers) -> {
            String shown = Versions.first(group, papers);
            papers.keySet().stream().filter(each -> !each.equals(shown)).forEach(second::add);
        });
        return second;
    }
}

package dev.apatite.opensearch;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.apatite.engine.LeaseTable;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexState;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Papers;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.Revision;
import dev.apatite.paper.Revisions;
import dev.apatite.paper.SectionKind;
import dev.apatite.search.ClusterSearcher;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An index in a cluster as it is built, built anew, marked, and written by one process at a time. */
@NeedsOpenSearch
class ClusterIndexIT {
    @TempDir
    private Path folder;

    private final Vocabulary vocabulary = Vocabulary.builtIn();
    private final Marks marks = new Marks();
    private ClusterSettings settings;
    private ClusterIndex index;
    private Searcher searcher;

    /** Rows that somebody called wrong, by paper. */
    private static final class Marks implements Revisions {
        private final Map<String, Object> wrong = new HashMap<>();

        @Override
        public Object state() {
            return Map.copyOf(wrong);
        }

        @Override
        public Map<String, Object> papers() {
            return Map.copyOf(wrong);
        }

        @Override
        public Revision of(Paper paper) {
            Object finding = wrong.get(paper.id());
            List<Finding> struck = paper.findings().stream()
                    .filter(each -> each.id().equals(finding))
                    .toList();
            List<Finding> left = paper.findings().stream()
                    .filter(each -> !struck.contains(each))
                    .toList();
            return new Revision(paper.annotated(paper.mentions(), paper.patients(), left), Map.of(), struck);
        }
    }

    @BeforeEach
    void open() throws IOException, InterruptedException {
        settings = new ClusterSettings(OpenSearchNodes.one(), "life-" + System.nanoTime(), null, null, 2, 0);
        index = ClusterIndex.open(settings, folder, vocabulary, marks);
        searcher = new ClusterSearcher(index, vocabulary);
    }

    @AfterEach
    void close() {
        index.close();
    }

    private static Paper made(int number) {
        return paper("life" + number)
                .title("Paper " + number + " of calcinosis")
                .section(SectionKind.CASE, "Case", "She got diltiazem without any effect. Warfarin cured the pain.")
                .patient(
                        40,
                        dev.apatite.paper.Sex.FEMALE,
                        "anti-Scl-70",
                        dev.apatite.paper.AntibodyStatus.POSITIVE,
                        "diltiazem")
                .finding("diltiazem", Response.NO_RESPONSE, true, 1, "She got diltiazem without any effect.")
                .finding("warfarin", Response.COMPLETE_RESPONSE, true, 1, "Warfarin cured the pain.")
                .cites("1", "Old A. Bone and calcium. 1990.", "w1")
                .build();
    }

    private static void put(PaperUpdate update, int from, int to) {
        for (int i = from; i < to; i++) {
            update.put(made(i), Papers.provenance(made(i)), PaperKeys.NONE);
        }
        update.commit(to);
    }

    private long found() {
        return searcher.search(SearchRequest.of("TITLE:calcinosis")).hitCount();
    }

    private List<EvidenceRow> rows(String paper, String... filter) {
        SearchRequest request = SearchRequest.of("").rowsOnly().withPageSize(100);
        for (int i = 0; i < filter.length; i += 2) {
            request = request.filter(filter[i], filter[i + 1]);
        }
        return searcher.evidence(request).rows().stream()
                .filter(each -> each.paper().id().equals(paper))
                .toList();
    }

    @Test
    void anIndexThatIsBuiltAnewStandsBesideTheOtherUntilItTakesItsPlace() {
        assertThat(index.state()).isEqualTo(IndexState.EMPTY);
        try (PaperUpdate update = index.update()) {
            put(update, 0, 5);
        }
        String before = index.commit();
        try (PaperUpdate update = index.rebuild()) {
            update.put(made(7), Papers.provenance(made(7)), PaperKeys.NONE);
            assertThat(found()).as("the old one is searched").isEqualTo(5);
            put(update, 8, 10);
            assertThat(index.commit()).isNotEqualTo(before);
        }
        assertThat(searcher.paper("life0")).isEmpty();
        assertThat(searcher.paper("life8")).contains(made(8));
        assertThat(index.summary().papers()).isEqualTo(3);
        try (PaperUpdate given = index.rebuild()) {
            given.put(made(20), Papers.provenance(made(20)), PaperKeys.NONE);
        }
        assertThat(index.summary().papers())
                .as("what was not committed counts for nothing")
                .isEqualTo(3);
        try (Nodes nodes = new Nodes(settings, Duration.ofSeconds(10))) {
            String all = "/_cat/indices/" + settings.name() + "-*?format=json";
            assertThat(nodes.get("GET", all, null))
                    .as("neither the old one nor the one that was given up is left")
                    .hasSize(1);
            nodes.get("PUT", "/" + settings.name() + "-mx3glof0a80e", null);
            try (PaperUpdate update = index.rebuild()) {
                assertThat(nodes.get("GET", all, null))
                        .as("what a process left that died is gone")
                        .hasSize(2);
            }
        }
    }

    @Test
    void anIndexOfAnotherVersionIsToBeBuiltAnewAndIsNotMixedWithThisOne() {
        try (PaperUpdate update = index.update()) {
            put(update, 0, 3);
        }
        try (Nodes nodes = new Nodes(settings, Duration.ofSeconds(10))) {
            ClusterState.change(nodes, index.commit().replaceFirst("\\.\\d+$", ""), said -> {
                Map<String, String> other = new HashMap<>(said);
                other.put(ClusterState.SCHEMA, "of another version");
                return other;
            });
        }
        assertThat(index.state()).isEqualTo(IndexState.OTHER_SCHEMA);
        assertThatThrownBy(index::update).isInstanceOf(IndexException.class).hasMessageContaining("another version");
        try (PaperUpdate update = index.rebuild()) {
            put(update, 0, 4);
        }
        assertThat(index.state()).isEqualTo(IndexState.CURRENT);
        assertThat(found()).isEqualTo(4);
    }

    @Test
    void aRowThatAReaderCallsWrongCountsNoMoreAndComesBackWhenTheMarkIsTaken() {
        try (PaperUpdate update = index.update()) {
            put(update, 0, 3);
        }
        String wrong = made(1).findings().getFirst().id();
        assertThat(rows("life1")).hasSize(2);
        marks.wrong.put("life1", wrong);
        assertThat(rows("life1")).extracting(each -> each.finding().treatment()).containsExactly("warfarin");
        assertThat(rows("life1", "mark", "wrong")).hasSize(1);
        assertThat(rows("life0")).hasSize(2);
        assertThat(searcher.paper("life1").orElseThrow().findings()).hasSize(1);
        assertThat(index.paper("life1")).as("as it was put").contains(made(1));
        String before = index.snapshot("").state();
        // Another process, which knows no marks, puts the paper as it was read.
        try (ClusterIndex other = ClusterIndex.open(settings, folder, vocabulary);
                PaperUpdate update = other.update()) {
            put(update, 1, 2);
        }
        // A commit of another process is seen half a second later at most.
        await().until(() -> !index.snapshot("").state().equals(before));
        assertThat(rows("life1")).hasSize(1);
        marks.wrong.clear();
        assertThat(rows("life1")).hasSize(2);
        assertThat(searcher.paper("life1")).contains(made(1));
    }

    /** A process may sleep through the end of its lease, and wake when all is long done. */
    @Test
    void whatIsPutTooLateTakesThePlaceOfNothing() {
        String early;
        try (PaperUpdate update = index.update()) {
            put(update, 0, 3);
            early = update.place();
        }
        Paper changed = made(1).withWarnings(List.of("put later"));
        try (PaperUpdate update = index.update()) {
            update.put(changed, Papers.provenance(changed), PaperKeys.NONE);
            update.remove("life2");
            update.commit(2);
        }
        try (PaperUpdate late = index.helping(early)) {
            late.put(made(1), Papers.provenance(made(1)), PaperKeys.NONE);
            late.put(made(2), Papers.provenance(made(2)), PaperKeys.NONE);
            late.send();
        }
        try (PaperUpdate update = index.update()) {
            update.commit(2);
        }
        assertThat(searcher.paper("life1")).contains(changed);
        assertThat(searcher.paper("life2")).isEmpty();
    }

    @Test
    void oneProcessWritesAtATimeAndWhoIsNotHeardOfIsSucceeded() {
        try (ClusterIndex other = ClusterIndex.open(settings, folder, vocabulary)) {
            try (PaperUpdate update = index.update()) {
                put(update, 0, 2);
                assertThat(other.isWrittenByAnother()).isTrue();
                assertThat(index.isWrittenByAnother()).isFalse();
                assertThatThrownBy(other::update).isInstanceOf(IndexBusy.class).hasMessageContaining(settings.name());
            }
            assertThat(other.isWrittenByAnother()).isFalse();
            try (PaperUpdate update = other.update()) {
                put(update, 2, 4);
            }
        }
        assertThat(index.summary().papers()).isEqualTo(4);
    }

    @Test
    void somethingIsTakenByOneAndFinishedByWhoHoldsIt() {
        LeaseTable table = index.leases();
        assertThat(table.look(List.of("a", "b"))).isEmpty();
        LeaseTable.Held first = table.take("a", "this", null).orElseThrow();
        assertThat(table.take("a", "this", null)).as("somebody has it").isEmpty();
        LeaseTable.Entry seen = table.look(List.of("a", "b")).get("a");
        assertThat(seen).isNotNull().satisfies(each -> assertThat(each.done()).isFalse());
        LeaseTable.Held renewed = table.renew(first).orElseThrow();
        assertThat(table.renew(first)).as("it stands otherwise by now").isEmpty();
        assertThat(table.take("a", "this", seen))
                .as("it was renewed since it was seen")
                .isEmpty();
        LeaseTable.Entry later = table.look(List.of("a")).get("a");
        LeaseTable.Held second = table.take("a", "this", later).orElseThrow();
        assertThat(table.finish(renewed, "late")).isFalse();
        assertThat(table.outcomes(Map.of("a", "this"))).isEmpty();
        assertThat(table.finish(second, "done")).isTrue();
        assertThat(table.outcomes(Map.of("a", "this"))).isEqualTo(Map.of("a", "done"));
        assertThat(table.outcomes(Map.of("a", "that"))).isEmpty();
        table.forget(List.of("a", "b"));
        assertThat(table.look(List.of("a"))).isEmpty();
    }

    @Test
    void ofManyThingsThoseAreTakenAndFinishedThatNobodyElseHas() {
        LeaseTable table = index.leases();
        LeaseTable.Held others = table.take("b", "this", null).orElseThrow();
        List<LeaseTable.Held> taken = table.take(Stream.of("a", "b", "c")
                .map(each -> new LeaseTable.Wish(each, "this", null))
                .toList());
        assertThat(taken).extracting(LeaseTable.Held::name).containsExactly("a", "c");
        LeaseTable.Held renewed = table.renew(taken.getLast()).orElseThrow();
        assertThat(table.finish(Map.of(taken.getFirst(), "A", taken.getLast(), "late")))
                .as("the other stands otherwise by now")
                .containsExactly(taken.getFirst());
        assertThat(table.outcomes(Map.of("a", "this", "b", "this", "c", "this")))
                .isEqualTo(Map.of("a", "A"));
        assertThat(table.finish(Map.of(renewed, "C", others, "B"))).containsExactlyInAnyOrder(renewed, others);
        assertThat(table.outcomes(Map.of("a", "this", "b", "this", "c", "this")))
                .isEqualTo(Map.of("a", "A", "b", "B", "c", "C"));
        assertThat(table.take(List.of())).isEmpty();
        table.forget(List.of("a", "b", "c"));
    }
}

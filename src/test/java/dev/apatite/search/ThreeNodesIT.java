package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Papers;
import dev.apatite.opensearch.ClusterIndex;
import dev.apatite.opensearch.ClusterSettings;
import dev.apatite.opensearch.NeedsOpenSearch;
import dev.apatite.opensearch.OpenSearchNodes;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Three nodes on this machine, one of which is killed while papers are searched and others are added. */
@NeedsOpenSearch
class ThreeNodesIT {
    private static final int FIRST = 100;
    private static final int STEP = 20;
    private static final int STEPS = 10;

    @TempDir
    private Path folder;

    private static Paper made(int number) {
        return paper("made" + number)
                .title("Paper " + number + " of calcinosis")
                .year(1990 + number % 30)
                .section(SectionKind.CASE, "Case", "Calcinosis of the hand " + "pain ".repeat(1 + number % 7))
                .build();
    }

    private static void put(PaperUpdate update, int from, int to) {
        IntStream.range(from, to)
                .mapToObj(ThreeNodesIT::made)
                .forEach(each -> update.put(each, Papers.provenance(each), PaperKeys.NONE));
        update.commit(to);
    }

    @Test
    void noSearchFailsAndNoPaperThatWasReportedIsLostWhenANodeIsKilled()
            throws IOException, InterruptedException, java.util.concurrent.ExecutionException {
        Vocabulary vocabulary = Vocabulary.builtIn();
        try (OpenSearchNodes nodes = OpenSearchNodes.start(3);
                ClusterIndex index = ClusterIndex.open(
                        new ClusterSettings(nodes.addresses(), "apatite", null, null, 3, 1), folder, vocabulary);
                RemoteSemantics semantics = RemoteSemantics.of(index);
                Searcher searcher = new ClusterSearcher(index, vocabulary, semantics, null)) {
            AtomicInteger reported = new AtomicInteger();
            AtomicBoolean killed = new AtomicBoolean();
            AtomicBoolean done = new AtomicBoolean();
            List<Asked> before = Collections.synchronizedList(new ArrayList<>());
            List<Asked> after = Collections.synchronizedList(new ArrayList<>());
            try (PaperUpdate update = index.update();
                    ExecutorService threads = Executors.newFixedThreadPool(2)) {
                put(update, 0, FIRST);
                reported.set(FIRST);
                withoutThePluginWordsAreSearchedAlone(semantics, searcher);
                nodes.awaitReplicas();
                List<Future<?>> searching = new ArrayList<>();
                for (int i = 0; i < 2; i++) {
                    searching.add(threads.submit(() -> {
                        while (!done.get()) {
                            List<Asked> now = killed.get() ? after : before;
                            now.add(ask(searcher, reported));
                        }
                    }));
                }
                try {
                    for (int i = 0; i < STEPS; i++) {
                        if (i == STEPS / 3) {
                            nodes.kill(1);
                            killed.set(true);
                        }
                        int from = FIRST + i * STEP;
                        put(update, from, from + STEP);
                        reported.set(from + STEP);
                    }
                    // Whoever asks now asks of a cluster that has lost a node, whatever it did meanwhile.
                    after.add(ask(searcher, reported));
                } finally {
                    done.set(true);
                }
                for (Future<?> each : searching) {
                    each.get();
                }
            }
            assertThat(before).isNotEmpty();
            assertThat(after).hasSizeGreaterThan(1);
            assertThat(Stream.concat(before.stream(), after.stream()))
                    .allSatisfy(each -> assertThat(each.found()).isGreaterThanOrEqualTo(each.reported()));
            assertThat(searcher.search(SearchRequest.of("TITLE:calcinosis")).hitCount())
                    .isEqualTo(FIRST + STEPS * STEP);
            for (int i = 0; i < FIRST + STEPS * STEP; i += 7) {
                assertThat(searcher.paper("made" + i)).contains(made(i));
            }
            System.out.println(2 * before.size() + " searches before the kill and " + 2 * after.size()
                    + " after it, none failed; " + reported + " papers, none lost");
        }
    }

    /** Nothing fails for the lack of vectors, and whoever asks is told. */
    private static void withoutThePluginWordsAreSearchedAlone(RemoteSemantics semantics, Searcher searcher) {
        semantics.complete(() -> {});
        assertThat(semantics.lacking()).contains("the cluster has no plugin opensearch-knn");
        assertThat(searcher.vectors().offered()).isFalse();
        SearchRequest swollen = SearchRequest.of("aching calcification of the hand");
        assertThat(searcher.nearest(swollen)).isEmpty();
        assertThat(searcher.search(swollen).meaningHitCount()).isZero();
        assertThat(searcher.search(swollen).hitCount())
                .isEqualTo(searcher.search(swollen.withWording(Wording.USUAL.withSemantic(false)))
                        .hitCount())
                .isEqualTo(FIRST);
    }

    /**
     * Two searches.
     *
     * @param reported how many papers were said to be indexed before they were asked
     * @param found the fewer of what they found
     */
    private record Asked(long reported, long found) {}

    private static Asked ask(Searcher searcher, AtomicInteger reported) {
        int before = reported.get();
        long least = Long.MAX_VALUE;
        for (String query : List.of("calcinosis pain", "TITLE:calcinosis")) {
            SearchResponse found = searcher.search(SearchRequest.of(query).withPageSize(5));
            assertThat(found.hits()).hasSize(5);
            least = Math.min(least, found.hitCount());
        }
        return new Asked(before, least);
    }
}

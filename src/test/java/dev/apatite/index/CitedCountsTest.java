package dev.apatite.index;

import static dev.apatite.index.Papers.paper;
import static dev.apatite.index.Papers.provenance;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Revision;
import dev.apatite.paper.Revisions;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.apache.lucene.index.LeafReaderContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How often each paper is cited stands in a column, which every commit brings up to date. */
class CitedCountsTest {
    private static final int PAPERS = 12;

    @TempDir
    private Path folder;

    private static Paper citing(String id, String... works) {
        Papers paper = paper(id).title("Paper " + id).section(SectionKind.CASE, "Case", "A woman was treated.");
        for (String work : works) {
            paper.cites("1", "Doe J. Something. 1999.", work);
        }
        return paper.build();
    }

    private static Map<String, Long> column(PaperIndex index) {
        return index.read(view -> {
            Map<String, Long> counts = new TreeMap<>();
            for (LeafReaderContext leaf : view.reader().leaves()) {
                ProvenanceColumns papers = new ProvenanceColumns(leaf.reader());
                for (int doc = 0; doc < leaf.reader().maxDoc(); doc++) {
                    boolean live = leaf.reader().getLiveDocs() == null
                            || leaf.reader().getLiveDocs().get(doc);
                    var own = leaf.reader().getSortedDocValues(Schema.READER);
                    if (live && own != null && own.advanceExact(doc)) {
                        counts.put(papers.paper(doc).id(), CitedCounts.at(leaf.reader(), doc));
                    }
                }
            }
            return counts;
        });
    }

    @Test
    void aPaperIsCountedOnceForEachThatCitesItAndNotForItself() {
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn())) {
            try (IndexUpdate update = index.update()) {
                for (Paper each : new Paper[] {
                    citing("a", "b", "b", "elsewhere"), citing("b", "b", "a"), citing("c", "b"), citing("d")
                }) {
                    update.put(each, provenance(each));
                }
                update.commit();
            }
            assertThat(column(index)).isEqualTo(Map.of("a", 1L, "b", 2L, "c", 0L, "d", 0L));
            try (IndexUpdate update = index.update()) {
                update.remove("c");
                update.put(citing("a"), provenance(citing("a")));
                update.put(citing("e", "d"), provenance(citing("e")));
                update.commit();
            }
            assertThat(column(index)).isEqualTo(Map.of("a", 1L, "b", 0L, "d", 1L, "e", 0L));
        }
    }

    /** It stands in a small index of its own, which knows how often it is cited too. */
    @Test
    void aPaperThatReadersMarkedIsCountedLikeOthers() {
        Revisions marked = new Revisions() {
            @Override
            public Object state() {
                return "marked";
            }

            @Override
            public Map<String, Object> papers() {
                return Map.of("b", "right");
            }

            @Override
            public Revision of(Paper paper) {
                return Revision.none(paper);
            }
        };
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn(), marked)) {
            for (int i = 1; i <= 3; i++) {
                try (IndexUpdate update = index.update()) {
                    update.put(citing("c" + i, "b"), provenance(citing("c" + i)));
                    if (i == 1) {
                        update.put(citing("b"), provenance(citing("b")));
                    }
                    update.commit();
                }
                assertThat(column(index)).containsEntry("b", (long) i);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void afterAnyChangesTheColumnIsWhatIsCounted(long seed) {
        Random random = new Random(seed);
        try (PaperIndex index = PaperIndex.open(folder, Vocabulary.builtIn())) {
            for (int commit = 0; commit < 8; commit++) {
                try (IndexUpdate update = index.update()) {
                    for (int i = random.nextInt(5); i >= 0; i--) {
                        String id = "p" + random.nextInt(PAPERS);
                        if (random.nextInt(4) == 0) {
                            update.remove(id);
                        } else {
                            String[] works = new String[random.nextInt(4)];
                            for (int k = 0; k < works.length; k++) {
                                works[k] = "p" + random.nextInt(PAPERS);
                            }
                            update.put(citing(id, works), provenance(citing(id)));
                        }
                    }
                    update.commit();
                }
                Map<String, Long> counted = index.read(view -> {
                    Map<String, Long> counts = new TreeMap<>();
                    for (StoredPaper each : index.papers()) {
                        counts.put(each.id(), (long) CitedCounts.of(view.reader(), each.id(), null));
                    }
                    return counts;
                });
                assertThat(column(index)).isEqualTo(counted);
            }
        }
    }
}

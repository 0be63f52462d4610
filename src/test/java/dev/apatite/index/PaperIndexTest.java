package dev.apatite.index;

import static dev.apatite.index.Papers.paper;
import static dev.apatite.index.Papers.provenance;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PaperIndexTest {
    private final Vocabulary vocabulary = Vocabulary.builtIn();

    @TempDir
    private Path folder;

    private static Paper first() {
        return paper("one")
                .title("A first paper")
                .year(2011)
                .section(SectionKind.CASE, "Case", "A woman was treated.")
                .cites("1", "Smith J. Something. 1999.", "w1")
                .build();
    }

    private static void put(PaperIndex index, Paper... papers) {
        try (IndexUpdate update = index.update()) {
            for (Paper each : papers) {
                update.put(each, provenance(each));
            }
            update.commit();
        }
    }

    @Test
    void aFolderWithoutIndexIsEmptyAndStaysUntouched() {
        Path missing = folder.resolve("later");
        try (PaperIndex index = PaperIndex.open(missing, vocabulary)) {
            assertThat(index.state()).isEqualTo(IndexState.EMPTY);
            assertThat(index.papers()).isEmpty();
            assertThat(index.paper("one")).isEmpty();
            assertThat(index.summary().papers()).isZero();
            assertThat(missing).doesNotExist();
        }
    }

    @Test
    void whatIsPutIsReadBackWithItsProvenance() {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
            assertThat(index.paper("one")).contains(first());
            assertThat(index.papers()).containsExactly(new StoredPaper("one", provenance(first()), ""));
            assertThat(index.summary().references()).isEqualTo(1);
            assertThat(index.state()).isEqualTo(IndexState.CURRENT);
        }
        try (PaperIndex again = PaperIndex.open(folder, vocabulary)) {
            assertThat(again.paper("one")).contains(first());
        }
    }

    /** References are packed by eight; one is unpacked without the others. */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 7, 8, 9, 16, 17, 40})
    void aPaperHasAsManyReferencesAsWerePut(int number) {
        Papers many = paper("many").title("Cited").section(SectionKind.CASE, "Case", "A woman was treated.");
        for (int i = 0; i < number; i++) {
            many.cites(String.valueOf(i), "Smith J. Something " + i + ". 1999.", "w" + i);
        }
        Paper paper = many.build();
        PaperKeys keys = new PaperKeys(
                "k",
                new PaperKeys.Mark(1, List.of(), List.of()),
                IntStream.range(0, number)
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> i, i -> new PaperKeys.Mark(i + 2, List.of((long) i + 2), List.of()))),
                List.of(),
                Kinship.NONE);
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            try (IndexUpdate update = index.update()) {
                update.put(paper("before").cites("1", "Doe. Before.", "w0").build(), provenance(paper));
                update.put(paper, provenance(paper), keys);
                update.commit();
            }
            assertThat(index.paper("many")).contains(paper);
            List<Reference> oneByOne = new ArrayList<>();
            index.keyed(places -> {
                for (int i = 0; i < number; i++) {
                    places.withKey(i + 2, place -> oneByOne.add(places.reference(place)));
                }
                return true;
            });
            assertThat(oneByOne).isEqualTo(paper.references());
        }
    }

    @Test
    void anIndexOfAnotherFormatIsNotReadAndHasToBeBuiltAnew() throws IOException {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
        }
        Path generation =
                folder.resolve(Files.readString(folder.resolve("current")).strip());
        try (Directory files = FSDirectory.open(generation);
                IndexWriter writer = new IndexWriter(files, new IndexWriterConfig())) {
            writer.setLiveCommitData(Map.of("schema", "8").entrySet());
            writer.commit();
        }
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            assertThat(index.state()).isEqualTo(IndexState.OTHER_SCHEMA);
            assertThat(index.papers()).isEmpty();
            assertThatThrownBy(index::update)
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("has to be built anew");
            try (IndexUpdate update = index.rebuild()) {
                update.put(first(), provenance(first()));
                update.commit();
            }
            assertThat(index.state()).isEqualTo(IndexState.CURRENT);
            assertThat(index.paper("one")).contains(first());
        }
    }

    @Test
    void puttingAgainReplacesTheWholeBlock() {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
            put(index, paper("one").title("Changed").build());
            assertThat(index.summary().papers()).isEqualTo(1);
            assertThat(index.summary().references()).isZero();
        }
    }

    @Test
    void anUpdateWithoutCommitLeavesNothing() {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
            try (IndexUpdate update = index.update()) {
                update.remove("one");
                update.put(paper("two").build(), provenance(paper("two").build()));
            }
            assertThat(index.papers()).extracting(StoredPaper::id).containsExactly("one");
        }
    }

    @Test
    void failuresAreKeptUntilTheyAreMended() {
        FailedFile failed = new FailedFile(new SourceFile("bad.pdf", "ff", 1, 2), "is encrypted", "r1");
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            try (IndexUpdate update = index.update()) {
                update.putFailure(failed);
                update.putFailure(failed);
                update.commit();
            }
            assertThat(index.failures()).containsExactly(failed);
            try (IndexUpdate update = index.update()) {
                update.removeFailure("bad.pdf");
                update.commit();
            }
            assertThat(index.failures()).isEmpty();
        }
    }

    @Test
    void aSecondWriterIsToldWhoHoldsTheFolder() {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary);
                PaperIndex other = PaperIndex.open(folder, vocabulary);
                IndexUpdate held = index.update()) {
            assertThat(held).isNotNull();
            assertThatThrownBy(other::update)
                    .isInstanceOf(IndexException.class)
                    .hasMessageContaining("another apatite is writing")
                    .hasMessageContaining(folder.toString());
        }
    }

    @Test
    void aRebuildTakesTheOthersPlaceAtOnceAndLeavesOnlyWhatIsNotOurs() throws IOException {
        Files.writeString(folder.resolve("reviews.jsonl"), "{}");
        Files.writeString(folder.resolve("README.md"), "# index");
        try (PaperIndex index = PaperIndex.open(folder, vocabulary);
                PaperIndex reader = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
            try (IndexUpdate rebuild = index.rebuild()) {
                rebuild.put(paper("new").build(), provenance(paper("new").build()));
                reader.refresh();
                assertThat(reader.papers()).extracting(StoredPaper::id).containsExactly("one");
                rebuild.commit();
            }
            assertThat(index.papers()).extracting(StoredPaper::id).containsExactly("new");
            reader.refresh();
            assertThat(reader.papers()).extracting(StoredPaper::id).containsExactly("new");
        }
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(each -> each.getFileName().toString()))
                    .containsExactlyInAnyOrder("reviews.jsonl", "README.md", "current", "generation-2", "write.lock");
        }
    }

    @Test
    void aRebuildThatBreaksOffLeavesTheIndexAsItWas() {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
            try (IndexUpdate rebuild = index.rebuild()) {
                rebuild.put(paper("new").build(), provenance(paper("new").build()));
            }
            assertThat(index.papers()).extracting(StoredPaper::id).containsExactly("one");
            put(index, paper("two").build());
            assertThat(index.papers()).extracting(StoredPaper::id).containsExactlyInAnyOrder("one", "two");
        }
    }

    @Test
    void othersSeeManyCommitsOneAfterTheOther() {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary);
                PaperIndex reader = PaperIndex.open(folder, vocabulary)) {
            for (int i = 1; i <= 4; i++) {
                put(index, paper("p" + i).build());
                reader.refresh();
                assertThat(reader.summary().papers()).isEqualTo(i);
            }
        }
    }

    @Test
    void aSoundIndexPassesTheCheck() {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
            IndexCheck check = index.check();
            assertThat(check.words()).anyMatch(each -> each.contains("papers: 1"));
            assertThat(check.sound()).isTrue();
        }
    }

    @Test
    void aDamagedIndexFailsTheCheckWithWords() throws IOException {
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            put(index, first());
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(folder.resolve("generation-1"))) {
            files = all.filter(each -> each.toString().endsWith(".cfe")).toList();
        }
        byte[] bytes = Files.readAllBytes(files.getFirst());
        bytes[bytes.length / 2] ^= 0x55;
        Files.write(files.getFirst(), bytes);
        try (PaperIndex index = PaperIndex.open(folder, vocabulary)) {
            IndexCheck check = index.check();
            assertThat(check.sound()).isFalse();
            assertThat(check.words()).anyMatch(each -> each.contains("damaged"));
            assertThat(index.state()).isEqualTo(IndexState.DAMAGED);
            assertThatThrownBy(index::papers).isInstanceOf(IndexException.class).hasMessageContaining("checksum");
            try (IndexUpdate rebuild = index.rebuild()) {
                rebuild.put(first(), provenance(first()));
                rebuild.commit();
            }
            assertThat(index.check().sound()).isTrue();
        }
    }

    @Test
    void anIndexThatIsAFileIsSaidToBeOne() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThatThrownBy(() -> PaperIndex.open(file, vocabulary))
                .isInstanceOf(IndexException.class)
                .hasMessageContaining("is not a folder");
    }
}

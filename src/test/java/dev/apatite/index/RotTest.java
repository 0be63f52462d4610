package dev.apatite.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A damaged index is known to be damaged, whatever is wrong with it; and nothing is written by looking. */
class RotTest {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final int FLIPS = 60;

    @TempDir
    private Path folder;

    private Path index;

    @BeforeEach
    void build() {
        index = folder.resolve("index");
        try (PaperIndex papers = PaperIndex.open(index, VOCABULARY);
                IndexUpdate update = papers.update()) {
            for (String each : List.of("one", "two", "three")) {
                var paper = Papers.paper(each)
                        .title("A case of gout, " + each)
                        .section(dev.apatite.paper.SectionKind.CASE, "Case", "A man had gout. ".repeat(40))
                        .build();
                update.put(paper, Papers.provenance(paper));
            }
            update.commit(3);
        }
    }

    @Test
    void everyFlippedBitIsSeen() throws IOException {
        Random random = new Random(7);
        List<Path> files = files();
        for (int i = 0; i < FLIPS; i++) {
            Path file = files.get(random.nextInt(files.size()));
            byte[] sound = Files.readAllBytes(file);
            byte[] flipped = sound.clone();
            int at = random.nextInt(sound.length);
            flipped[at] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, flipped);
            assertThat(state()).as("bit %s of %s", at, file).isEqualTo(IndexState.DAMAGED);
            Files.write(file, sound);
            assertThat(state()).isEqualTo(IndexState.CURRENT);
        }
    }

    @Test
    void whatIsFoundDamagedWhileItIsOpenIsSoundAgainWhenItIsBuiltAnew() throws IOException {
        try (PaperIndex papers = PaperIndex.open(index, VOCABULARY)) {
            assertThat(papers.verify(true)).isEmpty();
            Path largest = files().stream()
                    .max(Comparator.comparingLong(each -> each.toFile().length()))
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(largest);
            bytes[bytes.length / 2]++;
            Files.write(largest, bytes);
            assertThat(papers.verify(false)).as("known to be sound").isEmpty();
            assertThat(papers.verify(true))
                    .hasValueSatisfying(words ->
                            assertThat(words).contains(largest.getFileName().toString()));
            assertThat(papers.state()).isEqualTo(IndexState.DAMAGED);
            try (IndexUpdate update = papers.rebuild()) {
                update.commit(0);
            }
            assertThat(papers.state()).isEqualTo(IndexState.CURRENT);
            assertThat(papers.damage()).isEmpty();
            assertThat(papers.verify(true)).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "generation-9\n", "../../etc", "generation-1\u0000"})
    void aPointerThatNamesNoGenerationIsADamagedIndexAndNothingIsWrittenByLooking(String pointer) throws IOException {
        Files.writeString(index.resolve("current"), pointer);
        List<Path> before = all();
        assertThat(state()).isEqualTo(IndexState.DAMAGED);
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void aGenerationThatIsGoneIsADamagedIndex() throws IOException {
        for (Path each : files()) {
            Files.delete(each);
        }
        Files.deleteIfExists(index.resolve("generation-1/write.lock"));
        Files.delete(index.resolve("generation-1"));
        assertThat(state()).isEqualTo(IndexState.DAMAGED);
        assertThat(index.resolve("generation-1")).doesNotExist();
    }

    private IndexState state() {
        try (PaperIndex papers = PaperIndex.open(index, VOCABULARY)) {
            if (papers.state() == IndexState.CURRENT) {
                papers.verify(false);
            }
            return papers.state();
        }
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> all = Files.list(index.resolve("generation-1"))) {
            return all.filter(each -> !each.endsWith("write.lock")).sorted().toList();
        }
    }

    private List<Path> all() throws IOException {
        try (Stream<Path> all = Files.walk(index)) {
            return all.sorted().toList();
        }
    }
}

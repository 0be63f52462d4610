package dev.apatite.query;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What words name. */
class ConceptNamesTest {
    private static final TextAnalysis ANALYSIS = new TextAnalysis();
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final Map<String, List<NameTable.Entry>> NAMES = ConceptNames.names(VOCABULARY, ANALYSIS);
    private static final NameTable TABLE = NameTable.of(NAMES, VOCABULARY.version());

    @Test
    void aTableHoldsEveryNameAndNoOther() {
        NAMES.forEach((key, entries) -> assertThat(TABLE.get(key)).isEqualTo(entries));
        assertThat(TABLE.get("")).isEmpty();
        assertThat(TABLE.get("no such name")).isEmpty();
        assertThat(TABLE.get("\uFFFF")).isEmpty();
    }

    @Test
    void aBeginningFindsTheNamesThatBeginSoInTheirOrder() {
        TreeMap<String, List<NameTable.Entry>> sorted = new TreeMap<>(NAMES);
        for (String beginning : List.of("calc", "calcinosis", "b", "zz", "sodium thio")) {
            List<NameTable.Entry> expected =
                    sorted.subMap(beginning, true, beginning + Character.MAX_VALUE, true).values().stream()
                            .flatMap(List::stream)
                            .toList();
            assertThat(TABLE.beginning(beginning)).isEqualTo(expected);
        }
    }

    @Test
    void whatTheBuildMadeIsWhatIsWorkedOutNow() {
        Optional<NameTable> built = NameTable.built("names.bin", VOCABULARY.version());
        Assumptions.assumeTrue(built.isPresent(), "skipped: only Maven's build makes it");
        NAMES.forEach((key, entries) -> assertThat(built.get().get(key)).isEqualTo(entries));
    }

    @Test
    void aTableOfAnotherVocabularyIsNotUsed() {
        assertThat(NameTable.built("names.bin", "of another time")).isEmpty();
    }

    @Test
    void theBuildWritesBesideTheClass(@TempDir Path classes) throws IOException {
        Path beside = Files.createDirectories(classes.resolve("dev/apatite/query"));
        ConceptNames.main(new String[] {classes.toString()});
        assertThat(Files.readAllBytes(beside.resolve("names.bin")))
                .isEqualTo(NameTable.bytes(NAMES, VOCABULARY.version()));
    }

    @Test
    void everyPreferredNameNamesAConceptOfItsType() {
        ConceptNames names = new ConceptNames(VOCABULARY, ANALYSIS, TABLE);
        Set<String> unnamed = new LinkedHashSet<>();
        for (Concept concept : VOCABULARY.concepts()) {
            boolean found = names.find(concept.type(), concept.name()).isPresent();
            if (!found) {
                unnamed.add(concept.id());
            }
        }
        assertThat(unnamed).isEmpty();
    }

    @Test
    void idsOfATypeAreFoundByTheBeginningOfAName() {
        ConceptNames names = new ConceptNames(VOCABULARY, ANALYSIS, TABLE);
        assertThat(names.beginning(MentionType.TREATMENT, "dilt")).contains("treatment:diltiazem");
        assertThat(names.beginning(MentionType.CONDITION, "dilt")).doesNotContain("treatment:diltiazem");
    }
}

package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.PaperIndex;
import dev.apatite.ingest.Ingest;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Versions of one work are found as one and kept as several. */
class VersionsIT {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final String TREATED =
            "A 44-year-old woman with calcinosis cutis was given diltiazem 180 mg daily. The calcinosis resolved completely.";

    private static final String TITLE = "Gravel of the ear in a miller";

    @TempDir
    private Path folder;

    private Path corpus;
    private PaperIndex index;
    private Searcher searcher;

    @BeforeEach
    void open() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        index = PaperIndex.open(folder.resolve("index"), VOCABULARY);
        searcher = new EmbeddedSearcher(index, VOCABULARY);
        write("published.xml", jats("10.5555/stones.7", "Stones that went away in a sailor", "2021", """
                <related-article related-article-type="preprint" ext-link-type="doi"
                 xlink:href="10.1101/2020.11.05.20225999"/>"""));
        write("preprint.xml", jats("10.1101/2020.11.05.20225999", "Diltiazem for stones: a case", "2020", ""));
        write("other.xml", jats("10.5555/stones.9", "Another tailor with calcinosis", "2021", ""));
        ingest();
    }

    @AfterEach
    void close() {
        searcher.close();
        index.close();
    }

    @Test
    void aPreprintAndWhatWasPublishedOfItAreOneHitAndOneOfEachCount() {
        SearchResponse found = searcher.search(SearchRequest.of("diltiazem"));
        assertThat(found.hitCount()).isEqualTo(2);
        assertThat(found.exactHitCount()).isEqualTo(2);
        assertThat(found.hits()).extracting(Hit::versions).containsExactlyInAnyOrder(2, 1);
        assertThat(counts(Objects.requireNonNull(found.facets().get("treatment"))))
                .containsEntry("diltiazem", 2L);
        assertThat(searcher.search(SearchRequest.of("")).hitCount()).isEqualTo(2);
        assertThat(searcher.versions("10.1101_2020.11.05.20225999"))
                .extracting(PaperCard::id)
                .containsExactly("10.5555_stones.7", "10.1101_2020.11.05.20225999");
        assertThat(searcher.versions("10.5555_stones.9")).isEmpty();
    }

    @Test
    void theVersionThatAnswersBestIsShown() {
        assertThat(ids("TITLE:sailor")).containsExactly("10.5555_stones.7");
        assertThat(ids("\"stones: a case\"")).containsExactly("10.1101_2020.11.05.20225999");
        assertThat(searcher.search(SearchRequest.of("sailor stones diltiazem case"))
                        .hitCount())
                .isEqualTo(2);
    }

    @Test
    void evidenceAndPatientsAreCountedOnce() {
        EvidenceResponse evidence = searcher.evidence(SearchRequest.of("").withFilters(Map.of("own", List.of("true"))));
        List<String> papers =
                evidence.rows().stream().map(row -> row.paper().id()).distinct().toList();
        assertThat(papers).hasSize(2).contains("10.5555_stones.7", "10.5555_stones.9");
        assertThat(evidence.hitCount()).isEqualTo(evidence.rows().size());
        PatientsResponse patients = searcher.patients(SearchRequest.of(""));
        assertThat(patients.hitCount()).isEqualTo(2);
    }

    @Test
    void anExportKeepsBoth() {
        List<String> exported = new ArrayList<>();
        searcher.forEachPaper(SearchRequest.of("diltiazem"), paper -> exported.add(paper.id()));
        assertThat(exported).hasSize(3);
    }

    @Test
    void aVersionThatLeavesLeavesTheOtherAlone() throws IOException {
        Files.delete(corpus.resolve("preprint.xml"));
        ingest();
        assertThat(searcher.search(SearchRequest.of("diltiazem")).hits())
                .extracting(Hit::versions)
                .containsExactly(1, 1);
        assertThat(searcher.versions("10.5555_stones.7")).isEmpty();
    }

    @Test
    void nearlyTheSameTextIsAVersionAndAnotherTextIsNot() throws IOException {
        String text =
                IntStream.range(0, 400).mapToObj(i -> "word" + i * 7919 % 1009).collect(Collectors.joining(" "));
        write("first.txt", TITLE + "\n\nA. Brook\n\nIntroduction\n\n" + text + ".\n");
        write("copy.txt", "Introduction\n\n" + text.replace("word5 ", "changed ") + " and a stamp.\n");
        String other =
                IntStream.range(0, 400).mapToObj(i -> "word" + i * 7907 % 1013).collect(Collectors.joining(" "));
        write("other.txt", "Gravel of the nose in a miller\n\nB. Brook\n\nIntroduction\n\n" + other + ".\n");
        ingest();
        assertThat(searcher.search(SearchRequest.of("")).hits())
                .extracting(Hit::versions)
                .containsExactlyInAnyOrder(2, 1, 2, 1);
        assertThat(searcher.versions(first(TITLE)))
                .extracting(PaperCard::sourceFile)
                .containsExactlyInAnyOrder("first.txt", "copy.txt");
    }

    private String first(String title) {
        return searcher.search(SearchRequest.of("TITLE:\"" + title + "\""))
                .hits()
                .getFirst()
                .paper()
                .id();
    }

    private List<String> ids(String query) {
        return searcher.search(SearchRequest.of(query)).hits().stream()
                .filter(hit -> hit.missing().isEmpty())
                .map(hit -> hit.paper().id())
                .toList();
    }

    private static Map<String, Long> counts(List<FacetValue> values) {
        return values.stream().collect(Collectors.toMap(FacetValue::label, FacetValue::count));
    }

    private void ingest() {
        new Ingest(
                        corpus,
                        index,
                        new Annotator(VOCABULARY),
                        ReaderSettings.standard().withProcesses(1))
                .run();
    }

    private void write(String path, String text) throws IOException {
        Files.writeString(corpus.resolve(path), text);
    }

    private static String jats(String doi, String title, String year, String related) {
        return """
                <article xmlns:xlink="http://www.w3.org/1999/xlink" article-type="case-report"><front><article-meta>
                <article-id pub-id-type="doi">%s</article-id><title-group><article-title>%s</article-title></title-group>
                <contrib-group><contrib contrib-type="author"><name><surname>Roe</surname><given-names>Jane</given-names>
                </name></contrib></contrib-group><pub-date><year>%s</year></pub-date>%s</article-meta></front><body>
                <sec><title>Case report</title><p>%s</p></sec></body></article>
                """.formatted(doi, title, year, related, TREATED);
    }
}

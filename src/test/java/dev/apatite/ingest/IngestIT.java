package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.field.FieldFit;
import dev.apatite.annotation.field.FieldLevels;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A folder becomes an index, by real files, real child processes and a real index. */
class IngestIT {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();
    private static final String CASE = """
            Title of a case of %s

            Jane Roe, John Doe

            Case report

            A 50-year-old woman with %s was given prednisone. The rash resolved completely.

            References

            1. Valenzuela A, Chung L. Calcinosis: pathophysiology and management. Curr Opin Rheumatol. 2015;27(6):542-548.
            """;

    @TempDir
    private Path folder;

    private Path corpus;
    private PaperIndex index;
    private Ingest ingest;

    @BeforeEach
    void open() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        index = PaperIndex.open(folder.resolve("index"), VOCABULARY);
        ingest = new Ingest(
                corpus,
                index,
                new Annotator(VOCABULARY),
                ReaderSettings.standard().withProcesses(1));
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void everyFileIsAccountedForAndWhatIsUnchangedIsLeftAlone() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        write("deep/b.txt", CASE.formatted("morphea", "morphea"));
        write("empty.txt", "");
        write("picture.png", "\u0089PNG\r\n\u001a\n");
        assertReport(ingest.run(), "indexed 2, unchanged 0, removed 0, failed 2");
        assertThat(ingest.run().failures()).extracting(Failure::file).containsExactly("empty.txt", "picture.png");
        assertReport(ingest.run(), "indexed 0, unchanged 2, removed 0, failed 2");
        assertThat(paths()).containsExactlyInAnyOrder("a.txt", "deep/b.txt");
    }

    @Test
    void aJudgeThatIsFittedMeanwhileIsTakenByTheNextLookWithoutARestart() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        Path beside = folder.resolve("index");
        Ingest running = new Ingest(
                corpus,
                index,
                () -> new Annotator(VOCABULARY, FieldFit.beside(beside).orElse(null)),
                ReaderSettings.standard().withProcesses(1));
        assertReport(running.run(), "indexed 1, unchanged 0, removed 0, failed 0");
        String shipped = index.papers().getFirst().provenance().annotatorVersion();
        assertThat(running.isRequested()).isFalse();
        new FieldFit(0, new FieldLevels(0.6, 0.3), Map.of()).write(beside);
        assertThat(running.isRequested()).isTrue();
        running.run();
        assertThat(index.papers().getFirst().provenance().annotatorVersion()).isNotEqualTo(shipped);
        assertThat(running.isRequested()).isFalse();
        Files.delete(beside.resolve(FieldFit.FILE));
        assertThat(running.isRequested()).isTrue();
    }

    @Test
    void aRecordGivesThePaperOfItsTitleWhatThatDoesNotSay() throws IOException {
        String title = "Teasel for the stones of a tailor";
        write("paper.txt", CASE.replace("Title of a case of %s", title).formatted("lupus"));
        write("library.bib", """
                @article{a, title = {%s}, author = {Roe, Jane}, journal = {J Pretend}, year = 2014,
                  doi = {10.5555/teasel}}
                @article{b, title = {Another one of which there is no more}, year = 2015}
                """.formatted(title));
        assertReport(ingest.run(), "indexed 2, unchanged 0, removed 0, failed 0");
        Paper paper = papers().stream()
                .filter(each -> each.sourceFile().equals("paper.txt"))
                .findFirst()
                .orElseThrow();
        assertThat(papers()).hasSize(2);
        assertThat(paper.id()).isEqualTo("10.5555_teasel");
        assertThat(paper.journal()).isEqualTo("J Pretend");
        assertThat(paper.year()).isEqualTo(2014);
        assertThat(paper.otherFiles()).containsExactly("library.bib");
        assertReport(ingest.run(), "indexed 0, unchanged 2, removed 0, failed 0");
        write("library.bib", "@article{b, title = {Another one of which there is no more}, year = 2016}");
        ingest.run();
        assertThat(papers()).hasSize(2);
        Files.delete(corpus.resolve("library.bib"));
        ingest.run();
        assertThat(paths()).containsExactly("paper.txt");
    }

    @Test
    void changedMovedAndDeletedFilesAreFollowed() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        write("b.txt", CASE.formatted("morphea", "morphea"));
        write("c.txt", CASE.formatted("vasculitis", "vasculitis"));
        ingest.run();
        write("a.txt", CASE.formatted("lupus erythematosus", "lupus erythematosus"));
        Files.move(corpus.resolve("b.txt"), corpus.resolve("moved.txt"));
        Files.delete(corpus.resolve("c.txt"));
        assertReport(ingest.run(), "indexed 2, unchanged 0, removed 2, failed 0");
        assertThat(paths()).containsExactlyInAnyOrder("a.txt", "moved.txt");
        assertThat(titles()).contains("Title of a case of lupus erythematosus");
    }

    @Test
    void theSamePaperTwiceIsOnePaperThatNamesBothFiles() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        write("copy of a.txt", CASE.formatted("lupus", "lupus"));
        assertReport(ingest.run(), "indexed 2, unchanged 0, removed 0, failed 0");
        assertThat(papers()).singleElement().satisfies(paper -> {
            assertThat(paper.sourceFile()).isEqualTo("a.txt");
            assertThat(paper.otherFiles()).containsExactly("copy of a.txt");
        });
        assertReport(ingest.run(), "indexed 0, unchanged 2, removed 0, failed 0");
        Files.delete(corpus.resolve("a.txt"));
        ingest.run();
        assertThat(papers()).singleElement().satisfies(paper -> {
            assertThat(paper.sourceFile()).isEqualTo("copy of a.txt");
            assertThat(paper.otherFiles()).isEmpty();
        });
    }

    @Test
    void twoPapersThatClaimOneDoiUnderOtherTitlesStayTwoWithAWarning() throws IOException {
        write("a.xml", jats("10.1000/one", "Calcinosis of the elbow in a swimmer"));
        write("b.xml", jats("10.1000/one", "Morphea after a vaccination of an infant"));
        ingest.run();
        assertThat(papers())
                .hasSize(2)
                .allSatisfy(paper -> assertThat(paper.warnings())
                        .anySatisfy(warning -> assertThat(warning).contains("10.1000/one")));
        assertThat(papers()).extracting(Paper::id).contains("10.1000_one").doesNotHaveDuplicates();
    }

    @Test
    void thePaperThatIsThereAsXmlToo_keepsTheXmlsReading() throws IOException {
        write("z.xml", jats("10.1000/one", "Calcinosis of the elbow in a swimmer"));
        write(
                "a.txt",
                "Calcinosis of the elbow in a swimmer\n\nJane Roe\n\nDOI: 10.1000/one\n\nCase report\n\n"
                        + "A 50-year-old woman swam.");
        ingest.run();
        assertThat(papers()).singleElement().satisfies(paper -> {
            assertThat(paper.sourceFile()).isEqualTo("z.xml");
            assertThat(paper.otherFiles()).containsExactly("a.txt");
        });
    }

    @Test
    void citationsOfOneWorkShareItsIdAcrossPapers() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        ingest.run();
        write("b.txt", CASE.formatted("morphea", "morphea").replace("Valenzuela", "Valenzuella"));
        ingest.run();
        assertThat(papers().stream()
                        .map(paper ->
                                String.valueOf(paper.references().getFirst().workId())))
                .hasSize(2)
                .doesNotContain("null")
                .containsOnly(String.valueOf(
                        papers().getFirst().references().getFirst().workId()));
    }

    @Test
    void aPaperWithoutIdentifiersKeepsItsIdWhenItsFileChanges() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        write("b.txt", CASE.formatted("morphea", "morphea"));
        ingest.run();
        String id = idOf("a.txt");
        write("a.txt", CASE.formatted("lupus", "lupus") + "\n2. Roe J. Another work on rashes. J Skin. 2011;1:2-3.\n");
        ingest.run();
        assertThat(idOf("a.txt")).isEqualTo(id);
        write("b.txt", CASE.formatted("morphea", "morphea") + "\n");
        ingest.run();
        assertThat(idOf("a.txt")).isEqualTo(id);
        write(
                "a.txt",
                CASE.replace("Title of a case of", "Quite another story:").formatted("gout", "gout"));
        ingest.run();
        assertThat(idOf("a.txt")).isNotEqualTo(id);
    }

    @Test
    void workIdsAreThoseOfAFullRunWhateverWasAddedWhen() throws IOException {
        String other = CASE.replace("Valenzuela A, Chung L", "Valenzuella A").replace("2015;27(6):542-548", "2015");
        write("a.txt", CASE.formatted("lupus", "lupus"));
        ingest.run();
        write("b.txt", other.formatted("morphea", "morphea"));
        write("c.txt", CASE.formatted("gout", "gout").replace("management.", "management: part II."));
        ingest.run();
        Files.delete(corpus.resolve("a.txt"));
        write("d.txt", other.formatted("vasculitis", "vasculitis"));
        ingest.run();
        Map<String, List<Reference>> step = references(index);
        try (PaperIndex whole = PaperIndex.open(folder.resolve("whole"), VOCABULARY)) {
            new Ingest(
                            corpus,
                            whole,
                            new Annotator(VOCABULARY),
                            ReaderSettings.standard().withProcesses(1))
                    .run();
            assertThat(step).hasSize(3).isEqualTo(references(whole));
        }
        assertThat(step.get("b.txt")).isEqualTo(step.get("d.txt")).isNotEqualTo(step.get("c.txt"));
    }

    private static Map<String, List<Reference>> references(PaperIndex index) {
        return index.papers().stream()
                .map(stored -> index.paper(stored.id()).orElseThrow())
                .collect(Collectors.toMap(Paper::sourceFile, Paper::references));
    }

    private String idOf(String path) {
        return papers().stream()
                .filter(paper -> paper.sourceFile().equals(path))
                .map(Paper::id)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aLinkThatLeadsOutOfTheFolderIsRefusedByName() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), CASE.formatted("lupus", "lupus"));
        Files.createSymbolicLink(corpus.resolve("link.txt"), secret);
        IngestReport report = ingest.run();
        assertThat(report.failures())
                .containsExactly(new Failure("link.txt", "is a link that leads out of the corpus folder"));
        assertThat(papers()).isEmpty();
    }

    @Test
    void aFolderThatIsNotThereIsNamed() {
        Ingest elsewhere =
                new Ingest(folder.resolve("nowhere"), index, new Annotator(VOCABULARY), ReaderSettings.standard());
        assertThatThrownBy(elsewhere::run)
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("not there");
        assertThat(elsewhere.status().problem()).contains("nowhere");
    }

    @Test
    void whileSomeoneElseWritesTheIndexIsNotTouched() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        ingest.run();
        write("b.txt", CASE.formatted("morphea", "morphea"));
        try (PaperIndex other = PaperIndex.open(folder.resolve("index"), VOCABULARY);
                IndexUpdate writing = other.update()) {
            assertThat(writing).isNotNull();
            assertThatThrownBy(ingest::run).isInstanceOf(IndexException.class).hasMessageContaining("index");
        }
        assertThat(paths()).containsExactly("a.txt");
        assertReport(ingest.run(), "indexed 1, unchanged 1, removed 0, failed 0");
    }

    @Test
    void aFileWhoseTimeChangedButNotItsContentStands() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus"));
        write("empty.txt", "");
        ingest.run();
        for (String each : List.of("a.txt", "empty.txt")) {
            Files.setLastModifiedTime(corpus.resolve(each), FileTime.fromMillis(1_000_000_000_000L));
        }
        assertReport(ingest.run(), "indexed 0, unchanged 1, removed 0, failed 1");
        write("a.txt", CASE.formatted("sarco", "sarco").replace("sarco", "lupin"));
        Files.setLastModifiedTime(corpus.resolve("a.txt"), FileTime.fromMillis(2_000_000_000_000L));
        assertReport(ingest.run(), "indexed 1, unchanged 0, removed 0, failed 1");
    }

    @Test
    void anotherVocabularyAnnotatesThePapersAnewWithoutReadingThemAnew() throws IOException {
        write("a.txt", CASE.formatted("lupus", "lupus").replace("prednisone", "zorbafex"));
        ingest.run();
        assertThat(papers().getFirst().mentions()).extracting(Mention::concept).doesNotContain("treatment:zorbafex");
        Path words = Files.createDirectory(folder.resolve("words"));
        Files.writeString(words.resolve("own.csv"), "id,type,name\ntreatment:zorbafex,treatment,zorbafex\n");
        IngestReport report = new Ingest(
                        corpus,
                        index,
                        new Annotator(Vocabulary.load(words)),
                        ReaderSettings.standard().withProcesses(1))
                .run();
        assertReport(report, "indexed 0, unchanged 1, removed 0, failed 0");
        assertThat(papers().getFirst().mentions()).extracting(Mention::concept).contains("treatment:zorbafex");
    }

    @Test
    void everySecondRunWithoutChangesIndexesNothingWhicheverCopyChanged() throws IOException {
        write("a.xml", jats("10.1000/one", "Calcinosis of the elbow in a swimmer"));
        write("b.xml", jats("10.1000/one", "Calcinosis of the elbow in a swimmer"));
        ingest.run();
        for (String changed : List.of("b.xml", "a.xml", "b.xml")) {
            write(changed, Files.readString(corpus.resolve(changed)) + "\n");
            assertThat(ingest.run().indexed()).isPositive();
            assertReport(ingest.run(), "indexed 0, unchanged 2, removed 0, failed 0");
            assertThat(papers()).hasSize(1);
        }
    }

    @Test
    void filesThatVanishAllAtOnceStayUntilTheirRemovalIsConfirmed() throws IOException {
        writeMany("a", 3);
        ingest.run();
        Path elsewhere = Files.move(corpus, folder.resolve("elsewhere"));
        assertThatThrownBy(ingest::run).isInstanceOf(IngestException.class);
        Files.createDirectory(corpus);
        IngestReport empty = ingest.run();
        assertReport(empty, "indexed 0, unchanged 0, removed 0, failed 0");
        assertThat(empty.absence().files()).containsExactly("a/0.txt", "a/1.txt", "a/2.txt");
        assertThat(ingest.status().problemWords()).contains("3 of 3 files cannot be seen");
        assertThat(papers()).hasSize(3);
        Files.delete(corpus);
        Files.move(elsewhere, corpus);
        IngestReport back = ingest.run();
        assertReport(back, "indexed 0, unchanged 3, removed 0, failed 0");
        assertThat(ingest.status().problemWords()).isNull();
        deleteMany("a", 3);
        ingest.run();
        assertThat(ingest.allowRemovals("3-0")).isFalse();
        assertThat(ingest.allowRemovals(
                        Objects.requireNonNull(ingest.status().last()).absence().fingerprint()))
                .isTrue();
        assertReport(ingest.run(), "indexed 0, unchanged 0, removed 3, failed 0");
        assertThat(papers()).isEmpty();
    }

    @Test
    void moreThanHalfOfManyStayAndFewerAreRemoved() throws IOException {
        writeMany("a", 6);
        writeMany("b", 5);
        writeMany("c", 1);
        ingest.run();
        deleteMany("b", 5);
        Files.delete(corpus.resolve("b"));
        assertReport(ingest.run(), "indexed 0, unchanged 7, removed 5, failed 0");
        writeMany("b", 5);
        ingest.run();
        deleteMany("a", 6);
        deleteMany("c", 1);
        assertReport(ingest.run(), "indexed 0, unchanged 5, removed 0, failed 0");
        assertThat(papers()).hasSize(12);
        ingest.allowRemovals();
        assertReport(ingest.run(), "indexed 0, unchanged 5, removed 7, failed 0");
        assertThat(papers()).hasSize(5);
    }

    @Test
    void aFolderThatWasMovedIsFollowedWithoutAQuestion() throws IOException {
        writeMany("a", 4);
        ingest.run();
        Files.move(corpus.resolve("a"), corpus.resolve("b"));
        IngestReport report = ingest.run();
        assertReport(report, "indexed 4, unchanged 0, removed 4, failed 0");
        assertThat(report.absence().files()).isEmpty();
        assertThat(paths()).containsExactlyInAnyOrder("b/0.txt", "b/1.txt", "b/2.txt", "b/3.txt");
    }

    @Test
    void aFolderThatStandsEmptyInTheMiddleOfOthersIsTakenForADiskThatIsAway() throws IOException {
        writeMany("a", 10);
        writeMany("b", 15);
        ingest.run();
        deleteMany("a", 10);
        assertThat(ingest.run().absence().files()).hasSize(10);
        Files.delete(corpus.resolve("a"));
        assertReport(ingest.run(), "indexed 0, unchanged 15, removed 10, failed 0");
    }

    @Test
    void aFolderThatMayNotBeListedKeepsItsPapers() throws IOException {
        writeMany("a", 2);
        writeMany("b", 2);
        ingest.run();
        Path closed = corpus.resolve("b");
        Files.setPosixFilePermissions(closed, Set.of());
        try {
            assumeThat(Files.isReadable(closed)).as("may list everything").isFalse();
            IngestReport report = ingest.run();
            assertReport(report, "indexed 0, unchanged 2, removed 0, failed 1");
            assertThat(report.failures()).containsExactly(new Failure("b", "cannot be opened (no permission)"));
            assertThat(report.absence().files()).containsExactly("b/0.txt", "b/1.txt");
            assertThat(papers()).hasSize(4);
        } finally {
            Files.setPosixFilePermissions(closed, PosixFilePermissions.fromString("rwxr-xr-x"));
        }
        assertReport(ingest.run(), "indexed 0, unchanged 4, removed 0, failed 0");
    }

    @Test
    void anIndexOfAnotherVersionIsNotGivenUpForAnEmptyFolder() throws IOException {
        writeMany("a", 2);
        ingest.run();
        deleteMany("a", 2);
        Path current = folder.resolve("index/generation-1");
        for (Path each : Files.list(current)
                .filter(each -> each.toString().endsWith(".cfs"))
                .toList()) {
            Files.write(each, new byte[] {1, 2, 3});
        }
        try (PaperIndex damaged = PaperIndex.open(folder.resolve("index"), VOCABULARY)) {
            Ingest again = new Ingest(corpus, damaged, new Annotator(VOCABULARY), ReaderSettings.standard());
            assertThatThrownBy(again::run)
                    .isInstanceOf(IngestException.class)
                    .hasMessageContaining("only 0 files can be seen")
                    .hasMessageContaining("where there were 2");
            again.allowRemovals();
            assertReport(again.run(), "indexed 0, unchanged 0, removed 0, failed 0");
        }
    }

    private void writeMany(String folder, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            write(folder + "/" + i + ".txt", CASE.formatted("lupus " + folder + i, "lupus " + folder + i));
        }
    }

    private void deleteMany(String folder, int number) throws IOException {
        for (int i = 0; i < number; i++) {
            Files.delete(corpus.resolve(folder + "/" + i + ".txt"));
        }
    }

    private static void assertReport(IngestReport report, String summary) {
        assertThat(report.summary()).isEqualTo(summary);
    }

    private List<String> paths() {
        return index.papers().stream()
                .map(StoredPaper::provenance)
                .flatMap(provenance -> provenance.files().stream())
                .map(file -> file.path())
                .toList();
    }

    private List<Paper> papers() {
        return index.papers().stream()
                .map(stored -> index.paper(stored.id()).orElseThrow())
                .toList();
    }

    private List<String> titles() {
        return papers().stream().map(paper -> String.valueOf(paper.title())).toList();
    }

    private void write(String path, String text) throws IOException {
        Path file = corpus.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String jats(String doi, String title) {
        return String.join(
                "\n",
                Arrays.asList(
                        "<article><front><article-meta><article-id pub-id-type=\"doi\">" + doi + "</article-id>",
                        "<title-group><article-title>" + title + "</article-title></title-group>",
                        "<pub-date><year>2020</year></pub-date></article-meta></front>",
                        "<body><sec sec-type=\"cases\"><title>Case report</title>",
                        "<p>A 50-year-old woman with a rash was given prednisone. The rash resolved.</p></sec></body>",
                        "</article>"));
    }
}

package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jbibtex.BibTeXParser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The commands over the sample corpus, as a user types them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandsIT {
    private record Run(int code, String out, String err) {}

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private String index = "";
    private Run indexing = new Run(-1, "", "");

    @BeforeAll
    void indexTheSampleCorpus() {
        index = folder.resolve("index").toString();
        indexing = run("index", "corpus", "--index", index);
    }

    @Test
    void indexEndsWithAnAccountOfEveryFile() {
        assertThat(indexing.code()).isZero();
        assertThat(indexing.out()).endsWith("indexed 5, unchanged 0, removed 0, failed 0\n");
        assertThat(run("index", "corpus", "--index", index).out())
                .endsWith("indexed 0, unchanged 5, removed 0, failed 0\n");
    }

    @Test
    void aFailedFileIsNamedAndOnlyStrictMakesItAnError() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("bad"));
        Files.writeString(corpus.resolve("empty.pdf"), "");
        String other = folder.resolve("other").toString();
        Run lenient = run("index", corpus.toString(), "--index", other);
        assertThat(lenient.out()).contains("failed empty.pdf: the file is empty");
        assertThat(lenient.code()).isZero();
        assertThat(run("index", corpus.toString(), "--index", other, "--strict").code())
                .isEqualTo(1);
    }

    @ParameterizedTest(name = "search {0} finds {1}")
    @CsvSource({
        "sodium thiosulfate, 3",
        "STS, 3",
        "rituximab, 3",
        "GIVEN:doxycycline, 1",
        "'FINDING:(doxycycline complete_response)', 1",
        "zebrafish, 0"
    })
    void searchFinds(String query, int papers) {
        Run run = run("search", query, "--index", index);
        assertThat(run.code()).isZero();
        assertThat(run.out()).startsWith(papers == 1 ? "1 paper\n" : papers + " papers\n");
    }

    @Test
    void searchAsJsonIsTheApisAnswer() throws IOException {
        JsonNode answer = new ObjectMapper()
                .readTree(run(
                                "search",
                                "diltiazem",
                                "--filter",
                                "finding=diltiazem:no_response",
                                "--index",
                                index,
                                "--format",
                                "json")
                        .out());
        assertThat(answer.at("/hitCount").asInt()).isPositive();
        assertThat(answer.at("/resultList/result/0/id").asText()).isNotEmpty();
    }

    @ParameterizedTest(name = "--batch --format {0}")
    @CsvSource(
            delimiter = '|',
            value = {"trec | T2 Q0 ", "csv | T2,doxycycline,1,"})
    void aFileOfQueriesIsAnsweredInOneGo(String format, String begins) throws IOException {
        Path queries = Files.writeString(folder.resolve("queries.tsv"), "T1\tzebrafish\nT2\tdoxycycline\n");
        Run run = run("search", "--batch", queries.toString(), "--format", format, "--index", index);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines()).anySatisfy(line -> assertThat(line).startsWith(begins));
    }

    @Test
    void savedSearchesAreListedWithWhatIsNew() {
        assertThat(run("searches", "doxycycline", "--save", "dox", "--index", index)
                        .out())
                .contains("dox: ", " papers, 0 new");
        assertThat(run("searches", "--remove", "dox", "--index", index).out()).isEmpty();
    }

    @Test
    void showPrintsThePaperThatSearchNames() throws IOException {
        String id = new ObjectMapper()
                .readTree(run("search", "doxycycline", "--index", index, "--format", "json")
                        .out())
                .at("/resultList/result/0/id")
                .asText();
        assertThat(run("show", id, "--index", index).out()).contains("infected calcinosis");
        assertThat(new ObjectMapper()
                        .readTree(run("show", id, "--index", index, "--format", "json")
                                .out())
                        .at("/id")
                        .asText())
                .isEqualTo(id);
    }

    @Test
    void exportWritesTheWholeCorpusAsJsonLines() {
        List<Paper> papers = run("export", "--format", "jsonl", "--index", index)
                .out()
                .lines()
                .map(new PaperJson()::read)
                .toList();
        assertThat(papers).hasSize(5).allSatisfy(paper -> {
            assertThat(paper.title()).startsWith("Digest: ");
            assertThat(paper.references()).isNotEmpty();
            assertThat(paper.patients()).isNotEmpty();
        });
    }

    @Test
    void aDigestIsNotItsOriginal() {
        assertThat(run("export", "--format", "jsonl", "--index", index).out().lines())
                .extracting(line -> new PaperJson().read(line))
                .filteredOn(paper -> paper.sourceFile().matches("(conde|duzgun|martinez).*"))
                .hasSize(3)
                .allSatisfy(paper -> {
                    assertThat(paper.doi()).isNull();
                    assertThat(paper.relatedWorks()).singleElement().asString().startsWith("10.");
                });
    }

    @Test
    void exportedBibtexIsReadByABibtexParser() throws Exception {
        String text = run("export", "--format", "bibtex", "--index", index).out();
        assertThat(new BibTeXParser().parse(new java.io.StringReader(text)).getEntries())
                .hasSize(5);
    }

    @Test
    void exportToAFileLeavesNothingHalfWritten() {
        Path file = folder.resolve("papers.ris");
        assertThat(run("export", "calcinosis", "--format", "ris", "--index", index, "--output", file.toString())
                        .code())
                .isZero();
        assertThat(file).content().startsWith("TY  - ").endsWith("ER  - \r\n\r\n");
        assertThat(folder.resolve("papers.ris.part")).doesNotExist();
    }

    @Test
    void evidenceListsFindingsWithTheirSentences() {
        Run run = run("evidence", "--filter", "finding=doxycycline:complete_response", "--index", index);
        assertThat(run.out()).containsPattern("doxycycline +complete response +own");
        assertThat(run("evidence", "--index", index, "--format", "csv").out())
                .startsWith("id,treatment,response,own,treated,responding,dose,")
                .contains("diltiazem,no_response,true");
    }

    @Test
    void whatIsLessSureThanPossibleIsWrittenWhereItIsAskedFor() {
        String[] evidence = {"evidence", "--index", index, "--format", "jsonl"};
        long kept = run(evidence).out().lines().count();
        List<String> all = run("evidence", "--index", index, "--format", "jsonl", "--min-confidence", "0")
                .out()
                .lines()
                .toList();
        assertThat(all.size()).isGreaterThan((int) kept);
        long exported = papers("--min-confidence", "0")
                .mapToLong(each -> each.findings().size())
                .sum();
        assertThat(exported).isEqualTo(all.size());
        assertThat(papers("--min-confidence", "0.5").flatMap(each -> each.findings().stream()))
                .isNotEmpty()
                .allMatch(each -> each.confidence() == null || each.confidence() >= 0.5);
        assertThat(papers().mapToLong(each -> each.findings().size()).sum()).isEqualTo(kept);
        Run wrong = run("export", "--format", "jsonl", "--index", index, "--min-confidence", "2");
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("--min-confidence must be a number from 0 to 1, not 2.0");
    }

    private Stream<Paper> papers(String... more) {
        List<String> call = new ArrayList<>(List.of("export", "--format", "jsonl", "--index", index));
        call.addAll(List.of(more));
        return run(call.toArray(String[]::new)).out().lines().map(new PaperJson()::read);
    }

    @Test
    void checkSaysThatTheIndexIsSound() {
        Run run = run("check", "--index", index);
        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("papers: 5");
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"check", "search calcinosis"})
    void anIndexCutShortIsCalledDamaged(String call) throws IOException {
        Path cut = folder.resolve("cut");
        copy(Path.of(index), cut);
        try (Stream<Path> files = Files.walk(cut)) {
            for (Path each :
                    files.filter(file -> file.toString().endsWith(".cfs")).toList()) {
                byte[] bytes = Files.readAllBytes(each);
                Files.write(each, Arrays.copyOf(bytes, bytes.length / 2));
            }
        }
        Run run = run((call + " --index " + cut).split(" "));
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).startsWith("apatite: the index in ").contains("is damaged");

        assertThat(run("index", "corpus", "--index", cut.toString()).out())
                .as("indexing builds it anew")
                .endsWith("indexed 5, unchanged 0, removed 0, failed 0\n");
        assertThat(run("check", "--index", cut.toString()).code()).isZero();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(each, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "search NOFIELD:x --index INDEX         | 2 | NOFIELD",
                "search x --filter colour=red --index INDEX | 2 | colour",
                "search x --filter nonsense --index INDEX   | 2 | NAME=VALUE",
                "search x --page-size 5000 --index INDEX    | 2 | pageSize",
                "search x --format docx --index INDEX       | 2 | docx",
                "search x --index MISSING                   | 1 | there is no index in",
                "show no-such-paper --index INDEX           | 1 | no-such-paper",
                "export --index INDEX                       | 2 | --format",
                "index nowhere --index MISSING              | 1 | nowhere",
                "serve --corpus nowhere --index MISSING     | 2 | nowhere",
                "serve --port 70000 --index MISSING         | 2 | --port",
                "fly                                        | 2 | there is no command fly",
                "read MISSING                               | 1 | there is no file or folder",
            })
    void aCallThatCannotBeHonouredIsASentenceThatNamesTheThing(String call, int code, String named) {
        Run run = run(call.replace("INDEX", index)
                .replace("MISSING", folder.resolve("missing").toString())
                .split(" +"));
        assertThat(run.code()).isEqualTo(code);
        assertThat(run.err()).startsWith("apatite: ").contains(named).doesNotContain("\tat ");
    }

    @Test
    void aPortInUseIsNamed() throws IOException {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Run run = run(
                    "serve",
                    "--port",
                    String.valueOf(taken.getLocalPort()),
                    "--index",
                    folder.resolve("missing").toString());
            assertThat(run.code()).isEqualTo(1);
            assertThat(run.err()).contains("port " + taken.getLocalPort()).doesNotContain("\tat ");
        }
    }

    private static Run run(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(arguments);
        line.getOut().flush();
        return new Run(code, out.toString().replace(System.lineSeparator(), "\n"), err.toString());
    }
}

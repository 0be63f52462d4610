package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.languagemodel.FakeModel;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** A language model of the user's beside {@code index}, as a user names it. */
class ReaderModelIT {
    private static final String SENTENCE = "With wizard paste, the nodules vanished altogether within a month.";
    private static final String ANSWER =
            "{\"findings\":[{\"treatment\":\"wizard paste\",\"response\":\"complete_response\","
                    + "\"sentence\":\"" + SENTENCE + "\",\"own\":true,\"harm\":null,\"dose\":null,\"treated\":null,"
                    + "\"responding\":null},{\"treatment\":\"wizard paste\",\"response\":\"no_response\",\"sentence\":"
                    + "\"It never helped anyone at all.\",\"own\":true}]}";

    @TempDir
    private Path folder;

    private Path corpus = Path.of("");
    private String index = "";

    @BeforeEach
    void write() throws IOException {
        corpus = Files.createDirectory(folder.resolve("corpus"));
        index = folder.resolve("index").toString();
        Files.writeString(
                corpus.resolve("paste.txt"),
                "Wizard paste for calcinosis\n\nCase report\n\nA 44-year-old woman presented with nodules of both hands that"
                        + " had grown for years. Surgery was refused by her and by her family.\n\n" + SENTENCE
                        + " She was seen again after a year.\n");
    }

    private static String run(List<String> arguments) {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine().setOut(new PrintWriter(out)).setErr(new PrintWriter(out));
        line.execute(arguments.toArray(String[]::new));
        return out.toString();
    }

    private String index(FakeModel model) {
        return run(List.of(
                "index",
                corpus.toString(),
                "--index",
                index,
                "--reader-model",
                model.address().toString(),
                "--reader-model-name",
                "small",
                "--reader-model-timeout",
                "1"));
    }

    private String evidence() {
        return run(List.of("evidence", "--index", index, "--format", "csv"));
    }

    @Test
    void whatTheModelFindsIsEvidenceOfItsOwnAndWhatItMakesUpIsCounted() throws IOException {
        try (FakeModel model = new FakeModel(question -> question.contains(SENTENCE) ? ANSWER : "{\"findings\":[]}")) {
            assertThat(index(model))
                    .contains("model small: 1 of 1 papers read, 1 rows kept, 1 dropped")
                    .endsWith("indexed 1, unchanged 0, removed 0, failed 0\n");
            assertThat(evidence()).contains("wizard paste,complete_response", ",model,");
            int asked = model.asked.size();
            assertThat(index(model)).endsWith("indexed 0, unchanged 1, removed 0, failed 0\n");
            assertThat(model.asked).hasSize(asked);
        }
        assertThat(run(List.of("index", corpus.toString(), "--index", index)))
                .endsWith("indexed 0, unchanged 1, removed 0, failed 0\n");
        assertThat(evidence()).doesNotContain(",model,");
    }

    @Test
    void aModelThatIsAwayCostsNothingButItsRows() throws IOException {
        try (FakeModel model = new FakeModel(question -> ANSWER)) {
            model.answer(FakeModel.Manner.NEVER);
            assertThat(index(model))
                    .contains("0 of 1 papers read, 0 rows kept", "without an answer (no answer within 1 s)")
                    .endsWith("indexed 1, unchanged 0, removed 0, failed 0\n");
            model.answer(FakeModel.Manner.WELL);
            assertThat(index(model)).contains("1 of 1 papers read, 1 rows kept");
            assertThat(evidence()).contains(",model,");
        }
    }

    @Test
    void whatIsMissingOrWrongInTheCallIsNamed() {
        assertThat(run(List.of(
                        "index", corpus.toString(), "--index", index, "--reader-model", "http://127.0.0.1:1/v1")))
                .contains("--reader-model-name says which model");
        assertThat(run(List.of("index", corpus.toString(), "--index", index, "--reader-model-name", "x")))
                .contains("--reader-model names the address");
        assertThat(run(List.of(
                        "index",
                        corpus.toString(),
                        "--index",
                        index,
                        "--reader-model",
                        "file:///x",
                        "--reader-model-name",
                        "x")))
                .contains("begins with http:// or https://");
    }
}

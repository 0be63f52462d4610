package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A start that others can reach says under which name and who may change something, or is refused before it listens. */
class AccessOptionsTest {
    @TempDir
    private Path corpus;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--host 0.0.0.0 | say under which name",
                "--host 0.0.0.0 --open | say under which name",
                "--host :: --open | say under which name",
                "--host 192.0.2.1 --allow-host lab.example | say who may change something",
                "--public-url https://papers.example.org | say who may change something",
                "--allow-host lab.example | say who may change something",
                "--public-url ftp://papers.example.org --open | no http or https address",
                "--sign-in-to-read | needs --sign-in",
                "--sign-in nowhere.txt | cannot be read",
            })
    void isRefusedInWords(String options, String words) {
        StringWriter err = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setErr(new PrintWriter(err, true));
        int code = line.execute(
                ("serve --port 0 --corpus " + corpus + " --index " + corpus.resolve("i") + " " + options).split(" "));
        assertThat(code).isNotZero();
        assertThat(err.toString()).contains(words);
        assertThat(corpus.resolve("i")).doesNotExist();
    }

    @Test
    void aFileOfHashesOpensWhatItNames() throws IOException {
        StringWriter out = new StringWriter();
        CommandLine line = Main.commandLine();
        line.setOut(new PrintWriter(out, true));
        assertThat(line.execute("password", "robot", "--token")).isZero();
        Path file = Files.writeString(corpus.resolve("users"), out.toString());
        assertThat(Files.readString(file)).containsPattern("robot:sha256:[0-9a-f]{64}");
    }
}

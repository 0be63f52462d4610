package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What people see on a real terminal (one of util-linux's {@code script}) of different widths, and what a pipe gets. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TerminalIT {
    private static final Pattern STYLE = Pattern.compile("\u001b\\[[0-9;]*m");
    /** Only what cannot be broken is wider than the terminal: a cursor to be copied. */
    private static final Pattern UNBROKEN = Pattern.compile("\\S+");

    /** A row of evidence up to whose patients they are. */
    private static final Pattern WHOSE = Pattern.compile("\\S.{20,}? (own|cited) ");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private static Path folder;

    private String index = "";

    @BeforeAll
    void indexTheSampleCorpus() {
        assumeTrue(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
                        .map(each -> Path.of(each, "script"))
                        .anyMatch(Files::isExecutable),
                "skipped: there is no script(1) on the PATH");
        index = folder.resolve("index").toString();
        assertThat(Main.commandLine().execute("index", "corpus", "--index", index))
                .isZero();
    }

    private static String output(ProcessBuilder process) throws IOException, InterruptedException {
        process.environment().put("TERM", "xterm-256color");
        Process running = process.redirectError(ProcessBuilder.Redirect.DISCARD).start();
        running.getOutputStream().close();
        String output = new String(running.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(running.waitFor()).as(output).isZero();
        return output.replace("\r\n", "\n");
    }

    private List<String> command(String... arguments) {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        return Stream.concat(
                        Stream.of(
                                java,
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName()),
                        Stream.concat(Stream.of(arguments), Stream.of("--index", index)))
                .toList();
    }

    private String onTerminal(int columns, String before, String... arguments)
            throws IOException, InterruptedException {
        String words = String.join(
                " ",
                command(arguments).stream()
                        .map(each -> "'" + each.replace("'", "'\\''") + "'")
                        .toList());
        return output(new ProcessBuilder(
                "script", "-qec", "stty cols " + columns + " -onlcr; " + before + words + " 2>/dev/null", "/dev/null"));
    }

    @ParameterizedTest(name = "{1} at {0} columns")
    @CsvSource({
        "44, evidence calcinosis",
        "60, search calcinosis",
        "60, evidence calcinosis",
        "80, search calcinosis",
        "80, evidence calcinosis",
        "120, search calcinosis"
    })
    void linesAreWrappedAtTheWidthAndStyled(int columns, String command) throws IOException, InterruptedException {
        String output = onTerminal(columns, "", command.split(" ", -1));
        assertThat(output).contains("\u001b[1m");
        List<String> lines = STYLE.matcher(output).replaceAll("").lines().toList();
        assertThat(lines).hasSizeGreaterThan(10);
        assertThat(lines)
                .allMatch(each -> each.length() <= columns
                        || UNBROKEN.matcher(each.strip()).matches());
        assertThat(lines.stream().mapToInt(String::length).max().orElse(0))
                .as("the width is used")
                .isGreaterThan(columns * 3 / 5);
    }

    @Test
    void columnsOfEvidenceStandUnderEachOther() throws IOException, InterruptedException {
        List<Integer> starts = STYLE.matcher(onTerminal(60, "", "evidence", "calcinosis"))
                .replaceAll("")
                .lines()
                .map(WHOSE::matcher)
                .filter(Matcher::lookingAt)
                .map(each -> each.start(1))
                .toList();
        assertThat(starts).hasSizeGreaterThan(5);
        assertThat(starts).containsOnly(starts.getFirst());
    }

    @Test
    void whoWantsNoColourAndWhatIsNoTerminalGetNone() throws IOException, InterruptedException {
        assertThat(onTerminal(80, "NO_COLOR=1 ", "evidence", "calcinosis")).doesNotContain("\u001b");
        String piped = output(new ProcessBuilder(command("evidence", "calcinosis")));
        assertThat(piped).doesNotContain("\u001b");
        assertThat(piped.lines().mapToInt(String::length).max().orElse(0))
                .as("lines are left whole for scripts")
                .isGreaterThan(120);
    }
}

package dev.apatite.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SourcePathTest {
    /** Bytes of names, percent-encoded, and what the files are called. */
    private static final String NAMES = """
            plain.txt                    | plain.txt
            deep/er/one.txt              | deep/er/one.txt
            caf%C3%A9.txt                | caf\u00e9.txt
            %C3%A9t%C3%A9/%E6%BC%A2.txt  | \u00e9t\u00e9/\u6f22.txt
            cafe%CC%81.txt               | cafe\u0301.txt
            %F0%9F%A6%B4.txt             | \ud83e\uddb4.txt
            caf%E9.txt                   | caf%E9.txt
            latin/%C9t%E9 1.txt          | latin/%C9t%E9 1.txt
            100%25.txt                   | 100%.txt
            a%2520b.txt                  | a%20b.txt
            %EF%BF%BD.txt                | \ufffd.txt
            a%C3%A9%E9.txt               | a\u00e9%E9.txt
            """;

    @TempDir
    private Path folder;

    @Test
    void aNameIsTheSameInAnyLocaleAndLeadsBackToItsFile() throws Exception {
        for (String row : NAMES.lines().toList()) {
            Path file = Path.of(
                    URI.create(folder.toUri() + row.split("\\|")[0].strip().replace(" ", "%20")));
            Files.createDirectories(file.getParent());
            Files.writeString(file, row);
        }
        List<String> expected =
                NAMES.lines().map(row -> row.split("\\|")[1].strip()).sorted().toList();
        assertThat(names(folder)).isEqualTo(expected);
        for (String locale : List.of("C", "C.UTF-8", "POSIX")) {
            assertThat(inLocale(locale)).isEqualTo(expected);
        }
    }

    @Test
    void aBackslashIsALetterOfANameWhereItPartsNoFolders(@TempDir Path folder) throws IOException {
        assumeTrue(File.separatorChar == '/', "skipped: a backslash parts folders here");
        Path file = Files.writeString(folder.resolve("a\\b.txt"), "Stones.");
        assertThat(SourcePath.of(folder, file)).isEqualTo("a\\b.txt");
        assertThat(SourcePath.in(folder, "a\\b.txt")).isEqualTo(file);
    }

    @ParameterizedTest
    @CsvSource({"../secret.txt, ../secret.txt", "a/b, a/b", "%2e%2e/x, %2e%2e/x", "a%00b, a%00b"})
    void aNameThatNoFileHasStaysThatName(String name, String same) {
        assertThat(SourcePath.in(folder, name)).isEqualTo(folder.resolve(same));
    }

    private List<String> inLocale(String locale) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xshare:auto",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                SourcePathTest.class.getName(),
                folder.toString());
        builder.environment().clear();
        builder.environment().put("LC_ALL", locale);
        Process process = builder.redirectError(ProcessBuilder.Redirect.INHERIT).start();
        List<String> names = new String(
                        process.getInputStream().readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return names;
    }

    /** Prints the names of the files in a folder, as another process in another locale sees them. */
    public static void main(String[] arguments) throws IOException {
        java.io.PrintStream out = new java.io.PrintStream(System.out, true, java.nio.charset.StandardCharsets.UTF_8);
        names(Path.of(arguments[0])).forEach(out::println);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            List<String> names = all.filter(Files::isRegularFile)
                    .map(file -> SourcePath.of(folder, file))
                    .sorted()
                    .toList();
            for (String name : names) {
                if (!Files.isRegularFile(SourcePath.in(folder, name))) {
                    throw new IOException("no way back to " + name);
                }
            }
            return names;
        }
    }
}

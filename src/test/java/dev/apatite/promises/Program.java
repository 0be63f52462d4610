package dev.apatite.promises;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** Apatite as a process of its own over a corpus, an index and a temporary folder of its own, to be killed and started. */
final class Program {
    private static final String CASE = """
            A case of %1$s in patient number %2$d

            Jane Roe, John Doe

            DOI: 10.1000/case.%2$d

            Case report

            A %2$d-year-old woman with %1$s and calcinosis was treated with diltiazem. Diltiazem led to complete
            resolution of the calcinosis. Prednisone had no effect on the rash. Anti-Scl-70 was positive.

            References

            1. Valenzuela A, Chung L. Calcinosis: pathophysiology and management. Curr Opin Rheumatol. 2015;27(6):542-548.
            """;

    private static final Path PACKAGE = Path.of("target/apatite/lib").toAbsolutePath();

    final Path corpus;
    final Path index;
    final Path temporary;

    Program(Path folder) throws IOException {
        corpus = Files.createDirectories(folder.resolve("corpus"));
        index = folder.resolve("index");
        temporary = Files.createDirectories(folder.resolve("tmp"));
    }

    /** How often a test kills or damages: a few times in every build, a hundred times in the long profile. */
    static int rounds() {
        return Integer.getInteger("apatite.rounds", 3);
    }

    /** From what the random moments and places are drawn; other ones with {@code -Dapatite.seed=...}. */
    static long seed() {
        return Long.getLong("apatite.seed", 13);
    }

    /** Tells what a test did, after it has asserted all, for whoever runs the long profile. */
    static void tell(String what) {
        System.out.println("promises: " + what + "; nothing lost, nothing wrong in silence");
    }

    void write(int number, String disease) throws IOException {
        Files.writeString(
                corpus.resolve("paper-" + number + ".txt"), String.format(Locale.ROOT, CASE, disease, 20 + number));
    }

    Process start(String... arguments) throws IOException {
        List<String> call = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.io.tmpdir=" + temporary));
        // As it was packaged it starts in a fraction of the time; a build of the classes alone has no package.
        Path archive = PACKAGE.resolve("apatite.jsa");
        if (Files.exists(archive)) {
            call.addAll(List.of(
                    "-XX:SharedArchiveFile=" + archive, "-Dapatite.archive=" + archive, "-Xlog:disable", "-cp"));
            call.add(PACKAGE + "/*");
        } else {
            call.addAll(List.of("-cp", System.getProperty("java.class.path")));
        }
        call.add("dev.apatite.cli.Main");
        call.addAll(List.of(arguments));
        if (List.of("index", "serve").contains(arguments[0])) {
            call.addAll(List.of("--vectors", "off"));
        }
        return new ProcessBuilder(call)
                .redirectError(temporary.resolve("stderr").toFile())
                .start();
    }

    Process startIndex(String... more) throws IOException {
        List<String> call =
                new ArrayList<>(List.of("index", corpus.toString(), "--index", index.toString(), "--workers", "1"));
        call.addAll(List.of(more));
        return start(call.toArray(String[]::new));
    }

    /** Runs {@code index} to its end; its last line. */
    String index(String... more) throws IOException, InterruptedException {
        Process process = startIndex(more);
        List<String> lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                .lines()
                .toList();
        process.waitFor();
        return lines.isEmpty() ? Files.readString(temporary.resolve("stderr")).strip() : lines.getLast();
    }

    /** Starts {@code serve}, and waits until it listens; its address. */
    String awaitAddress(Process serve) throws IOException {
        BufferedReader out = serve.inputReader();
        String line = out.readLine();
        while (line != null && !line.startsWith("Apatite is listening on ")) {
            line = out.readLine();
        }
        assertThat(line).as(Files.readString(temporary.resolve("stderr"))).isNotNull();
        return line.substring("Apatite is listening on ".length());
    }

    /** Kills it as a power cut would, but for its children, which have to see to it themselves. */
    static void kill(Process process) throws InterruptedException {
        process.toHandle().destroyForcibly();
        process.waitFor();
    }

    /** The temporary folders that are left. */
    List<Path> left() throws IOException {
        try (Stream<Path> all = Files.list(temporary)) {
            return all.filter(each -> each.getFileName().toString().startsWith("apatite-"))
                    .toList();
        }
    }
}

package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the README's first command starts: the packaged launcher, serving a folder and following it. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class LauncherIT {
    private static final Path LAUNCHER = Path.of("target/apatite/bin/apatite").toAbsolutePath();

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void serveListensIndexesFollowsTheFolderAndEndsCleanly() throws Exception {
        Path corpus = copyOfTheSampleCorpus();
        Process process = new ProcessBuilder(
                        LAUNCHER.toString(),
                        "serve",
                        "--corpus",
                        corpus.toString(),
                        "--index",
                        folder.resolve("index").toString(),
                        "--port",
                        "0")
                .redirectError(folder.resolve("err.txt").toFile())
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            String line = out.readLine();
            assertThat(line).startsWith("Apatite is listening on http://127.0.0.1:");
            String address = line.substring(line.indexOf("http"));
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> get(address + "/health").statusCode() == 200);
            assertThat(hits(address, "calcinosis")).isEqualTo(5);

            Files.writeString(
                    corpus.resolve("new.txt"),
                    "Case report\n\nA 40-year-old man with psoriasis was given secukinumab. The plaques cleared.\n");
            await().atMost(Duration.ofMinutes(1)).until(() -> hits(address, "secukinumab") == 1);

            process.toHandle().destroy();
            assertThat(process.waitFor(15, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(folder.resolve("err.txt")).content().doesNotContain("Exception", "WARNING");
        assertThat(process.descendants()).isEmpty();
    }

    @Test
    void withoutANewEnoughJavaTheLauncherSaysWhatIsMissing() throws Exception {
        Path launcher = Files.copy(LAUNCHER, folder.resolve("apatite"));
        Files.writeString(launcher, Files.readString(launcher).replace("-ge 21 ]", "-ge 9999 ]"));
        Process process = new ProcessBuilder("sh", launcher.toString(), "--version")
                .redirectErrorStream(true)
                .start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        assertThat(words).contains("needs a JDK of version 21 or newer");
    }

    /** As cron, systemd and containers start it. */
    @Test
    void anEmptyEnvironmentGivesTheSameIndexAsAnyOther() throws Exception {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        Files.writeString(
                corpus.resolve("caf\u00e9.txt"), "A case of gout\n\nA woman with gout was given prednisone.\n");
        ProcessBuilder bare = index(corpus);
        bare.environment().clear();
        assertThat(lastLine(bare)).isEqualTo("indexed 1, unchanged 0, removed 0, failed 0");
        ProcessBuilder plain = index(corpus);
        plain.environment().put("LC_ALL", "C");
        assertThat(lastLine(plain)).isEqualTo("indexed 0, unchanged 1, removed 0, failed 0");
        assertThat(lastLine(index(corpus))).isEqualTo("indexed 0, unchanged 1, removed 0, failed 0");
    }

    private ProcessBuilder index(Path corpus) {
        return new ProcessBuilder(
                        LAUNCHER.toString(),
                        "index",
                        corpus.toString(),
                        "--index",
                        folder.resolve("index").toString(),
                        "--workers",
                        "1",
                        "--vectors",
                        "off")
                .redirectErrorStream(true);
    }

    private static String lastLine(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        String words = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(words).isZero();
        return words.lines().reduce((first, second) -> second).orElse("");
    }

    private int hits(String address, String query) throws IOException, InterruptedException {
        return new ObjectMapper()
                .readTree(get(address + "/api/v1/search?query=" + query).body())
                .at("/hitCount")
                .asInt();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofString());
    }

    private Path copyOfTheSampleCorpus() throws IOException {
        Path corpus = Files.createDirectory(folder.resolve("corpus"));
        try (var files = Files.list(Path.of("corpus"))) {
            for (Path file : files.toList()) {
                Files.copy(file, corpus.resolve(file.getFileName().toString()));
            }
        }
        return corpus;
    }
}

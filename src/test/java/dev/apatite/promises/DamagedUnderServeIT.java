package dev.apatite.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** An index that is damaged while it is served says so, answers nothing, and is built anew; then nothing is said any more. */
class DamagedUnderServeIT {
    private static final int PAPERS = 4;
    private static final Duration LONGEST = Duration.ofMinutes(2);

    @TempDir
    private Path folder;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    @Timeout(400)
    void theServerTellsTheDamageBuildsTheIndexAnewAndIsReadyAgain() throws Exception {
        Program program = new Program(folder);
        for (int i = 0; i < PAPERS; i++) {
            program.write(i, "gout");
        }
        program.index();
        Process serve = program.start(
                "serve", "--corpus", program.corpus.toString(), "--index", program.index.toString(), "--port", "0");
        try {
            String address = program.awaitAddress(serve);
            awaitReady(address);
            Path commit = files(program.index).stream()
                    .filter(each -> each.getFileName().toString().startsWith("segments_"))
                    .findFirst()
                    .orElseThrow();
            byte[] bytes = Files.readAllBytes(commit);
            bytes[bytes.length / 2] ^= 1;
            Files.write(commit, bytes);
            // A server looks at its files some times a second, not for each request.
            HttpResponse<String> health = await().atMost(LONGEST)
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> get(address + "/health"), answer -> answer.statusCode() == 503);
            assertThat(health.body()).contains("\"status\":\"damaged\"", "the index is damaged");
            assertThat(get(address + "/api/v1/search?query=gout").statusCode()).isEqualTo(503);
            awaitReady(address);
            assertThat(get(address + "/health").body()).contains("\"problem\":null", "indexed " + PAPERS);
            assertThat(get(address + "/api/v1/search?query=gout").body()).contains("\"hitCount\":" + PAPERS);
            assertThat(Files.exists(commit)).as("the damaged generation").isFalse();
        } finally {
            Program.kill(serve);
        }
    }

    private void awaitReady(String address) {
        await().atMost(LONGEST)
                .until(() -> get(address + "/health").body().contains("\"status\":\"ready\",\"phase\":\"idle\""));
    }

    private static List<Path> files(Path index) {
        try (Stream<Path> all = Files.walk(index)) {
            return all.filter(Files::isRegularFile).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private HttpResponse<String> get(String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(LONGEST).build(),
                HttpResponse.BodyHandlers.ofString());
    }
}

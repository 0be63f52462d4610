package dev.apatite.promises;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A server of 512 MB answers 256 connections at once, and has no more threads afterwards than before. */
class ManyClientsIT {
    private static final int CONNECTIONS = 256;
    private static final int SEARCHES_EACH = 4;
    private static final Duration AT_LONGEST = Duration.ofSeconds(30);
    private static final List<String> QUERIES = List.of("calcinosis", "diltiazem+rash", "TITLE:gout", "pred*");

    @TempDir
    private Path folder;

    @Test
    @Timeout(300)
    void everySearchOfManyConnectionsIsAnsweredOrRefusedInWordsAndTheThreadsComeDown() throws Exception {
        Program program = new Program(folder);
        for (int i = 0; i < 20; i++) {
            program.write(i, "gout");
        }
        program.index();
        Process process = program.start(
                "serve", "--corpus", program.corpus.toString(), "--index", program.index.toString(), "--port", "0");
        try {
            String address = program.awaitAddress(process);
            await().atMost(Duration.ofMinutes(1)).until(() -> ask(address + "/health") == 200);
            long before = threads(address);
            List<Integer> answers = askAll(address);
            assertThat(answers)
                    .hasSize(CONNECTIONS * SEARCHES_EACH)
                    .allSatisfy(each -> assertThat(each).isIn(200, 503));
            assertThat(answers.stream().filter(each -> each == 200).count())
                    .isGreaterThan(CONNECTIONS * SEARCHES_EACH / 2);
            assertThat(ask(address + "/api/v1/search?query=gout")).isEqualTo(200);
            // Those that search, one a processor, stay.
            long searching = Runtime.getRuntime().availableProcessors() + 4L;
            await().atMost(Duration.ofMinutes(2))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> threads(address) <= before + searching);
        } finally {
            Program.kill(process);
        }
    }

    private static List<Integer> askAll(String address) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (ExecutorService clients = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<List<Integer>>> all = new ArrayList<>();
            for (int i = 0; i < CONNECTIONS; i++) {
                all.add(clients.submit(() -> askSome(address)));
            }
            for (Future<List<Integer>> each : all) {
                answers.addAll(each.get());
            }
        }
        return answers;
    }

    /** One connection of its own, which asks again as soon as it has an answer. */
    private static List<Integer> askSome(String address) throws Exception {
        List<Integer> answers = new ArrayList<>();
        try (HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            for (int i = 0; i < SEARCHES_EACH; i++) {
                HttpResponse<String> answer =
                        get(client, address + "/api/v1/search?query=" + QUERIES.get(i % QUERIES.size()));
                if (answer.statusCode() == 503) {
                    assertThat(answer.headers().firstValue("Retry-After")).isPresent();
                }
                answers.add(answer.statusCode());
            }
        }
        return answers;
    }

    private static HttpResponse<String> get(HttpClient client, String address) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(address)).timeout(AT_LONGEST).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static int ask(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return get(client, address).statusCode();
        }
    }

    private static long threads(String address) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            Matcher matcher = Pattern.compile("(?m)^jvm_threads_live_threads ([0-9.]+)$")
                    .matcher(get(client, address + "/metrics").body());
            assertThat(matcher.find()).isTrue();
            return Math.round(Double.parseDouble(matcher.group(1)));
        }
    }
}

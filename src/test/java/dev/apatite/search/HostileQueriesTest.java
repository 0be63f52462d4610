package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.apatite.export.HighlightHtml;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every query gets an answer or an error with words, and soon. */
class HostileQueriesTest {
    @TempDir
    private static Path folder;

    private static SampleIndex sample;

    @BeforeAll
    static void open() {
        sample = new SampleIndex(folder);
    }

    @AfterAll
    static void close() {
        sample.close();
    }

    private static Path shared() {
        return Path.of(Objects.requireNonNullElse(System.getenv("APATITE_SHARED"), "../shared"));
    }

    private static Optional<SearchResponse> ask(SearchRequest request) {
        try {
            return Optional.of(sample.searcher.search(request));
        } catch (BadRequest e) {
            assertThat(e.getMessage()).isNotBlank();
            return Optional.empty();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"data/hostile/generated/queries.txt", "data/hostile/naughty-strings/blns.txt"})
    void anyLineIsAnsweredOrRefused(String file) throws IOException {
        Path lines = shared().resolve(file);
        assumeTrue(Files.isReadable(lines), lines + " is not here");
        for (String line : new String(Files.readAllBytes(lines), StandardCharsets.UTF_8).split("\n")) {
            assertTimeoutPreemptively(
                    Duration.ofSeconds(10),
                    () -> {
                        ask(SearchRequest.of(line));
                        for (String name : List.of("treatment", "age", "finding", "journal", "antibody")) {
                            ask(SearchRequest.of("").filter(name, line));
                        }
                        sample.searcher.suggest(line);
                    },
                    line.length() > 80 ? line.substring(0, 80) : line);
        }
    }

    /** Two seconds of work are what a query may cost; on a small index it costs a part of that, or is refused. */
    @ParameterizedTest
    @MethodSource("monsters")
    void aMonstrousQueryCostsNoMoreThanItMay(String query) {
        ask(SearchRequest.of(query));
        long before = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        ask(SearchRequest.of(query));
        assertThat(ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - before)
                .isLessThan(Duration.ofSeconds(2).toNanos());
    }

    static Stream<String> monsters() {
        String letters = "abcdefghijklmnopqrstuvwxyz";
        String prefixes = letters.chars()
                .boxed()
                .flatMap(a -> letters.chars().mapToObj(b -> "" + (char) a.intValue() + (char) b + "*"))
                .collect(Collectors.joining(" "));
        return Stream.of(
                prefixes,
                prefixes.substring(0, 1600),
                "TITLE:(" + prefixes.substring(0, 1600) + ")",
                "c*s ".repeat(200),
                "pa?n OR ".repeat(300) + "x",
                "hand AND ".repeat(499) + "cold",
                "(".repeat(49) + "hand" + ")".repeat(49),
                "\"of the\"~100 ".repeat(150),
                "\uFDFA".repeat(1000),
                "z".repeat(16_000));
    }

    @Test
    void markupInAQueryNeverComesBackAsMarkup() {
        String html = ask(SearchRequest.of("lesions fully")).orElseThrow().hits().stream()
                .flatMap(each -> each.highlights().stream())
                .map(HighlightHtml::of)
                .reduce("", String::concat);
        assertThat(html).contains("&lt;b&gt;").doesNotContain("<b>");
    }

    @Test
    void manyMayAskAtOnce() throws Exception {
        List<String> queries =
                List.of("diltiazem", "hand OR calcium", "bisphosphonates", "calcino*", "TREATMENT:diltiazem");
        List<Long> alone = queries.stream()
                .map(each -> sample.searcher.search(SearchRequest.of(each)).hitCount())
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            List<Callable<Boolean>> tasks = IntStream.range(0, 200)
                    .<Callable<Boolean>>mapToObj(i -> () -> sample.searcher
                                    .search(SearchRequest.of(queries.get(i % queries.size())))
                                    .hitCount()
                            == alone.get(i % queries.size()))
                    .toList();
            for (Future<Boolean> each : threads.invokeAll(tasks)) {
                assertThat(each.get()).isTrue();
            }
        }
    }
}

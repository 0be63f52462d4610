package dev.apatite.benchmark;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * Prints how long a server that runs takes to suggest while names are typed letter by letter: the titles, authors and concepts
 * of its own papers. It asserts nothing. To run it:
 *
 * <pre>
 * mvn -DskipTests package && target/apatite/bin/apatite serve
 * java -cp 'target/test-classes:target/apatite/lib/*' dev.apatite.benchmark.SuggestBenchmark
 * </pre>
 */
@Command(name = "suggest", mixinStandardHelpOptions = true)
final class SuggestBenchmark implements Callable<Integer> {
    private static final double NANOS = 1e6;

    @Option(names = "--server", description = "Where it listens (default: ${DEFAULT-VALUE}).")
    private String server = "http://127.0.0.1:7070";

    @Option(names = "--papers", description = "How many papers the names are of (default: ${DEFAULT-VALUE}).")
    private int papers = 20;

    @Option(names = "--letters", description = "How many letters of each are typed (default: ${DEFAULT-VALUE}).")
    private int letters = 8;

    @Option(
            names = "--rounds",
            description = "Rounds that count, behind one that does not (default: ${DEFAULT-VALUE}).")
    private int rounds = 5;

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper mapper = new ObjectMapper();

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new SuggestBenchmark()).execute(arguments));
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        List<String> typed = typed();
        List<Double> times = new ArrayList<>();
        for (int round = 0; round <= rounds; round++) {
            for (String each : typed) {
                long before = System.nanoTime();
                get("/api/v1/suggest?q=" + URLEncoder.encode(each, StandardCharsets.UTF_8));
                if (round > 0) {
                    times.add((System.nanoTime() - before) / NANOS);
                }
            }
        }
        double[] sorted =
                times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
        System.out.printf(
                Locale.ROOT,
                "%d beginnings, %d answers: median %.1f ms, 95 of 100 within %.1f ms, 99 within %.1f ms, longest %.1f ms;"
                        + " %.1f of 100 within 20 ms%n",
                typed.size(),
                sorted.length,
                sorted[sorted.length / 2],
                sorted[sorted.length * 95 / 100],
                sorted[sorted.length * 99 / 100],
                sorted[sorted.length - 1],
                100.0 * Arrays.stream(sorted).filter(each -> each < 20).count() / sorted.length);
        return 0;
    }

    /** All beginnings of the names that papers of the server have. */
    private List<String> typed() throws IOException, InterruptedException {
        List<String> names = new ArrayList<>();
        JsonNode found = mapper.readTree(get("/api/v1/search?resultType=core&pageSize=" + papers));
        for (JsonNode paper : found.at("/resultList/result")) {
            names.add(paper.path("title").asText(""));
            names.add(paper.path("authorString").asText(""));
        }
        JsonNode facets = mapper.readTree(get("/api/v1/search?pageSize=0")).path("facets");
        for (String facet : List.of("treatment", "condition", "antibody", "site")) {
            facets.path(facet).forEach(each -> names.add(each.path("label").asText("")));
        }
        List<String> typed = new ArrayList<>();
        for (String name : names) {
            for (int i = 1; i <= Math.min(letters, name.length()); i++) {
                typed.add(name.substring(0, i));
            }
        }
        return typed;
    }

    private String get(String path) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(server + path)).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(path + " is answered with " + answer.statusCode());
        }
        return answer.body();
    }
}

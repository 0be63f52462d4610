package dev.apatite.opensearch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.apatite.engine.EngineAway;
import dev.apatite.index.IndexException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The nodes of a cluster over HTTP. A request that a node does not take, because it is away or has too much to do, goes to
 * the next one, after a delay that doubles with each round; all requests may be made twice. Safe to share between threads.
 */
final class Nodes implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final Duration ANSWERING = Duration.ofSeconds(60);
    private static final Duration FIRST_DELAY = Duration.ofMillis(50);
    private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);
    private static final Duration AT_FIRST = Duration.ofSeconds(5);
    private static final int TOO_MANY = 429;
    private static final int BAD_GATEWAY = 502;
    private static final int UNAVAILABLE = 503;
    private static final int TIMED_OUT = 504;

    private final ClusterSettings settings;
    private final Duration patience;
    private final HttpClient client;
    private final ObjectMapper mapper = new ObjectMapper();
    private final AtomicInteger turn = new AtomicInteger();
    private volatile boolean answered;

    /**
     * What a node answered.
     *
     * @param later after how many seconds it wants to be asked again; 0 where it does not say
     */
    record Answer(URI node, int status, JsonNode body, long later) {
        boolean isOk() {
            return status / 100 == 2;
        }
    }

    /** A request was not taken by any node for {@code patience}, or was refused. */
    Nodes(ClusterSettings settings, Duration patience) {
        this.settings = settings;
        this.patience = patience;
        HttpClient.Builder builder =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(CONNECTING);
        settings.trusted().ifPresent(builder::sslContext);
        client = builder.build();
    }

    ObjectMapper mapper() {
        return mapper;
    }

    /** The nodes as they were named. */
    List<URI> addresses() {
        return settings.nodes();
    }

    /** Asks, and has the answer whatever it is. */
    Answer ask(String method, String path, @Nullable Object body) {
        return send(method, path, body == null ? null : json(body), "application/json");
    }

    /** Asks for what must succeed. */
    JsonNode get(String method, String path, @Nullable Object body) {
        Answer answer = ask(method, path, body);
        if (!answer.isOk()) {
            throw refused(method, path, answer);
        }
        return answer.body();
    }

    /** Makes an index of documents that are asked for by their ids alone, where there is none of this name. */
    void make(String index, int replicas) {
        make(
                index,
                Map.of(
                        "settings",
                        Map.of("number_of_shards", 1, "number_of_replicas", replicas),
                        "mappings",
                        Map.of("dynamic", false, "properties", Map.of())));
    }

    /** Makes an index with these settings and mappings, where there is none of this name. */
    void make(String index, Map<String, Object> how) {
        Answer answer = ask("PUT", "/" + index, how);
        boolean already = answer.body().path("error").path("type").asText().equals("resource_already_exists_exception");
        if (!answer.isOk() && !already) {
            throw refused("PUT", "/" + index, answer);
        }
    }

    /** Sends lines of JSON. */
    Answer lines(String path, String lines) {
        return send("POST", path, lines, "application/x-ndjson");
    }

    /** What is done with an answer that refuses some of many searches. */
    interface Refusal {
        RuntimeException of(Answer answer);
    }

    /**
     * How many documents each of many searches finds, asked at once, in their order.
     *
     * @param path ends with {@code /_msearch}
     * @param bodies with {@code query} and, where they ask a state, {@code pit}
     * @param refusal makes an error of an answer that is not whole, or of that of the search which failed
     */
    List<Long> counts(String path, List<Map<String, Object>> bodies, Refusal refusal) {
        StringBuilder lines = new StringBuilder();
        for (Map<String, Object> each : bodies) {
            Map<String, Object> counting = new LinkedHashMap<>(each);
            counting.put("size", 0);
            counting.put("track_total_hits", true);
            lines.append("{}\n").append(json(counting)).append('\n');
        }
        Answer answer = lines(path, lines.toString());
        if (!answer.isOk()) {
            throw refusal.of(answer);
        }
        List<Long> counts = new ArrayList<>();
        for (JsonNode each : answer.body().path("responses")) {
            if (each.has("error") || each.path("_shards").path("failed").asInt() > 0) {
                throw refusal.of(new Answer(answer.node(), each.path("status").asInt(), each, 0));
            }
            counts.add(each.path("hits").path("total").path("value").asLong());
        }
        return counts;
    }

    IndexException refused(String method, String path, Answer answer) {
        return Refusals.of(settings, method, path, answer);
    }

    String json(Object value) {
        try {
            return mapper.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private Answer send(String method, String path, @Nullable String body, String type) {
        // Who never had an answer has more likely named the wrong nodes than come at a bad moment.
        Duration patient = answered || patience.compareTo(AT_FIRST) < 0 ? patience : AT_FIRST;
        long deadline = System.nanoTime() + patient.toNanos();
        Duration delay = FIRST_DELAY;
        String last = "";
        int nodes = settings.nodes().size();
        int first = Math.floorMod(turn.getAndIncrement(), nodes);
        for (int i = 0; ; i++) {
            URI node = settings.nodes().get((first + i) % nodes);
            Duration asked = delay;
            try {
                Answer answer = once(node, method, path, body, type);
                if (!isPassing(answer.status()) || isOfState(answer)) {
                    answered = true;
                    return answer;
                }
                last = Refusals.passing(answer);
                asked = longer(delay, Duration.ofSeconds(answer.later()));
            } catch (IOException e) {
                last = Refusals.unreachable(node, e);
            }
            if (System.nanoTime() > deadline) {
                throw new EngineAway("no node of the cluster takes the request; the last that was asked: " + last);
            }
            if ((i + 1) % nodes == 0) {
                pause(shorter(asked, LONGEST_DELAY));
                delay = shorter(delay.multipliedBy(2), LONGEST_DELAY);
            }
        }
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? other : one;
    }

    private static Duration shorter(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    /** Whether what was searched is not there in whole: another node knows no better. */
    static boolean isOfState(Answer answer) {
        return answer.status() == UNAVAILABLE
                && answer.body().path("error").path("type").asText().equals("search_phase_execution_exception");
    }

    private static boolean isPassing(int status) {
        return status == TOO_MANY || status == BAD_GATEWAY || status == UNAVAILABLE || status == TIMED_OUT;
    }

    /** Waits about so long: not all who were refused come back at once. */
    static void pause(Duration about) {
        try {
            long most = about.toMillis();
            Thread.sleep(most / 2 + ThreadLocalRandom.current().nextLong(most / 2 + 1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException("the cluster was not waited for: interrupted", e);
        }
    }

    private Answer once(URI node, String method, String path, @Nullable String body, String type) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(node.resolve(path)).timeout(ANSWERING);
        settings.authorization().ifPresent(each -> request.header("Authorization", each));
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", type)
                    .method(method, HttpRequest.BodyPublishers.ofString(body, StandardCharsets.UTF_8));
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            byte[] bytes = response.body();
            JsonNode said = bytes.length == 0 ? MissingNode.getInstance() : read(response.statusCode(), bytes);
            long later = response.headers()
                    .firstValue("Retry-After")
                    .filter(each -> each.matches("[0-9]{1,4}"))
                    .map(Long::valueOf)
                    .orElse(0L);
            return new Answer(node, response.statusCode(), said, later);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException("the cluster was not waited for: interrupted", e);
        }
    }

    /** What is in front of a cluster may refuse in other words than JSON. */
    private JsonNode read(int status, byte[] bytes) throws IOException {
        try {
            return mapper.readTree(bytes);
        } catch (JsonProcessingException e) {
            if (status / 100 == 2) {
                throw new IOException("what it answers is not OpenSearch's JSON", e);
            }
            return MissingNode.getInstance();
        }
    }

    @Override
    public void close() {
        client.close();
    }
}

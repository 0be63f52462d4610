package dev.apatite.languagemodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** A small server that speaks the protocol of language models and says what a test wants, well, badly or without end. */
public final class FakeModel implements AutoCloseable {
    /** How it answers. */
    public enum Manner {
        WELL,
        NO_JSON,
        WITHOUT_CHOICES,
        ERROR_500,
        REDIRECT,
        ENDLESS,
        NEVER,
        HANGS_UP
    }

    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpServer server;
    private volatile Manner manner = Manner.WELL;

    /** What it was asked. */
    public final List<JsonNode> asked = new CopyOnWriteArrayList<>();

    /** The headers {@code Authorization} that came. */
    public final List<String> keys = new CopyOnWriteArrayList<>();

    /** {@code says} makes of the user's question what the model answers. */
    public FakeModel(UnaryOperator<String> says) throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> {
            JsonNode question = mapper.readTree(exchange.getRequestBody());
            asked.add(question);
            keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
            byte[] good = mapper.writeValueAsBytes(java.util.Map.of(
                    "choices",
                    List.of(java.util.Map.of(
                            "message",
                            java.util.Map.of(
                                    "content",
                                    says.apply(
                                            question.at("/messages/1/content").asText()))))));
            switch (manner) {
                case WELL -> send(exchange, 200, good);
                case NO_JSON -> send(exchange, 200, "I am sorry".getBytes(StandardCharsets.UTF_8));
                case WITHOUT_CHOICES -> send(exchange, 200, "{}".getBytes(StandardCharsets.UTF_8));
                case ERROR_500 -> send(exchange, 500, good);
                case REDIRECT -> {
                    exchange.getResponseHeaders().add("Location", "http://192.0.2.1/v1/chat/completions");
                    send(exchange, 307, new byte[0]);
                }
                case ENDLESS -> endless(exchange);
                case NEVER -> waits();
                case HANGS_UP -> exchange.close();
            }
        });
        server.start();
    }

    private static void send(com.sun.net.httpserver.HttpExchange exchange, int status, byte[] body) throws IOException {
        exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
        try (OutputStream out = exchange.getResponseBody()) {
            out.write(body);
        }
    }

    private static void endless(com.sun.net.httpserver.HttpExchange exchange) throws IOException {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream out = exchange.getResponseBody()) {
            byte[] some = " ".repeat(1 << 14).getBytes(StandardCharsets.UTF_8);
            while (true) {
                out.write(some);
            }
        }
    }

    private static void waits() {
        try {
            Thread.sleep(Duration.ofMinutes(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** From now on it answers so. */
    public void answer(Manner how) {
        manner = how;
    }

    public URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/v1");
    }

    /** Settings for it, with little patience. */
    public ModelSettings settings(@Nullable String key) {
        return new ModelSettings(address(), "small", key, Duration.ofMillis(700));
    }

    @Override
    public void close() {
        threads.shutdownNow();
        server.stop(0);
    }
}

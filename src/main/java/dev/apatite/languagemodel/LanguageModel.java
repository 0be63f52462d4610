package dev.apatite.languagemodel;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Asks an OpenAI-compatible API ({@code /chat/completions} with a JSON schema for the answer; Ollama, llama.cpp, vLLM). It
 * follows no redirect and uses no proxy: nobody but the named address hears of it.
 */
final class LanguageModel implements AutoCloseable {
    private static final Duration CONNECTING = Duration.ofSeconds(5);
    private static final int LARGEST_ANSWER = 1 << 20;
    private static final int MOST_TOKENS = 4000;

    /** Why there is no answer. */
    static final class NoAnswer extends Exception {
        private static final long serialVersionUID = 1;

        NoAnswer(String message) {
            super(message);
        }
    }

    private final ModelSettings settings;
    private final ObjectMapper mapper = new ObjectMapper();
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient client;

    LanguageModel(ModelSettings settings) {
        this.settings = settings;
        client = HttpClient.newBuilder()
                .connectTimeout(CONNECTING)
                .followRedirects(HttpClient.Redirect.NEVER)
                .proxy(HttpClient.Builder.NO_PROXY)
                .version(HttpClient.Version.HTTP_1_1)
                .executor(threads)
                .build();
    }

    /**
     * What the model says.
     *
     * @throws NoAnswer where it says nothing in time, too much, or not as the protocol has it
     */
    String ask(String instructions, String question, JsonNode schema) throws NoAnswer, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(settings.completions())
                .timeout(settings.longest())
                .header("Content-Type", "application/json")
                .header("Accept", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body(instructions, question, schema)));
        if (settings.key() != null) {
            request.header("Authorization", "Bearer " + settings.key());
        }
        CompletableFuture<HttpResponse<byte[]>> coming =
                client.sendAsync(request.build(), info -> new BoundedBody(LARGEST_ANSWER));
        try {
            HttpResponse<byte[]> answer = coming.get(settings.longest().toMillis(), TimeUnit.MILLISECONDS);
            if (answer.statusCode() != 200) {
                throw new NoAnswer("it answers " + answer.statusCode());
            }
            return content(answer.body());
        } catch (TimeoutException e) {
            throw new NoAnswer("no answer within " + settings.longest().toSeconds() + " s");
        } catch (ExecutionException e) {
            Throwable cause = e.getCause() == null ? e : e.getCause();
            if (cause instanceof HttpTimeoutException) {
                throw new NoAnswer("no answer within " + settings.longest().toSeconds() + " s");
            }
            throw new NoAnswer(
                    cause instanceof BoundedBody.TooLarge
                            ? "the answer is larger than " + LARGEST_ANSWER + " bytes"
                            : "it cannot be reached or breaks off ("
                                    + cause.getClass().getSimpleName() + ")");
        } finally {
            // Whatever still comes is not waited for.
            coming.cancel(true);
        }
    }

    private String body(String instructions, String question, JsonNode schema) {
        ObjectNode body = mapper.createObjectNode();
        body.put("model", settings.name());
        body.putArray("messages").add(message("system", instructions)).add(message("user", question));
        body.put("temperature", 0);
        body.put("max_tokens", MOST_TOKENS);
        body.put("stream", false);
        ObjectNode format = body.putObject("response_format");
        format.put("type", "json_schema");
        ObjectNode named = format.putObject("json_schema");
        named.put("name", "findings");
        named.put("strict", true);
        named.set("schema", schema);
        return body.toString();
    }

    private ObjectNode message(String role, String content) {
        return mapper.createObjectNode().put("role", role).put("content", content);
    }

    private String content(byte[] answer) throws NoAnswer {
        try {
            JsonNode content = mapper.readTree(answer).at("/choices/0/message/content");
            if (!content.isTextual()) {
                throw new NoAnswer("its answer is not that of a chat completion");
            }
            return content.asText();
        } catch (IOException e) {
            throw new NoAnswer("its answer is not JSON");
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
        client.shutdownNow();
    }
}

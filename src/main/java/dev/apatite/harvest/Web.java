package dev.apatite.harvest;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Optional;

/**
 * Asks servers politely: never faster than a rate, waiting longer after each refusal, as long as {@code Retry-After} says,
 * and never for more than is bearable.
 */
final class Web implements AutoCloseable {
    private static final int TRIES = 4;
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);
    private static final Duration LONGEST_ANSWER = Duration.ofMinutes(2);

    /** Waits; a test does not. */
    @FunctionalInterface
    interface Pause {
        void pause(Duration time) throws InterruptedException;
    }

    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(Duration.ofSeconds(20))
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();
    private final String agent;
    private final Duration between;
    private final Pause pause;
    private long next = System.nanoTime();

    Web(String agent, double requestsPerSecond, Pause pause) {
        this.agent = agent;
        between = Duration.ofNanos((long) (1_000_000_000 / requestsPerSecond));
        this.pause = pause;
    }

    /**
     * What is at an address; empty where the server says that nothing is (403, 404 and 410).
     *
     * @throws IOException where it does not answer, refuses, or sends more than {@code most} bytes
     */
    Optional<byte[]> get(URI address, int most) throws IOException, InterruptedException {
        IOException last = new IOException("no answer");
        for (int i = 0; i < TRIES; i++) {
            inTurn();
            Duration wait = Duration.ofSeconds(1L << i);
            try {
                HttpResponse<InputStream> answer = client.send(
                        HttpRequest.newBuilder(address)
                                .timeout(LONGEST_ANSWER)
                                .header("User-Agent", agent)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
                try (InputStream body = answer.body()) {
                    int status = answer.statusCode();
                    if (status == 200) {
                        return Optional.of(whole(body, most, address));
                    }
                    if (status == 403 || status == 404 || status == 410) {
                        return Optional.empty();
                    }
                    last = new IOException(address + " answered with status " + status);
                    if (status != 429 && status < 500) {
                        throw new Refused(address + " answered with status " + status);
                    }
                    wait = answer.headers()
                            .firstValue("Retry-After")
                            .filter(each -> each.matches("[0-9]{1,6}"))
                            .map(each -> Duration.ofSeconds(Long.parseLong(each)))
                            .orElse(wait);
                }
            } catch (Refused e) {
                throw e;
            } catch (IOException e) {
                last = e.getMessage() == null ? new IOException(address + " does not answer") : e;
            }
            if (i + 1 < TRIES) {
                pause.pause(wait.compareTo(LONGEST_WAIT) > 0 ? LONGEST_WAIT : wait);
            }
        }
        throw last;
    }

    private static byte[] whole(InputStream body, int most, URI address) throws IOException {
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new Refused(address + " sends more than " + most / 1_000_000 + " MB");
        }
        return bytes;
    }

    private void inTurn() throws InterruptedException {
        long now = System.nanoTime();
        if (next > now) {
            pause.pause(Duration.ofNanos(next - now));
        }
        next = Math.max(now, next) + between.toNanos();
    }

    /** An answer that another try would not change. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused(String message) {
            super(message);
        }
    }

    @Override
    public void close() {
        client.shutdownNow();
    }
}

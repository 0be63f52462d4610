package dev.apatite.benchmark;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Asks a server for pages over several connections for a while. */
final class Load {
    /**
     * What came of it.
     *
     * @param rate pages a second
     * @param median milliseconds
     * @param slow milliseconds within which 99 of 100 pages came
     * @param cpu milliseconds of the server's computing time a page
     * @param bytes of an answer on average
     */
    record Outcome(double rate, double median, double slow, double cpu, double bytes) {}

    private Load() {}

    static Outcome of(Server server, List<String> paths, int connections, double seconds) throws Exception {
        AtomicInteger next = new AtomicInteger();
        double before = server.cpu().seconds();
        long started = System.nanoTime();
        long until = started + (long) (seconds * 1e9);
        List<Long> times = new ArrayList<>();
        long bytes = 0;
        record Part(List<Long> times, long bytes) {}
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            List<Future<Part>> parts = new ArrayList<>();
            for (int i = 0; i < connections; i++) {
                parts.add(threads.submit(() -> {
                    List<Long> taken = new ArrayList<>();
                    long read = 0;
                    try (HttpClient client = HttpClient.newBuilder()
                            .version(HttpClient.Version.HTTP_1_1)
                            .build()) {
                        while (System.nanoTime() < until) {
                            String path = paths.get(next.getAndIncrement() % paths.size());
                            long asked = System.nanoTime();
                            read += page(client, server.address() + path).length;
                            taken.add(System.nanoTime() - asked);
                        }
                    }
                    return new Part(taken, read);
                }));
            }
            for (Future<Part> part : parts) {
                times.addAll(part.get().times());
                bytes += part.get().bytes();
            }
        } catch (ExecutionException e) {
            throw new IOException(e.getCause());
        }
        double took = (System.nanoTime() - started) / 1e9;
        double cpu = server.cpu().seconds() - before;
        long[] sorted = times.stream().mapToLong(Long::longValue).sorted().toArray();
        return new Outcome(
                sorted.length / took,
                sorted[sorted.length / 2] / 1e6,
                sorted[Math.min(sorted.length - 1, sorted.length * 99 / 100)] / 1e6,
                cpu * 1000 / sorted.length,
                (double) bytes / sorted.length);
    }

    static byte[] page(HttpClient client, String address) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = client.send(
                HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.ofByteArray());
        if (answer.statusCode() != 200) {
            throw new IOException(answer.statusCode() + " from " + address + ": "
                    + new String(answer.body(), java.nio.charset.StandardCharsets.UTF_8));
        }
        return answer.body();
    }

    /** The median of each figure by itself. */
    static Outcome median(List<Outcome> outcomes) {
        return new Outcome(
                median(outcomes.stream().mapToDouble(Outcome::rate).toArray()),
                median(outcomes.stream().mapToDouble(Outcome::median).toArray()),
                median(outcomes.stream().mapToDouble(Outcome::slow).toArray()),
                median(outcomes.stream().mapToDouble(Outcome::cpu).toArray()),
                median(outcomes.stream().mapToDouble(Outcome::bytes).toArray()));
    }

    static double median(double[] figures) {
        double[] sorted = figures.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}

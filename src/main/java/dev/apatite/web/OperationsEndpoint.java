package dev.apatite.web;

import dev.apatite.engine.EngineAway;
import dev.apatite.ingest.IngestReport;
import dev.apatite.ingest.IngestStatus;
import dev.apatite.review.Reviews;
import dev.apatite.search.Searcher;
import dev.apatite.search.VectorProgress;
import dev.apatite.text.Html;
import dev.apatite.web.page.ApiPage;
import dev.apatite.web.page.Frame;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.binder.jvm.JvmGcMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.jvm.JvmThreadMetrics;
import io.micrometer.core.instrument.binder.system.ProcessorMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/** For those who run the server: whether it is ready, how it fares, and descriptions of it for other programs. */
final class OperationsEndpoint implements AutoCloseable {
    private static final Set<String> ALWAYS = Set.of(
            "/health", "/metrics", "/openapi.json", "/opensearch.xml", "/status", "/status/removals", "/favicon.ico");
    private static final String STARTED = "apatite.started";

    private final IndexKeeping keeping;
    private final Reviews reviews;
    private final Searcher searcher;
    private final Json json;
    private final PrometheusMeterRegistry meters = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
    private final JvmGcMetrics collections = new JvmGcMetrics();

    OperationsEndpoint(IndexKeeping keeping, Searcher searcher, Reviews reviews, Json json) {
        this.keeping = keeping;
        this.searcher = searcher;
        this.reviews = reviews;
        this.json = json;
        new JvmMemoryMetrics().bindTo(meters);
        new JvmThreadMetrics().bindTo(meters);
        new ProcessorMetrics().bindTo(meters);
        collections.bindTo(meters);
        Gauge.builder("apatite.index.failed.files", keeping, each -> {
                    IngestReport last = each.status().last();
                    return last == null ? 0 : last.failures().size();
                })
                .description("Files of the corpus that could not be read")
                .register(meters);
        Gauge.builder("apatite.index.absent.files", keeping, each -> {
                    IngestReport last = each.status().last();
                    return last == null ? 0 : last.absence().files().size();
                })
                .description("Files of the corpus that cannot be seen and whose papers are kept")
                .register(meters);
    }

    /** Times every request by its route, not by its path, of which there may be any number. */
    void measure(JavalinConfig config) {
        config.routes.before(context -> context.attribute(STARTED, System.nanoTime()));
        config.routes.after(context -> {
            Long started = context.attribute(STARTED);
            if (started != null) {
                Timer.builder("http.server.requests")
                        .tag("method", context.method().name())
                        .tag("status", String.valueOf(context.statusCode()))
                        .tag("route", Objects.requireNonNullElse(route(context), "none"))
                        .publishPercentileHistogram()
                        .register(meters)
                        .record(System.nanoTime() - started, java.util.concurrent.TimeUnit.NANOSECONDS);
            }
        });
    }

    private static String route(Context context) {
        return context.endpoints().list().stream()
                .filter(endpoint -> endpoint.method.isHttpMethod())
                .map(endpoint -> endpoint.path)
                .findFirst()
                .orElse("none");
    }

    /** Whether what stands at this path needs no index. */
    static boolean answersAlways(String path) {
        return path.startsWith("/assets/") || ALWAYS.contains(path);
    }

    void health(Context context) {
        context.header("Cache-Control", "no-store");
        IngestStatus now = keeping.status();
        String damage = keeping.damage();
        String away = null;
        boolean searchable = false;
        try {
            searchable = keeping.searchable();
        } catch (EngineAway e) {
            away = "the cluster that keeps the papers does not answer";
        }
        boolean ready = now.ready() && searchable;
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put(
                "status",
                damage != null
                        ? "damaged"
                        : ready ? "ready" : away == null && now.problem() == null ? "indexing" : "failing");
        answer.put("phase", now.phase().code());
        answer.put("done", now.done());
        answer.put("total", now.total());
        IngestReport last = now.last();
        VectorProgress vectors = damage == null && searchable ? searcher.vectors() : new VectorProgress(0, 0);
        answer.put("vectors", told(vectors));
        answer.put("problem", away != null ? away : damage == null ? now.problemWords() : damage);
        answer.put(
                "notices",
                Stream.concat(reviews.notices().stream(), reviews.lists().notices().stream())
                        .toList());
        answer.put("readerModel", keeping.modelWords());
        answer.put("absent", last == null ? 0 : last.absence().files().size());
        answer.put("last", last == null ? null : last.summary());
        answer.put("finished", now.finished() == null ? null : now.finished().toString());
        context.status(ready ? 200 : 503);
        json.answer(context, answer);
    }

    /** An engine that cannot search by meaning is not taken for one that has only not begun. */
    private static Map<String, Object> told(VectorProgress vectors) {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("done", vectors.done());
        told.put("total", vectors.total());
        if (!vectors.offered()) {
            told.put("state", "unavailable");
        }
        return told;
    }

    void metrics(Context context) {
        context.contentType("text/plain; version=0.0.4; charset=utf-8").result(meters.scrape());
    }

    void openApi(Context context) {
        TaggedAnswers.send(
                context,
                "application/json; charset=utf-8",
                OpenApi.described(resource("openapi.json"), Guard.address(context), json.mapper()));
    }

    /** The same for people. */
    ApiPage apiPage(Context context, Frame frame) {
        return new ApiDescription(OpenApi.read(resource("openapi.json"), Guard.address(context), json.mapper()))
                .page(frame);
    }

    void openSearch(Context context) {
        String address = Guard.address(context);
        context.contentType("application/opensearchdescription+xml; charset=utf-8")
                .result(resource("opensearch.xml").replace("{address}", Html.escaped(address)));
    }

    private static String resource(String name) {
        try (InputStream in = Objects.requireNonNull(OperationsEndpoint.class.getResourceAsStream(name), name)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        collections.close();
        meters.close();
    }
}

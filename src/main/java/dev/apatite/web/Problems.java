package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.engine.EngineAway;
import dev.apatite.engine.Unanswerable;
import dev.apatite.review.ReviewException;
import dev.apatite.search.BadRequest;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.net.SocketException;
import java.nio.channels.ClosedChannelException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.io.QuietException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as RFC 9457 asks: {@code application/problem+json} for programs; a page with the same sentence for people. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final int DEEPEST = 20;
    private static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";

    private final ObjectMapper mapper;
    private final IndexKeeping keeping;
    private final ForPeople people;

    /** Shows a problem to a person. */
    interface ForPeople {
        void show(Context context, Problem problem);

        /** Shows how far the first index is. */
        void showProgress(Context context);
    }

    Problems(ObjectMapper mapper, IndexKeeping keeping, ForPeople people) {
        this.keeping = keeping;
        this.mapper = mapper;
        this.people = people;
    }

    void register(JavalinConfig config) {
        config.routes.exception(
                BadRequest.class,
                (e, context) -> answer(context, new Problem(400, words(e), e.parameter(), e.position())));
        config.routes.exception(
                ParameterException.class,
                (e, context) -> answer(context, new Problem(400, words(e), e.parameter(), null)));
        config.routes.exception(Unanswerable.class, (e, context) -> answer(context, Problem.of(501, words(e))));
        config.routes.exception(EngineAway.class, (e, context) -> {
            LOG.warn("event=engine-away path={} reason=\"{}\"", context.path(), words(e).replace('"', '\''));
            context.header("Retry-After", "5");
            answer(
                    context,
                    Problem.of(503, "the cluster that keeps the papers does not answer; try again in a moment"));
        });
        config.routes.exception(NotFound.class, (e, context) -> answer(context, Problem.of(404, words(e))));
        config.routes.exception(NotReady.class, (e, context) -> notReady(context, e));
        config.routes.exception(Busy.class, (e, context) -> {
            context.header("Retry-After", String.valueOf(e.seconds()));
            answer(context, Problem.of(503, words(e)));
        });
        config.routes.exception(ReviewException.class, (e, context) -> answer(context, Problem.of(503, words(e))));
        config.routes.exception(HttpResponseException.class, (e, context) -> {
            if (e.getStatus() == 405 && e.getDetails().containsKey("availableMethods")) {
                context.header("Allow", String.valueOf(e.getDetails().get("availableMethods")));
            }
            answer(context, Problem.of(e.getStatus(), sentence(e, context)));
        });
        config.routes.exception(Exception.class, (e, context) -> {
            int fault = ofClient(e);
            if (fault > 0) {
                LOG.debug("event=client-failed path={} status={}", context.path(), fault, e);
                answer(context, Problem.of(fault, sentence(fault)));
                return;
            }
            String damage = keeping.damage();
            if (damage != null) {
                answer(context, Problem.of(503, damage));
                return;
            }
            LOG.error("event=request-failed path={}", context.path(), e);
            answer(context, Problem.of(500, "something went wrong here; the server's log says what"));
        });
        config.routes.error(404, context -> {
            if (context.result() == null || "Not Found".equals(context.result())) {
                answer(context, Problem.of(404, "there is nothing at " + context.path()));
            }
        });
    }

    private static String sentence(int fault) {
        return switch (fault) {
            case 408 -> "the request came too slowly";
            case 413 -> "the request is too large";
            default -> "the request is not valid HTTP";
        };
    }

    /** The status of a failure that is the client's: it sends no HTTP, is too slow or has hung up; 0 for any other. */
    private static int ofClient(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each instanceof HttpException http && http.getCode() >= 400 && http.getCode() < 500) {
                return http.getCode();
            }
            if (each instanceof TimeoutException) {
                return 408;
            }
            if (each instanceof QuietException
                    || each instanceof ClosedChannelException
                    || each instanceof SocketException) {
                return 400;
            }
            each = each.getCause();
        }
        return 0;
    }

    private static String words(Exception e) {
        return String.valueOf(e.getMessage());
    }

    private static String sentence(HttpResponseException e, Context context) {
        return switch (e.getStatus()) {
            case 404 -> "there is nothing at " + context.path();
            case 405 -> "this address does not take requests of this kind";
            case 413 -> "the request is too large";
            default -> words(e);
        };
    }

    private void notReady(Context context, NotReady e) {
        context.header("Retry-After", "2");
        if (forPrograms(context)) {
            answer(context, Problem.of(503, words(e)));
        } else {
            people.showProgress(context.status(503));
        }
    }

    void answer(Context context, Problem problem) {
        context.status(problem.status());
        context.header("Cache-Control", "no-store");
        if (!forPrograms(context)) {
            people.show(context, problem);
            return;
        }
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", "about:blank");
        body.put("title", HttpStatus.forStatus(problem.status()).getMessage());
        body.put("status", problem.status());
        body.put("detail", problem.sentence());
        body.put("instance", context.path());
        if (problem.parameter() != null) {
            body.put("parameter", problem.parameter());
        }
        if (problem.position() != null) {
            body.put("position", problem.position());
        }
        try {
            context.contentType(MEDIA_TYPE).result(mapper.writeValueAsString(body));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean forPrograms(Context context) {
        String path = context.path();
        return path.startsWith("/api/")
                || path.startsWith("/webservices/")
                || path.startsWith("/europepmc/")
                || path.startsWith("/annotations_api/")
                || path.equals("/mcp")
                || path.equals("/health")
                || path.equals("/metrics")
                || path.endsWith(".json");
    }
}

package dev.apatite.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.review.ReviewException;
import dev.apatite.search.BadRequest;
import io.javalin.config.JavalinConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import io.javalin.http.HttpStatus;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Errors as RFC 9457 asks: {@code application/problem+json} for programs; a page with the same sentence for people. */
final class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    private static final String MEDIA_TYPE = "application/problem+json; charset=utf-8";

    private final ObjectMapper mapper;
    private final ErrorPage page;

    /** Shows an error to a person. */
    interface ErrorPage {
        void render(Context context, int status, String sentence);
    }

    Problems(ObjectMapper mapper, ErrorPage page) {
        this.mapper = mapper;
        this.page = page;
    }

    void register(JavalinConfig config) {
        config.routes.exception(
                BadRequest.class,
                (e, context) -> answer(context, 400, String.valueOf(e.getMessage()), e.parameter(), e.position()));
        config.routes.exception(
                ParameterException.class,
                (e, context) -> answer(context, 400, String.valueOf(e.getMessage()), e.parameter(), null));
        config.routes.exception(
                NotFound.class, (e, context) -> answer(context, 404, String.valueOf(e.getMessage()), null, null));
        config.routes.exception(
                NotReady.class, (e, context) -> answer(context, 503, String.valueOf(e.getMessage()), null, null));
        config.routes.exception(
                ReviewException.class,
                (e, context) -> answer(context, 503, String.valueOf(e.getMessage()), null, null));
        config.routes.exception(
                HttpResponseException.class, (e, context) -> answer(context, e.getStatus(), words(e), null, null));
        config.routes.exception(Exception.class, (e, context) -> {
            LOG.error("event=request-failed path={}", context.path(), e);
            answer(context, 500, "something went wrong here; the server's log says what", null, null);
        });
        config.routes.error(404, context -> {
            if (context.result() == null || "Not Found".equals(context.result())) {
                answer(context, 404, "there is nothing at " + context.path(), null, null);
            }
        });
    }

    private static String words(HttpResponseException e) {
        return switch (e.getStatus()) {
            case 404 -> "there is nothing at this address";
            case 405 -> "this address does not take requests of this kind";
            case 413 -> "the request is too large";
            default -> String.valueOf(e.getMessage());
        };
    }

    void answer(Context context, int status, String sentence, @Nullable String parameter, @Nullable Integer position) {
        context.status(status);
        if (status == 503) {
            context.header("Retry-After", "2");
        }
        if (!forPrograms(context)) {
            page.render(context, status, sentence);
            return;
        }
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("title", HttpStatus.forStatus(status).getMessage());
        problem.put("status", status);
        problem.put("detail", sentence);
        problem.put("instance", context.path());
        if (parameter != null) {
            problem.put("parameter", parameter);
        }
        if (position != null) {
            problem.put("position", position);
        }
        try {
            context.contentType(MEDIA_TYPE).result(mapper.writeValueAsString(problem));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean forPrograms(Context context) {
        String path = context.path();
        return path.startsWith("/api/")
                || path.startsWith("/webservices/")
                || path.equals("/health")
                || path.equals("/metrics")
                || path.endsWith(".json");
    }
}

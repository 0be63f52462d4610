package dev.apatite.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import io.javalin.http.ServiceUnavailableResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the server answering while many ask at once and some are slow. As many answers are worked out at a time as the
 * machine has use for, the others wait in their order; nobody holds such a place while a body drips in or an export drips
 * out, and there is a bound of its own on exports.
 */
final class Admission {
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PLACE = "apatite.place";
    private static final int LEAST_PLACES = 4;
    private static final int EXPORTS = 32;
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(10);

    private final Semaphore places;
    private final Semaphore exports;

    /** Bounds for this machine. */
    Admission() {
        this(Math.max(LEAST_PLACES, 2 * Runtime.getRuntime().availableProcessors()), EXPORTS);
    }

    Admission(int places, int exports) {
        this.places = new Semaphore(places, true);
        this.exports = new Semaphore(exports, true);
    }

    /** The handler, behind a place to work in. */
    Handler guarded(Handler handler) {
        return context -> {
            if (context.method() == HandlerType.POST) {
                // The body is kept by the context; whoever sends it slowly waits outside.
                byte[] body = context.bodyAsBytes();
                String type = mediaType(context);
                if (type.equals(FORM)) {
                    PercentEncoding.check(new String(body, StandardCharsets.UTF_8));
                } else if (body.length > 0 && !type.equals("application/json")) {
                    throw new HttpResponseException(415, "the body must be a form (" + FORM + ") or JSON");
                }
            }
            try (Place place = enter()) {
                context.attribute(PLACE, place);
                handler.handle(context);
            }
        };
    }

    private static String mediaType(Context context) {
        String type = Objects.requireNonNullElse(context.contentType(), FORM);
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private Place enter() {
        try {
            if (places.tryAcquire(LONGEST_WAIT.toSeconds(), TimeUnit.SECONDS)) {
                return new Place();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new ServiceUnavailableResponse("too much is asked of this server at once; try again in a few seconds");
    }

    /** Leaves the place to others, for what follows takes as long as the client takes to receive it. */
    static void beginExport(Context context) {
        Place place = context.attribute(PLACE);
        if (place != null) {
            place.beginExport();
        }
    }

    /** Where one request is worked on. Used by that request's thread alone. */
    private final class Place implements AutoCloseable {
        private @Nullable Semaphore held = places;

        void beginExport() {
            if (held == exports) {
                return;
            }
            if (!exports.tryAcquire()) {
                throw new ServiceUnavailableResponse("too many exports at once; try again in a minute");
            }
            Objects.requireNonNull(held).release();
            held = exports;
        }

        @Override
        public void close() {
            if (held != null) {
                held.release();
                held = null;
            }
        }
    }
}

package dev.apatite.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HandlerType;
import io.javalin.http.HttpResponseException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.ConnectionMetaData;

/**
 * Keeps the server answering while many ask at once and some are slow. As many answers are worked out at a time as the
 * machine has use for, the others wait, each connection for its share; nobody holds such a place while a body drips in or an
 * export drips out, and there is a bound of its own on exports.
 *
 * <p>Answers are worked out by threads of their own: one that computes would keep a virtual thread's carrier, of which there
 * are as many as processors, and {@code /health} and the refusals would wait for it.
 */
final class Admission implements AutoCloseable {
    private static final Set<String> OTHERS = Set.of("application/json", "text/csv");
    private static final String FORM = "application/x-www-form-urlencoded";
    private static final String PLACE = "apatite.place";
    private static final String ACCOUNT = "apatite.account";
    private static final Duration COME_BACK = Duration.ofSeconds(5);
    private static final int COME_BACK_FOR_EXPORT = 60;
    private static final int SPARE_SECONDS = 10;
    private static final int LAST_SECONDS = 3;

    private final Duration longestWait;
    private final FairPlaces places;
    private final Semaphore exports;
    private final ExecutorService threads;

    Admission(Limits limits) {
        longestWait = limits.longestWait();
        places = new FairPlaces(limits.places(), COME_BACK);
        exports = new Semaphore(limits.exports());
        // As many threads as there are places and exports in use; those without work end.
        threads = new ThreadPoolExecutor(
                0,
                Integer.MAX_VALUE,
                SPARE_SECONDS,
                TimeUnit.SECONDS,
                new SynchronousQueue<>(),
                Thread.ofPlatform().daemon().name("apatite-answer-", 1).factory());
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
                } else if (body.length > 0 && !OTHERS.contains(type)) {
                    throw new HttpResponseException(415, "the body must be a form (" + FORM + "), JSON or CSV");
                }
            }
            try (Place place = enter(account(context))) {
                context.attribute(PLACE, place);
                work(handler, context);
            }
        };
    }

    private static String mediaType(Context context) {
        String type = Objects.requireNonNullElse(context.contentType(), FORM);
        int end = type.indexOf(';');
        return (end < 0 ? type : type.substring(0, end)).strip().toLowerCase(Locale.ROOT);
    }

    private static FairPlaces.Account account(Context context) {
        ConnectionMetaData connection =
                ServletContextRequest.getServletContextRequest(context.req()).getConnectionMetaData();
        if (connection.getAttribute(ACCOUNT) instanceof FairPlaces.Account account) {
            return account;
        }
        FairPlaces.Account account = new FairPlaces.Account();
        connection.setAttribute(ACCOUNT, account);
        return account;
    }

    private Place enter(FairPlaces.Account account) {
        try {
            FairPlaces.Turn turn = places.enter(account, longestWait);
            if (turn != null) {
                return new Place(turn);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        throw new Busy(
                "too much is asked of this server at once; try again in a few seconds", (int) COME_BACK.toSeconds());
    }

    private void work(Handler handler, Context context) throws Exception {
        Future<?> work;
        try {
            work = threads.submit(() -> {
                handler.handle(context);
                return null;
            });
        } catch (RejectedExecutionException e) {
            throw new Busy("this server is being stopped", (int) COME_BACK.toSeconds());
        }
        try {
            work.get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof Exception cause) {
                throw cause;
            }
            if (e.getCause() instanceof Error cause) {
                throw cause;
            }
            throw e;
        } catch (InterruptedException e) {
            work.cancel(true);
            throw e;
        }
    }

    /** Leaves the place to others, for what follows takes as long as the client takes to receive it. */
    static void beginExport(Context context) {
        Place place = context.attribute(PLACE);
        if (place != null) {
            place.beginExport();
        }
    }

    /** Where one request is worked on. */
    private final class Place implements AutoCloseable {
        private final FairPlaces.Turn turn;
        private volatile boolean exporting;

        Place(FairPlaces.Turn turn) {
            this.turn = turn;
        }

        void beginExport() {
            if (exporting) {
                return;
            }
            if (!exports.tryAcquire()) {
                throw new Busy("too many exports at once; try again in a minute", COME_BACK_FOR_EXPORT);
            }
            exporting = true;
            turn.close();
        }

        @Override
        public void close() {
            turn.close();
            if (exporting) {
                exports.release();
            }
        }
    }

    /** Lets what is being worked out come to its end, for the index is closed next. */
    @Override
    public void close() {
        threads.shutdown();
        try {
            if (threads.awaitTermination(LAST_SECONDS, TimeUnit.SECONDS)) {
                return;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        threads.shutdownNow();
    }
}

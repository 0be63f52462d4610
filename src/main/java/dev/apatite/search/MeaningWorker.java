package dev.apatite.search;

import dev.apatite.meaning.Embedder;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Works out what texts mean, at once or in the background while nobody asks. Safe to share between threads. */
final class MeaningWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(MeaningWorker.class);
    private static final int AT_ONCE = 64;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final Supplier<Optional<Embedder>> load;
    private final Courtesy courtesy = new Courtesy(System::nanoTime);
    private @Nullable Optional<Embedder> embedder;
    private @Nullable Thread thread;
    private volatile boolean closed;
    private String trouble = "";

    /** Texts whose vectors are kept somewhere, and those whose vectors are missing there. */
    interface Work {
        /** Whether nothing is missing. */
        boolean isDone();

        /** How many are there. */
        int done();

        /** Some that are missing, by the hashes of the texts; at most so many. */
        Map<String, String> missing(int most);

        /** Keeps vectors by the hashes of their texts, to be found from now on. */
        void keep(Map<String, float[]> vectors);
    }

    MeaningWorker(Supplier<Optional<Embedder>> load) {
        this.load = load;
    }

    /** The model; nothing where it cannot be run. */
    synchronized Optional<Embedder> embedder() {
        if (embedder == null) {
            embedder = load.get();
        }
        return embedder;
    }

    /** Answers somebody; work in the background waits meanwhile. */
    <T> T first(Supplier<T> answer) {
        courtesy.asks();
        try {
            return answer.get();
        } finally {
            courtesy.answered();
        }
    }

    /** Works out every vector that is missing, and returns when none is, or when it is closed. */
    void complete(Work work, Runnable progress) {
        complete(work, progress, false);
    }

    private void complete(Work work, Runnable progress, boolean pausing) {
        if (work.isDone()) {
            return;
        }
        Optional<Embedder> model = embedder();
        if (model.isEmpty()) {
            return;
        }
        Map<String, String> texts = work.missing(AT_ONCE);
        int done = -1;
        long last = 0;
        while (!texts.isEmpty() && !closed && done < work.done()) {
            done = work.done();
            Map<String, float[]> vectors = new LinkedHashMap<>();
            for (Map.Entry<String, String> each : texts.entrySet()) {
                if (pausing) {
                    pause(last);
                }
                if (closed) {
                    break;
                }
                long since = courtesy.now();
                vectors.put(each.getKey(), model.get().passage(each.getValue()));
                last = courtesy.now() - since;
            }
            work.keep(vectors);
            progress.run();
            texts = work.missing(AT_ONCE);
        }
    }

    /** Lets those go first who ask, but not for ever. */
    private void pause(long last) {
        long since = courtesy.now();
        while (!courtesy.mayGoOn(since, last) && !closed) {
            sleep(Duration.ofMillis(50));
        }
    }

    /** Works out what is missing in the background, now and whenever there is more. */
    synchronized void start(Work work) {
        if (thread != null) {
            return;
        }
        thread = new Thread(() -> follow(work), "apatite-vectors");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    private void follow(Work work) {
        while (!closed) {
            try {
                complete(work, () -> {}, true);
                trouble = "";
            } catch (RuntimeException e) {
                tell(String.valueOf(e.getMessage()));
            }
            sleep(BETWEEN_LOOKS);
        }
    }

    /** Says what is wrong, once for as long as it is. */
    private void tell(String now) {
        if (!now.equals(trouble)) {
            LOG.warn("vectors=failed reason=\"{}\"", now.replace('"', '\''));
            trouble = now;
        }
    }

    private void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException e) {
            closed = true;
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed = true;
        Thread running = thread;
        if (running != null) {
            try {
                running.join(Courtesy.LONGEST_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}

package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Meanings;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Vectors;
import dev.apatite.meaning.Embedder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Search by meaning: the vectors beside an index, and the model that makes them. Where there is no model or no vector,
 * words are searched alone. Safe to share between threads.
 */
public final class Semantics implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Semantics.class);
    private static final int AT_ONCE = 64;
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(2);

    private final @Nullable Vectors vectors;
    private final Supplier<Optional<Embedder>> load;
    private final Courtesy courtesy = new Courtesy(System::nanoTime);
    private @Nullable Optional<Embedder> embedder;
    private @Nullable Thread worker;
    private volatile boolean closed;

    private Semantics(@Nullable Vectors vectors, Supplier<Optional<Embedder>> load) {
        this.vectors = vectors;
        this.load = load;
    }

    /** Words only. */
    public static Semantics none() {
        return new Semantics(null, Optional::empty);
    }

    /** With the vectors beside an index, as far as they are there. */
    public static Semantics beside(Path index) {
        return beside(index, Embedder::load);
    }

    /** The same with a model of the caller's, or none. */
    static Semantics beside(Path index, Supplier<Optional<Embedder>> load) {
        return new Semantics(Vectors.beside(index), load);
    }

    private synchronized Optional<Embedder> embedder() {
        if (embedder == null) {
            embedder = vectors == null ? Optional.empty() : load.get();
        }
        return embedder;
    }

    /** How near papers are to a question; nothing where words are searched alone. */
    Optional<Nearness> nearness(IndexView view, String question) {
        courtesy.asked();
        if (vectors == null || vectors.snapshot().isEmpty()) {
            return Optional.empty();
        }
        return view.forAll(this::embedder)
                .map(each -> new Nearness(Meanings.of(view, vectors), each.question(question)));
    }

    /** How many meanings are known; 0 where words are searched alone. */
    int known() {
        return vectors == null
                ? 0
                : vectors.snapshot().map(Vectors.Snapshot::size).orElse(0);
    }

    /** How many papers have a vector, and how many there are. */
    public VectorProgress progress(PaperIndex index) {
        if (vectors == null) {
            return new VectorProgress(0, 0);
        }
        Meanings.Progress progress = index.meanings(vectors);
        return new VectorProgress(progress.done(), progress.total());
    }

    /** Whether vectors are kept at all. */
    public boolean isOn() {
        return vectors != null;
    }

    /** Works out every vector that is missing, and returns when none is, or when it is closed. */
    public void complete(PaperIndex index, Runnable progress) {
        complete(index, progress, false);
    }

    private void complete(PaperIndex index, Runnable progress, boolean pausing) {
        if (vectors == null
                || index.meanings(vectors).done() == index.meanings(vectors).total()) {
            return;
        }
        Optional<Embedder> model = embedder();
        if (model.isEmpty()) {
            return;
        }
        Map<String, String> texts = index.withoutMeaning(vectors, AT_ONCE);
        int done = -1;
        while (!texts.isEmpty() && !closed && done < index.meanings(vectors).done()) {
            done = index.meanings(vectors).done();
            for (Map.Entry<String, String> each : texts.entrySet()) {
                if (pausing) {
                    pause();
                }
                if (closed) {
                    break;
                }
                vectors.put(each.getKey(), model.get().passage(each.getValue()));
            }
            vectors.commit();
            progress.run();
            texts = index.withoutMeaning(vectors, AT_ONCE);
        }
    }

    /** Lets those go first who ask, but not for ever. */
    private void pause() {
        long since = courtesy.now();
        while (!courtesy.mayGoOn(since) && !closed) {
            sleep(Duration.ofMillis(50));
        }
    }

    /** Works out what is missing in the background, now and whenever papers are added. */
    public synchronized void start(PaperIndex index) {
        if (vectors == null || worker != null) {
            return;
        }
        worker = new Thread(() -> follow(index), "apatite-vectors");
        worker.setDaemon(true);
        worker.setPriority(Thread.MIN_PRIORITY);
        worker.start();
    }

    private void follow(PaperIndex index) {
        while (!closed) {
            try {
                complete(index, () -> {}, true);
            } catch (RuntimeException e) {
                LOG.warn(
                        "vectors=failed reason=\"{}\"",
                        String.valueOf(e.getMessage()).replace('"', '\''));
            }
            sleep(BETWEEN_LOOKS);
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
        Thread running = worker;
        if (running != null) {
            try {
                running.join(Courtesy.LONGEST_PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        if (vectors != null) {
            vectors.close();
        }
    }
}

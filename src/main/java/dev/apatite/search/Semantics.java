package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Meanings;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Vectors;
import dev.apatite.meaning.Embedder;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Search by meaning: the vectors beside an index, and the model that makes them. Where there is no model or no vector,
 * words are searched alone. Safe to share between threads.
 */
public final class Semantics implements AutoCloseable {
    private final @Nullable Vectors vectors;
    private final MeaningWorker worker;

    private Semantics(@Nullable Vectors vectors, Supplier<Optional<Embedder>> load) {
        this.vectors = vectors;
        worker = new MeaningWorker(load);
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

    /** Answers somebody; whoever works out meanings in the background waits meanwhile. */
    <T> T first(Supplier<T> answer) {
        return worker.first(answer);
    }

    /** How near papers are to a question; nothing where words are searched alone. */
    Optional<Nearness> nearness(IndexView view, String question) {
        if (vectors == null || vectors.snapshot().isEmpty()) {
            return Optional.empty();
        }
        return view.forAll(worker::embedder)
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

    /** Works out every vector that is missing, and returns when none is, or when it is closed. */
    public void complete(PaperIndex index, Runnable progress) {
        if (vectors != null) {
            worker.complete(new Beside(index, vectors), progress);
        }
    }

    /** Works out what is missing in the background, now and whenever papers are added. */
    public void start(PaperIndex index) {
        if (vectors != null) {
            worker.start(new Beside(index, vectors));
        }
    }

    /** The papers of an index, with their vectors beside it. */
    private record Beside(PaperIndex index, Vectors vectors) implements MeaningWorker.Work {
        @Override
        public boolean isDone() {
            Meanings.Progress progress = index.meanings(vectors);
            return progress.done() == progress.total();
        }

        @Override
        public int done() {
            return index.meanings(vectors).done();
        }

        @Override
        public Map<String, String> missing(int most) {
            return index.withoutMeaning(vectors, most);
        }

        @Override
        public void keep(Map<String, float[]> made) {
            made.forEach(vectors::put);
            vectors.commit();
        }
    }

    @Override
    public void close() {
        worker.close();
        if (vectors != null) {
            vectors.close();
        }
    }
}

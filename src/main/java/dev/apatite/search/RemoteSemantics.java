package dev.apatite.search;

import dev.apatite.engine.RemoteIndex;
import dev.apatite.engine.RemoteMeanings;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.Schema;
import dev.apatite.meaning.Embedder;
import dev.apatite.query.EvidenceQueries;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Search by meaning in a cluster: the vectors that it keeps, and the model that makes them. Where the cluster keeps none,
 * or there is no model, words are searched alone. Safe to share between threads.
 */
public final class RemoteSemantics implements AutoCloseable {
    private final @Nullable RemoteIndex index;
    private final MeaningWorker worker;

    private RemoteSemantics(@Nullable RemoteIndex index, Supplier<Optional<Embedder>> load) {
        this.index = index;
        worker = new MeaningWorker(load);
    }

    /** Words only. */
    public static RemoteSemantics none() {
        return new RemoteSemantics(null, Optional::empty);
    }

    /** With the vectors that an engine keeps of the papers of an index, as far as they are there. */
    public static RemoteSemantics of(RemoteIndex index) {
        return of(index, Embedder::load);
    }

    /** The same with a model of the caller's, or none. */
    static RemoteSemantics of(RemoteIndex index, Supplier<Optional<Embedder>> load) {
        return new RemoteSemantics(index, load);
    }

    /** Why words are searched alone although meanings were wanted, in words for a person; empty where there is no reason. */
    public Optional<String> lacking() {
        return index == null ? Optional.empty() : index.meanings().lacking();
    }

    /** The vectors; nothing where words are searched alone. */
    private Optional<RemoteMeanings> meanings() {
        return index == null || lacking().isPresent() ? Optional.empty() : Optional.of(index.meanings());
    }

    /** Answers somebody; whoever works out meanings in the background waits meanwhile. */
    <T> T first(Supplier<T> answer) {
        return worker.first(answer);
    }

    /** How near papers of a state are to a question; nothing where words are searched alone. */
    Optional<RemoteNearness> nearness(RemoteSnapshot snapshot, String question) {
        return meanings()
                .filter(each -> each.size() > 0)
                .flatMap(each -> worker.embedder()
                        .map(model -> new RemoteNearness(
                                each,
                                snapshot,
                                each.progress(snapshot.commit())
                                        .filter(RemoteMeanings.Progress::isWhole)
                                        .isPresent(),
                                model.question(question))));
    }

    /** How many meanings are known; 0 where words are searched alone. */
    int known() {
        return meanings().map(RemoteMeanings::size).orElse(0);
    }

    /** How many papers of a state have a vector, and how many there are. */
    VectorProgress progress(RemoteSnapshot snapshot) {
        if (index == null) {
            return new VectorProgress(0, 0);
        }
        Optional<RemoteMeanings> meanings = meanings();
        if (meanings.isEmpty()) {
            return VectorProgress.UNAVAILABLE;
        }
        int total = snapshot.counts(List.of(EvidenceQueries.kind(Schema.KIND_PAPER)))
                .getFirst()
                .intValue();
        // As long as nobody has looked at these papers, it is not known that there is a vector of each.
        return meanings.get()
                .progress(snapshot.commit())
                .map(each -> new VectorProgress(each.done(), each.total()))
                .orElseGet(() ->
                        new VectorProgress(Math.max(0, Math.min(meanings.get().size(), total - 1)), total));
    }

    /** Works out every vector that is missing, as far as no other process does, and returns when none is, or when it is closed. */
    public void complete(Runnable progress) {
        if (index != null && meanings().isPresent()) {
            worker.complete(new RemoteMissing(index, () -> {}), progress);
        }
    }

    /**
     * Works out what is missing in the background, now and whenever papers are added.
     *
     * @param told is run once, as soon as it is known whether the cluster keeps meanings
     */
    public void start(Runnable told) {
        if (index != null) {
            worker.start(new RemoteMissing(index, told));
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}

package dev.apatite.languagemodel;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.IndexException;
import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Provenance;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.Paper;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets the model read every paper of an index, after its words can be searched, and puts what it found into the index. */
public final class ModelWorker implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(ModelWorker.class);
    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(5);
    private static final Duration LONGEST_GOODBYE = Duration.ofSeconds(5);
    /** Papers that are put into the index together. */
    private static final int AT_ONCE = 10;

    private final PaperIndex index;
    private final Supplier<Annotator> annotators;
    private final ModelReading reading;
    private final Map<String, Provenance> done = new HashMap<>();
    /** Papers of which something new is known that is not in the index yet. */
    private final Set<String> fresh = new HashSet<>();

    private volatile boolean closed;
    private @Nullable Thread thread;

    /** {@code annotators} gives the one that counts now, which has {@code reading} as its second reader. */
    public ModelWorker(PaperIndex index, Supplier<Annotator> annotators, ModelReading reading) {
        this.index = index;
        this.annotators = annotators;
        this.reading = reading;
    }

    /** Reads every paper once, as long as the model answers. */
    public void complete() throws InterruptedException {
        Set<String> all = new HashSet<>();
        for (StoredPaper each : index.papers()) {
            all.add(each.id());
            if (closed || each.provenance().equals(done.get(each.id()))) {
                continue;
            }
            Optional<Paper> paper = index.paper(each.id());
            if (paper.isEmpty()) {
                continue;
            }
            if (!reading.isDone(paper.get()) && !reading.rests() && reading.ask(paper.get())) {
                fresh.add(each.id());
            }
            reading.rows(paper.get());
            if (reading.isDone(paper.get())) {
                done.put(each.id(), each.provenance());
            }
            if (fresh.size() >= AT_ONCE) {
                put();
            }
        }
        reading.only(all);
        put();
    }

    /** Annotates papers anew, with the answers that are known now. */
    private void put() {
        if (fresh.isEmpty()) {
            return;
        }
        Map<String, Provenance> provenance = new HashMap<>();
        try (IndexUpdate update = index.update()) {
            index.papers().forEach(each -> provenance.put(each.id(), each.provenance()));
            List<String> there = new ArrayList<>(fresh);
            there.retainAll(provenance.keySet());
            for (String id : there) {
                index.paper(id)
                        .map(annotators.get()::annotate)
                        .ifPresent(paper -> update.put(paper, java.util.Objects.requireNonNull(provenance.get(id))));
            }
            update.commit();
            fresh.clear();
        } catch (IndexException e) {
            // The ingest is writing; these papers are put with the next ones. Their answers are kept.
            LOG.info("model=waits reason=\"{}\"", String.valueOf(e.getMessage()).replace('"', '\''));
        }
    }

    /** Reads in the background, now and whenever papers are added. */
    public synchronized void start() {
        if (thread == null) {
            thread = Thread.ofPlatform()
                    .daemon()
                    .name("apatite-model")
                    .priority(Thread.MIN_PRIORITY)
                    .start(this::follow);
        }
    }

    private void follow() {
        while (!closed) {
            try {
                complete();
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                LOG.warn(
                        "model=failed reason=\"{}\"",
                        String.valueOf(e.getMessage()).replace('"', '\''));
            }
            pause();
        }
    }

    private void pause() {
        try {
            Thread.sleep(BETWEEN_LOOKS);
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
            running.interrupt();
            try {
                running.join(LONGEST_GOODBYE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        reading.close();
    }
}

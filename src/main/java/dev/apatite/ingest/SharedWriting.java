package dev.apatite.ingest;

import dev.apatite.engine.LeaseTable;
import dev.apatite.engine.SharedIndex;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.IndexException;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.works.CitationKeys;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes together what one process has planned: it leaves orders, a few papers each, and whoever is free puts the papers of
 * some. Only the one that planned commits, when all are put. To put a paper twice is the same as to put it once, so that
 * what a process held that died is put by another.
 */
final class SharedWriting {
    private static final String UNDER_WAY = "@writing";
    private static final String ORDERS = "@orders ";
    private static final String PUT = "@put ";

    /** Papers of one order: more cost fewer requests, fewer are shared out more evenly. */
    private static final int MOST = 32;

    private static final int ORDERS_AT_LEAST = 24;
    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PaperStore index;
    private final SharedIndex shared;
    private final LeaseTable table;
    private final SharedPapers papers;
    private final Annotation annotation;
    private final CitationKeys keys;
    private final int threads;
    private final Duration lease;

    SharedWriting(
            PaperStore index,
            SharedIndex shared,
            SharedPapers papers,
            Annotation annotation,
            CitationKeys keys,
            int threads,
            Duration lease) {
        this.index = index;
        this.shared = shared;
        table = shared.leases();
        this.papers = papers;
        this.annotation = annotation;
        this.keys = keys;
        this.threads = threads;
        this.lease = lease;
    }

    /**
     * A plan that is being carried out.
     *
     * @param place where the papers are put
     * @param versions by which they are read, annotated and keyed: whoever has others does not help
     * @param orders how many there are
     */
    private record UnderWay(String run, String place, String versions, int orders) {}

    /** Puts what is planned, together with whoever helps. */
    void write(Change.Plan plan, PaperUpdate update, Writing.Progress progress) {
        List<Change> changes = plan.changes();
        int size = Math.clamp(changes.size() / ORDERS_AT_LEAST, 1, MOST);
        String run = UUID.randomUUID().toString();
        int orders = 0;
        for (int from = 0; from < changes.size(); from += size) {
            List<String> some = changes.subList(from, Math.min(changes.size(), from + size)).stream()
                    .map(WritingOrder::of)
                    .toList();
            table.leave(ORDERS + orders++, run, papers.packed(some));
        }
        UnderWay now = new UnderWay(run, update.place(), versions(), orders);
        if (orders > 0) {
            table.leave(UNDER_WAY, "", papers.packed(now));
        }
        try (Round round = new Round(now, update)) {
            while (!round.isDone()) {
                progress.written(Math.min(changes.size(), round.done() * size), changes.size());
                if (!round.putOne()) {
                    pause();
                }
            }
        }
        plan.removed().forEach(update::remove);
    }

    /** Forgets the last plan and its orders. */
    void forget() {
        UnderWay last = underWay();
        if (last != null) {
            List<String> names = new ArrayList<>(List.of(UNDER_WAY));
            for (int i = 0; i < last.orders(); i++) {
                names.add(ORDERS + i);
                names.add(PUT + i);
            }
            table.forget(names);
        }
    }

    private @Nullable UnderWay underWay() {
        String packed = table.outcomes(Map.of(UNDER_WAY, "")).get(UNDER_WAY);
        return packed == null ? null : papers.unpacked(packed, UnderWay.class);
    }

    private String versions() {
        return Writing.VERSION + " " + annotation.version();
    }

    /** Helps with what another process has planned, as long as something of that is free; whether anything was. */
    boolean help() {
        UnderWay now = underWay();
        if (now == null || !now.versions().equals(versions())) {
            return false;
        }
        boolean any = false;
        try (PaperUpdate update = shared.helping(now.place());
                Round round = new Round(now, update)) {
            while (!round.isDone() && round.putOne()) {
                any = true;
            }
        } catch (IndexBusy over) {
            // The plan was given up, or another process has put the last of it and forgotten it.
            return any;
        }
        return any;
    }

    /** One process' share of a plan. */
    private final class Round implements AutoCloseable {
        private final UnderWay plan;
        private final PaperUpdate update;
        private final Holding holding = new Holding(table, lease);
        private final Set<Integer> open = new LinkedHashSet<>();

        Round(UnderWay plan, PaperUpdate update) {
            this.plan = plan;
            this.update = update;
            List<Integer> order = new ArrayList<>();
            for (int i = 0; i < plan.orders(); i++) {
                order.add(i);
            }
            Collections.shuffle(order, new Random(System.nanoTime()));
            open.addAll(order);
        }

        boolean isDone() {
            return open.isEmpty();
        }

        int done() {
            return plan.orders() - open.size();
        }

        /** Carries out one order that nobody else has; false where there is none. */
        boolean putOne() {
            Map<String, Integer> names = new HashMap<>();
            open.forEach(each -> names.put(PUT + each, each));
            Map<String, LeaseTable.Entry> standing = table.look(names.keySet());
            for (LeaseTable.Entry each : standing.values()) {
                if (each.done() && each.wanted().equals(plan.run())) {
                    open.remove(names.get(each.name()));
                }
            }
            for (int each : open) {
                LeaseTable.Entry now = standing.get(PUT + each);
                if (holding.isFree(now, plan.run()) && holding.take(PUT + each, plan.run(), now)) {
                    put(each);
                    open.remove(each);
                    return true;
                }
            }
            return false;
        }

        private void put(int number) {
            String packed = table.outcomes(Map.of(ORDERS + number, plan.run())).get(ORDERS + number);
            if (packed == null) {
                throw new IndexBusy("what was planned is another plan by now");
            }
            List<Change> changes = new ArrayList<>();
            for (String each : papers.unpacked(packed, String[].class)) {
                changes.add(WritingOrder.read(each));
            }
            new Writing(index, annotation, papers, update, keys, threads)
                    .write(new Change.Plan(changes, Set.of()), (done, total) -> {});
            update.send();
            holding.finish(PUT + number, "");
        }

        @Override
        public void close() {
            holding.close();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(PAUSE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IndexException("the other processes were not waited for: interrupted", e);
        }
    }
}

package dev.apatite.ingest;

import dev.apatite.engine.LeaseTable;
import dev.apatite.engine.SharedIndex;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.IndexException;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.works.CitationKeys;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Writes together what one process has planned: it leaves orders, a few papers each, and whoever read the papers of one puts
 * them. Only the one that planned commits, when all are put. To put a paper twice is the same as to put it once, so that what
 * a process was to put that died is read and put by another.
 */
final class SharedWriting {
    private static final String UNDER_WAY = "@writing";
    private static final String ORDERS = "@orders ";
    private static final String PUT = "@put ";

    /** Papers of one order: more cost fewer requests, fewer are shared out more evenly. */
    private static final int MOST = 32;

    private static final int ORDERS_AT_LEAST = 24;

    /** So many of the orders of others are looked at together. */
    private static final int LOOKED_AT = 50;

    private static final Duration PAUSE = Duration.ofMillis(200);

    private final PaperStore index;
    private final SharedIndex shared;
    private final LeaseTable table;
    private final SharedPapers papers;
    private final Annotation annotation;
    private final CitationKeys keys;
    private final int threads;
    private final SharedReading sharing;

    SharedWriting(
            PaperStore index,
            SharedIndex shared,
            SharedPapers papers,
            Annotation annotation,
            CitationKeys keys,
            int threads,
            SharedReading sharing) {
        this.index = index;
        this.shared = shared;
        table = shared.leases();
        this.papers = papers;
        this.annotation = annotation;
        this.keys = keys;
        this.threads = threads;
        this.sharing = sharing;
    }

    /**
     * A plan that is being carried out.
     *
     * @param place where the papers are put
     * @param versions by which they are read, annotated and keyed: whoever has others does not help
     * @param readers which process read the papers of each order; empty where they stand in the index
     */
    private record UnderWay(String run, String place, String versions, List<String> readers) {}

    /** Changes in papers that one process read. */
    private record Order(String reader, List<String> changes) {}

    private static List<Order> orders(List<Change> changes) {
        Map<String, List<Change>> byReader = new TreeMap<>();
        for (Change each : changes) {
            String read = each.outline().spooled();
            byReader.computeIfAbsent(read == null ? "" : SharedPapers.reader(read), any -> new ArrayList<>())
                    .add(each);
        }
        int size = Math.clamp(changes.size() / ORDERS_AT_LEAST, 1, MOST);
        List<Order> orders = new ArrayList<>();
        byReader.forEach((reader, all) -> {
            for (int from = 0; from < all.size(); from += size) {
                orders.add(new Order(
                        reader,
                        all.subList(from, Math.min(all.size(), from + size)).stream()
                                .map(WritingOrder::of)
                                .toList()));
            }
        });
        return orders;
    }

    /** Puts what is planned, together with whoever helps. */
    void write(Change.Plan plan, PaperUpdate update, Writing.Progress progress) {
        int all = plan.changes().size();
        String run = UUID.randomUUID().toString();
        List<Order> orders = orders(plan.changes());
        for (int i = 0; i < orders.size(); i++) {
            table.leave(ORDERS + i, run, papers.packed(orders.get(i).changes()));
        }
        UnderWay now = new UnderWay(
                run,
                update.place(),
                versions(),
                orders.stream().map(Order::reader).toList());
        if (!orders.isEmpty()) {
            table.leave(UNDER_WAY, "", papers.packed(now));
        }
        Round round = new Round(now, update);
        while (!round.isDone()) {
            progress.written((int) ((long) all * round.done() / orders.size()), all);
            if (!round.putOne()) {
                pause();
            }
        }
        table.forget(round.gone());
        plan.removed().forEach(update::remove);
    }

    /** Forgets the last plan and its orders. */
    void forget() {
        UnderWay last = underWay();
        if (last != null) {
            List<String> names = new ArrayList<>(List.of(UNDER_WAY));
            for (int i = 0; i < last.readers().size(); i++) {
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
        try (PaperUpdate update = shared.helping(now.place())) {
            Round round = new Round(now, update);
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
    private final class Round {
        private final UnderWay plan;
        private final PaperUpdate update;
        private final Holding holding = sharing.holding();
        private final Deque<Integer> own = new ArrayDeque<>();
        private final Set<Integer> others = new LinkedHashSet<>();
        private final Set<String> gone = new TreeSet<>();

        Round(UnderWay plan, PaperUpdate update) {
            this.plan = plan;
            this.update = update;
            for (int i = 0; i < plan.readers().size(); i++) {
                if (plan.readers().get(i).equals(sharing.reader())) {
                    own.add(i);
                } else {
                    others.add(i);
                }
            }
        }

        boolean isDone() {
            return own.isEmpty() && others.isEmpty();
        }

        int done() {
            return plan.readers().size() - own.size() - others.size();
        }

        /** Names in the table of the processes that read what this one put, and are there no more. */
        Set<String> gone() {
            return gone;
        }

        /** Carries out one order that is this process' or nobody's; false where there is none. */
        boolean putOne() {
            while (!own.isEmpty()) {
                int each = own.remove();
                if (take(each, table.look(List.of(PUT + each)).get(PUT + each))) {
                    return true;
                }
                // Whoever took it took this process for dead.
                others.add(each);
            }
            List<Integer> some = others.stream().limit(LOOKED_AT).toList();
            List<String> names = new ArrayList<>();
            for (int each : some) {
                names.add(PUT + each);
                names.add(SharedReading.READER + plan.readers().get(each));
            }
            Map<String, LeaseTable.Entry> standing = table.look(names);
            for (int each : some) {
                LeaseTable.Entry now = standing.get(PUT + each);
                if (now != null && now.done() && now.wanted().equals(plan.run())) {
                    others.remove(each);
                } else if (isNobodys(plan.readers().get(each), standing) && take(each, now)) {
                    others.remove(each);
                    return true;
                }
            }
            return false;
        }

        private boolean isNobodys(String reader, Map<String, LeaseTable.Entry> standing) {
            if (reader.isEmpty() || reader.equals(sharing.reader())) {
                return true;
            }
            String name = SharedReading.READER + reader;
            if (!gone.contains(name) && holding.isGone(standing.get(name))) {
                gone.add(name);
            }
            return gone.contains(name);
        }

        private boolean take(int number, LeaseTable.@Nullable Entry now) {
            String name = PUT + number;
            if (!holding.isFree(now, plan.run()) || !holding.take(name, plan.run(), now)) {
                return false;
            }
            try {
                put(number);
            } finally {
                holding.drop(name);
            }
            return true;
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

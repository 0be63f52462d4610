package dev.apatite.search;

import dev.apatite.engine.RemoteIndex;
import dev.apatite.engine.RemoteMeanings;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.Gist;
import dev.apatite.index.PaperTexts;
import dev.apatite.index.Schema;
import dev.apatite.index.Vectors;
import dev.apatite.paper.Paper;
import dev.apatite.query.EvidenceQueries;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/**
 * Papers of a cluster whose meaning is missing. All of a commit are looked through once, a page at a time; several processes
 * that do so share the work without a word, for each takes them in an order of its own and asks before each step which are
 * missing still. Of a large corpus not all that is missing is held at once. For one thread.
 */
final class RemoteMissing implements MeaningWorker.Work {
    private static final int HELD = 20_000;
    private static final int ASKED_AT_ONCE = 1000;

    /** Looking through all papers takes at most so large a share of the time. */
    private static final int SHARE = 10;

    /** A corpus that is looked through in less needs no rest. */
    private static final Duration SHORT = Duration.ofSeconds(1);

    private final RemoteIndex index;
    private final Deque<Lacking> held = new ArrayDeque<>();
    private final List<Lacking> taken = new ArrayList<>();
    private Runnable told;
    private String commit = "";
    private int unknown;
    private int total;
    private long rested = System.nanoTime();

    /** A paper, and the hash of the text whose vector is missing. */
    private record Lacking(String paper, String hash) {}

    /** {@code told} is run once it is known whether the engine keeps meanings. */
    RemoteMissing(RemoteIndex index, Runnable told) {
        this.index = index;
        this.told = told;
    }

    private RemoteMeanings meanings() {
        return index.meanings();
    }

    @Override
    public boolean isDone() {
        boolean kept = meanings().lacking().isEmpty();
        told.run();
        told = () -> {};
        if (!kept || !index.searchable()) {
            return true;
        }
        RemoteSnapshot snapshot = index.snapshot("");
        boolean changed = !snapshot.commit().equals(commit);
        if (System.nanoTime() - rested >= 0 && (changed || unknown > 0 && held.isEmpty())) {
            look(snapshot);
        }
        return unknown == 0;
    }

    private void look(RemoteSnapshot snapshot) {
        long began = System.nanoTime();
        held.clear();
        unknown = 0;
        total = 0;
        List<Lacking> some = new ArrayList<>();
        List<Lacking> found = new ArrayList<>();
        snapshot.columns(EvidenceQueries.kind(Schema.KIND_PAPER), List.of(Schema.PAPER, Schema.MEANING), paper -> {
            total++;
            some.add(new Lacking(
                    paper.getOrDefault(Schema.PAPER, List.of("")).getFirst(),
                    paper.getOrDefault(Schema.MEANING, List.of("")).getFirst()));
            if (some.size() == ASKED_AT_ONCE) {
                sift(some, found);
            }
        });
        sift(some, found);
        // Whoever else looks through them too begins elsewhere.
        Collections.shuffle(found);
        held.addAll(found);
        if (meanings().size() > total && !snapshot.isUnfinished()) {
            meanings().keepOnly(hashes -> wanted(snapshot, hashes));
        }
        commit = snapshot.commit();
        say();
        long took = System.nanoTime() - began;
        rested = System.nanoTime() + (took > SHORT.toNanos() ? took * SHARE : 0);
    }

    private void sift(List<Lacking> some, List<Lacking> found) {
        Set<String> known = meanings().known(some.stream().map(Lacking::hash).toList());
        for (Lacking each : some) {
            if (!known.contains(each.hash())) {
                unknown++;
                if (found.size() < HELD) {
                    found.add(each);
                }
            }
        }
        some.clear();
    }

    /** Those of some hashes that papers of a state have. */
    private static Set<String> wanted(RemoteSnapshot snapshot, Set<String> hashes) {
        return new HashSet<>(hashes(snapshot, having(hashes)).values());
    }

    /** Papers whose texts have any of these hashes. */
    static Query having(Collection<String> hashes) {
        return new BooleanQuery.Builder()
                .add(
                        new TermInSetQuery(
                                Schema.MEANING,
                                hashes.stream().map(BytesRef::new).toList()),
                        Occur.FILTER)
                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                .build();
    }

    /** The hashes of the texts of papers, by their ids. */
    static Map<String, String> hashes(RemoteSnapshot snapshot, Query papers) {
        Map<String, String> hashes = new HashMap<>();
        snapshot.columns(papers, List.of(Schema.PAPER, Schema.MEANING), paper -> {
            List<String> hash = paper.getOrDefault(Schema.MEANING, List.of());
            if (!hash.isEmpty()) {
                hashes.put(paper.getOrDefault(Schema.PAPER, List.of("")).getFirst(), hash.getFirst());
            }
        });
        return hashes;
    }

    @Override
    public int done() {
        return total - unknown;
    }

    @Override
    public Map<String, String> missing(int most) {
        Map<String, String> texts = new LinkedHashMap<>();
        RemoteSnapshot snapshot = index.snapshot("");
        while (texts.isEmpty() && !held.isEmpty()) {
            List<Lacking> some = new ArrayList<>();
            while (some.size() < most && !held.isEmpty()) {
                some.add(held.remove());
            }
            Set<String> known =
                    meanings().known(some.stream().map(Lacking::hash).toList());
            unknown -= (int)
                    some.stream().filter(each -> known.contains(each.hash())).count();
            some.removeIf(each -> known.contains(each.hash()));
            Map<String, Paper> papers =
                    snapshot.papers(some.stream().map(Lacking::paper).toList());
            taken.clear();
            taken.addAll(some);
            for (Lacking each : some) {
                Paper paper = papers.get(each.paper());
                String text = paper == null ? "" : Gist.text(PaperTexts.of(paper));
                if (paper != null && Vectors.hash(text).equals(each.hash())) {
                    texts.put(each.hash(), text);
                }
            }
        }
        if (texts.isEmpty()) {
            say();
        }
        return texts;
    }

    @Override
    public void keep(Map<String, float[]> vectors) {
        meanings().put(vectors);
        unknown -= (int)
                taken.stream().filter(each -> vectors.containsKey(each.hash())).count();
        taken.clear();
        say();
    }

    private void say() {
        meanings().say(commit, new RemoteMeanings.Progress(done(), total));
    }
}

package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.works.WorkGroup.Member;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Works out what a change of some papers does to the works of a whole corpus, looking only at what the change touches. The
 * outcome is that of grouping everything anew.
 *
 * <p>Which citations are grouped depends on nothing but the chain of like citations that they belong to. So whatever is
 * joined by likeness to a citation that came, went, is printed more often or less, or has other neighbours in a block that
 * is too large to be compared as a whole, is grouped anew; then whatever has or wants a name that those have or want; and
 * so on, until nothing more is touched.
 */
public final class Regrouping {
    /** What a change leads to. */
    public interface Outcome {
        /** The name of the work that a paper cites which came: null where the reference says too little. */
        @Nullable
        WorkName of(Reference reference);

        /** The papers that stay as they are, but cite works that have another name now. */
        Set<String> renaming();
    }

    private static final int NOWHERE = -1;
    private static final Comparator<Citation> ORDER = Comparator.comparing(each -> each.work, CitedWork.ORDER);

    private final StandingCitations standing;
    private final CitationKeys keys;
    private final Set<String> leaving;
    private final Set<String> coming = new HashSet<>();
    private final Map<Long, Citation> citations = new HashMap<>();
    private final Map<Long, List<Citation>> changedByKey = new HashMap<>();
    private final Map<Long, Block> blocks = new HashMap<>();
    private final Set<Citation> touched = new LinkedHashSet<>();
    private final Map<Citation, Set<Citation>> like = new LinkedHashMap<>();
    private final Set<String> lookedUp = new HashSet<>();
    private Map<Citation, WorkName> names = Map.of();

    /** A citation, all equal ones as one, or a paper. */
    private static final class Citation {
        private final CitedWork work;
        private final CitationKeys.Keyed keyed;
        private int came;
        private int went;
        private int before;
        private boolean stood;
        private boolean stands;

        /** One of its places before the change; none where it did not stand, or is a paper. */
        private int place = NOWHERE;

        Citation(CitedWork work) {
            this.work = work;
            keyed = CitationKeys.keyed(work);
        }

        /** How often it is printed so after the change. */
        int after() {
            return before - went + came;
        }
    }

    /** The citations of a key, before and after, in order. */
    private static final class Block {
        private final Citation[] before;
        private final Citation[] after;
        private @Nullable Map<Citation, Set<Citation>> neighbours;

        Block(Collection<Citation> all) {
            before = all.stream().filter(each -> each.stood).sorted(ORDER).toArray(Citation[]::new);
            after = all.stream().filter(each -> each.stands).sorted(ORDER).toArray(Citation[]::new);
        }

        /** Those that are worth comparing with this one after the change. */
        Set<Citation> neighbours(Citation of) {
            Map<Citation, Set<Citation>> known = neighbours;
            if (known == null) {
                known = pairs(after);
                neighbours = known;
            }
            return known.getOrDefault(of, Set.of());
        }

        static Map<Citation, Set<Citation>> pairs(Citation[] of) {
            Map<Citation, Set<Citation>> pairs = new HashMap<>();
            Blocks.forEach(of.length, each -> of[each].work, (one, other) -> {
                pairs.computeIfAbsent(of[one], any -> new LinkedHashSet<>()).add(of[other]);
                pairs.computeIfAbsent(of[other], any -> new LinkedHashSet<>()).add(of[one]);
            });
            return pairs;
        }
    }

    private Regrouping(StandingCitations standing, CitationKeys keys, Collection<Paper> leaving) {
        this.standing = standing;
        this.keys = keys;
        this.leaving = new HashSet<>();
        leaving.forEach(each -> this.leaving.add(each.id()));
    }

    /**
     * Works out a change.
     *
     * @param leaving papers that stand and are removed or replaced, with their references
     * @param coming papers that are new or replace others, with their references
     */
    public static Outcome of(
            StandingCitations standing, CitationKeys keys, Collection<Paper> leaving, Collection<Paper> coming) {
        Regrouping regrouping = new Regrouping(standing, keys, leaving);
        regrouping.change(leaving, coming);
        regrouping.regroup();
        return regrouping.outcome();
    }

    private void change(Collection<Paper> leave, Collection<Paper> come) {
        leave.forEach(paper -> {
            citation(keys.work(paper)).went = 1;
            paper.references().forEach(each -> change(each, false));
        });
        come.forEach(paper -> {
            coming.add(paper.id());
            citation(keys.work(paper)).came = 1;
            paper.references().forEach(each -> change(each, true));
        });
        List<Citation> all = List.copyOf(citations.values());
        for (Citation each : all) {
            for (long key : each.keyed.keys()) {
                changedByKey.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
            }
        }
        for (Citation each : all) {
            for (long key : each.keyed.keys()) {
                block(key);
            }
        }
        for (Citation each : all) {
            if (each.came != each.went || each.stood != each.stands) {
                touched.add(each);
            }
            if (each.stood != each.stands) {
                for (long key : each.keyed.keys()) {
                    shift(block(key));
                }
            }
        }
        Set<String> papers = new TreeSet<>(leaving);
        papers.addAll(coming);
        papers.removeIf(each -> leaving.contains(each) && coming.contains(each));
        papers.forEach(this::touchNamed);
    }

    private void change(Reference reference, boolean came) {
        CitedWork work = keys.work(reference);
        if (work.isIdentified()) {
            Citation citation = citation(work);
            citation.came += came ? 1 : 0;
            citation.went += came ? 0 : 1;
        }
    }

    private Citation citation(CitedWork work) {
        Citation made = new Citation(work);
        @Nullable Citation known = citations.putIfAbsent(made.keyed.work(), made);
        return known == null ? made : known;
    }

    /** Touches what was compared before and is not now, or the other way round. */
    private void shift(Block block) {
        Map<Citation, Set<Citation>> before = Block.pairs(block.before);
        for (Citation each : block.after) {
            Set<Citation> now = block.neighbours(each);
            Set<Citation> then = before.getOrDefault(each, Set.of());
            boolean other = now.stream().anyMatch(with -> !then.contains(with) && areLike(each, with))
                    || then.stream().anyMatch(with -> !now.contains(with) && areLike(each, with));
            if (other) {
                touched.add(each);
            }
        }
    }

    private static boolean areLike(Citation a, Citation b) {
        return ORDER.compare(a, b) < 0 ? SameWork.strength(a.work, b.work) > 0 : SameWork.strength(b.work, a.work) > 0;
    }

    private Block block(long key) {
        @Nullable Block known = blocks.get(key);
        if (known != null) {
            return known;
        }
        Map<Long, int[]> counts = new LinkedHashMap<>();
        standing.withKey(key, place -> {
            // How often it stands, and one of the places.
            counts.computeIfAbsent(standing.work(place), any -> new int[] {0, place})[0]++;
        });
        Set<Citation> members = new LinkedHashSet<>(changedByKey.getOrDefault(key, List.of()));
        counts.forEach((number, of) -> {
            @Nullable Citation there = citations.get(number);
            boolean paper = CitationKeys.isPaper(number);
            Citation citation = there == null
                    ? citation(paper ? keys.work(standing.paper(of[1])) : keys.work(standing.reference(of[1])))
                    : there;
            citation.before = paper ? 0 : of[0];
            citation.stood = true;
            citation.place = paper ? NOWHERE : of[1];
            members.add(citation);
        });
        for (Citation each : members) {
            boolean paper = each.work.paper() != null;
            each.stands = paper ? each.came > 0 || each.stood && each.went == 0 : each.after() > 0;
        }
        Block block = new Block(members);
        blocks.put(key, block);
        return block;
    }

    private void regroup() {
        int before = -1;
        while (before < touched.size()) {
            before = touched.size();
            spread();
            name();
        }
    }

    /** Touches whatever is joined to what is touched by a chain of like citations. */
    private void spread() {
        Deque<Citation> open = new ArrayDeque<>(touched);
        while (!open.isEmpty()) {
            Citation each = open.remove();
            if (!each.stands || like.containsKey(each)) {
                continue;
            }
            Set<Citation> compared = new LinkedHashSet<>();
            for (long key : each.keyed.keys()) {
                compared.addAll(block(key).neighbours(each));
            }
            compared.removeIf(other -> !areLike(each, other));
            like.put(each, compared);
            for (Citation other : compared) {
                touched.add(other);
                open.add(other);
            }
        }
    }

    /** Names what is touched, and touches whatever else has or wants one of the names. */
    private void name() {
        Citation[] sorted = like.keySet().stream().sorted(ORDER).toArray(Citation[]::new);
        Map<Citation, Integer> places = new HashMap<>();
        Member[] members = new Member[sorted.length];
        for (int i = 0; i < sorted.length; i++) {
            places.put(sorted[i], i);
            members[i] = new Member(sorted[i].work, sorted[i].work.paper() == null ? sorted[i].after() : 0, i);
        }
        List<int[]> pairs = new ArrayList<>();
        like.forEach((one, others) -> {
            for (Citation other : others) {
                int[] pair = {places.getOrDefault(one, -1), places.getOrDefault(other, -1)};
                if (pair[0] < pair[1]) {
                    pairs.add(pair);
                }
            }
        });
        @Nullable WorkName[] given = new WorkNames(members.length, this::isPaper).of(WorkGroups.of(members, pairs));
        Map<Citation, WorkName> named = new HashMap<>();
        for (int i = 0; i < sorted.length; i++) {
            WorkName name = given[i];
            if (name != null) {
                named.put(sorted[i], name);
                touchNamed(name.id());
                name.tried().forEach(this::touchNamed);
            }
        }
        for (Citation each : List.copyOf(touched)) {
            @Nullable WorkName had = had(each);
            if (had != null) {
                touchNamed(had.id());
                had.tried().forEach(this::touchNamed);
            }
        }
        names = named;
    }

    private boolean isPaper(String id) {
        return coming.contains(id) || standing.hasPaper(id) && !leaving.contains(id);
    }

    private void touchNamed(String id) {
        if (!lookedUp.add(id)) {
            return;
        }
        Map<Long, Integer> found = new LinkedHashMap<>();
        standing.named(id, place -> found.putIfAbsent(standing.work(place), place));
        found.forEach((number, place) -> {
            @Nullable Citation known = citations.get(number);
            Citation citation = known == null ? citation(keys.work(standing.reference(place))) : known;
            for (long key : citation.keyed.keys()) {
                block(key);
            }
            touched.add(citation);
        });
    }

    /** The name that it had before the change. */
    private @Nullable WorkName had(Citation citation) {
        return citation.place == NOWHERE ? null : had(citation.place);
    }

    private @Nullable WorkName had(int place) {
        @Nullable String id = standing.id(place);
        return id == null ? null : new WorkName(id, standing.tried(place));
    }

    private Outcome outcome() {
        Set<String> renaming = new TreeSet<>();
        names.forEach((citation, name) -> {
            if (citation.place != NOWHERE && !name.equals(had(citation))) {
                standing.withKey(citation.keyed.keys()[0], place -> {
                    if (standing.work(place) == citation.keyed.work()) {
                        renaming.add(standing.paperId(place));
                    }
                });
            }
        });
        renaming.removeAll(leaving);
        return new Outcome() {
            @Override
            public @Nullable WorkName of(Reference reference) {
                CitedWork work = keys.work(reference);
                return work.isIdentified() ? nameOf(work) : null;
            }

            @Override
            public Set<String> renaming() {
                return renaming;
            }
        };
    }

    private @Nullable WorkName nameOf(CitedWork work) {
        CitationKeys.Keyed keyed = CitationKeys.keyed(work);
        @Nullable Citation citation = citations.get(keyed.work());
        if (citation != null) {
            @Nullable WorkName fresh = names.get(citation);
            return fresh == null ? had(citation) : fresh;
        }
        int[] any = {NOWHERE};
        standing.withKey(keyed.keys()[0], place -> {
            if (any[0] == NOWHERE && standing.work(place) == keyed.work()) {
                any[0] = place;
            }
        });
        return any[0] == NOWHERE ? null : had(any[0]);
    }
}

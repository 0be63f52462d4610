package dev.apatite.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Groups the citations of one work. Citations are compared only within blocks that share a key, and with a bounded number
 * of groups per block, so that the time grows with the number of citations and not with its square.
 */
final class WorkGroups {
    private static final int MOST_IN_BLOCK = 60;
    private static final int MOST_OF_ONE_WORK = 20;
    private static final int MOST_COMPARED = 12;

    private final List<CitedWork> works;
    private final int[] leader;
    private final Map<Integer, List<Integer>> members = new HashMap<>();

    private WorkGroups(Collection<CitedWork> works) {
        this.works = List.copyOf(works);
        leader = new int[this.works.size()];
        Arrays.setAll(leader, each -> each);
    }

    /**
     * Groups works; the result does not depend on their order.
     *
     * @param works distinct by {@link CitedWork#key}
     */
    static Collection<List<CitedWork>> of(Collection<CitedWork> works) {
        TreeMap<String, CitedWork> sorted = new TreeMap<>();
        works.forEach(each -> sorted.put(each.key(), each));
        WorkGroups groups = new WorkGroups(sorted.values());
        groups.join(CitedWork::doi);
        groups.join(CitedWork::pmid);
        groups.join(work -> work.volume().isEmpty() || work.page().isEmpty() || work.year() == 0
                ? ""
                : work.volume() + "|" + work.page() + "|" + work.year());
        groups.join(work -> work.volume().isEmpty()
                        || work.page().isEmpty()
                        || work.family().isEmpty()
                ? ""
                : work.volume() + "|" + work.page() + "|" + work.family().charAt(0));
        groups.join(work -> words(work, true));
        groups.join(work -> words(work, false));
        groups.join(work ->
                work.family().isEmpty() || work.year() == 0 || work.words().isEmpty()
                        ? ""
                        : work.family() + "|" + work.year() + "|"
                                + brief(work.words().getFirst()));
        return groups.collect();
    }

    /** The first or last three words that carry the title. */
    private static String words(CitedWork work, boolean first) {
        List<String> words = work.contentWords();
        int n = words.size();
        List<String> three = n <= 3 ? words : first ? words.subList(0, 3) : words.subList(n - 3, n);
        return String.join(" ", three.stream().map(WorkGroups::brief).toList());
    }

    private static String brief(String word) {
        return word.length() > 6 ? word.substring(0, 6) : word;
    }

    private void join(Function<CitedWork, String> key) {
        Map<String, List<Integer>> blocks = new HashMap<>();
        for (int i = 0; i < works.size(); i++) {
            String value = key.apply(works.get(i));
            if (value.isEmpty()) {
                continue;
            }
            List<Integer> block = blocks.computeIfAbsent(value, any -> new ArrayList<>(2));
            boolean joined = false;
            for (int other : block) {
                joined |= find(other) == find(i) || SameWork.same(works.get(i), works.get(other)) && unite(i, other);
            }
            if (block.size() < (joined ? MOST_OF_ONE_WORK : MOST_IN_BLOCK)) {
                block.add(i);
            }
        }
    }

    /** Joins two groups unless a citation of one contradicts a citation of the other. */
    private boolean unite(int a, int b) {
        int left = find(a);
        int right = find(b);
        List<Integer> lefts = members.getOrDefault(left, List.of(left));
        List<Integer> rights = members.getOrDefault(right, List.of(right));
        for (int one : lefts.subList(0, Math.min(lefts.size(), MOST_COMPARED))) {
            for (int other : rights.subList(0, Math.min(rights.size(), MOST_COMPARED))) {
                if (SameWork.conflict(works.get(one), works.get(other))) {
                    return false;
                }
            }
        }
        boolean swap = lefts.size() < rights.size();
        List<Integer> all = new ArrayList<>(swap ? rights : lefts);
        all.addAll(swap ? lefts : rights);
        members.remove(left);
        members.remove(right);
        int root = swap ? right : left;
        leader[swap ? left : right] = root;
        members.put(root, all);
        return true;
    }

    private int find(int i) {
        int root = i;
        while (leader[root] != root) {
            root = leader[root];
        }
        while (leader[i] != root) {
            int next = leader[i];
            leader[i] = root;
            i = next;
        }
        return root;
    }

    private Collection<List<CitedWork>> collect() {
        Map<Integer, List<CitedWork>> groups = new TreeMap<>();
        for (int i = 0; i < works.size(); i++) {
            groups.computeIfAbsent(find(i), any -> new ArrayList<>()).add(works.get(i));
        }
        return groups.values();
    }
}

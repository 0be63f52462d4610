package dev.apatite.works;

import dev.apatite.works.WorkGroup.Member;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Groups the citations of one work: pairs are joined in the order of their strength, and two groups only where what most
 * of the one print does not contradict what most of the other print. So a chain of vague citations joins no two works.
 */
final class WorkGroups {
    private static final int STRENGTH_SHIFT = 56;
    private static final int PLACE_BITS = 28;
    private static final long PLACE = (1L << PLACE_BITS) - 1;

    private final Member[] members;
    private final int[] leader;
    private final Map<Integer, WorkGroup> groups = new HashMap<>();
    private long[] pairs = new long[1024];
    private int size;

    private WorkGroups(Member[] members) {
        this.members = members;
        leader = new int[members.length];
        Arrays.setAll(leader, each -> each);
    }

    /** Groups citations, no two of which are equal; the result does not depend on their order. */
    static Collection<List<Member>> of(Collection<Member> citations) {
        WorkGroups groups = new WorkGroups(sorted(citations));
        new Blocks(Arrays.stream(groups.members).map(Member::work).toArray(CitedWork[]::new)).forEach(groups::compare);
        groups.join();
        return groups.collect();
    }

    /** Groups citations of which it is known which are worth comparing: the pairs of places in their order. */
    static Collection<List<Member>> of(Member[] sorted, Collection<int[]> pairs) {
        WorkGroups groups = new WorkGroups(sorted);
        pairs.forEach(pair -> groups.compare(Math.min(pair[0], pair[1]), Math.max(pair[0], pair[1])));
        groups.join();
        return groups.collect();
    }

    private static Member[] sorted(Collection<Member> citations) {
        Member[] members = citations.toArray(Member[]::new);
        Arrays.sort(members, Comparator.comparing(Member::work, CitedWork.ORDER));
        return members;
    }

    private void compare(int one, int other) {
        int strength = SameWork.strength(members[one].work(), members[other].work());
        if (strength == 0) {
            return;
        }
        if (size == pairs.length) {
            pairs = Arrays.copyOf(pairs, size * 2);
        }
        // The strongest sort first.
        pairs[size++] = (long) (127 - strength) << STRENGTH_SHIFT | (long) one << PLACE_BITS | other;
    }

    private void join() {
        Arrays.sort(pairs, 0, size);
        for (int i = 0; i < size; i++) {
            int strength = 127 - (int) (pairs[i] >>> STRENGTH_SHIFT);
            int one = find((int) (pairs[i] >>> PLACE_BITS & PLACE));
            int other = find((int) (pairs[i] & PLACE));
            if (one != other) {
                unite(one, other, strength);
            }
        }
    }

    private void unite(int one, int other, int strength) {
        WorkGroup left = group(one);
        WorkGroup right = group(other);
        boolean established = left.isEstablished() && right.isEstablished();
        if (SameWork.conflict(left.speaker(), right.speaker(), strength, established)) {
            return;
        }
        int root = Math.min(one, other);
        leader[Math.max(one, other)] = root;
        groups.remove(Math.max(one, other));
        groups.put(root, left.with(right));
    }

    private WorkGroup group(int root) {
        @Nullable WorkGroup known = groups.get(root);
        return known == null ? WorkGroup.of(members[root]) : known;
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

    private Collection<List<Member>> collect() {
        Map<Integer, List<Member>> all = new TreeMap<>();
        for (int i = 0; i < members.length; i++) {
            all.computeIfAbsent(find(i), any -> new ArrayList<>(1)).add(members[i]);
        }
        return all.values();
    }
}

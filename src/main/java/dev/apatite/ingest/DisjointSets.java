package dev.apatite.ingest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Numbers from 0 on, each in one group, and groups that are joined (union-find with shortened paths: Galler and Fischer 1964). */
final class DisjointSets {
    private final int[] leader;

    /** So many numbers, each in a group of its own. */
    DisjointSets(int size) {
        leader = new int[size];
        Arrays.setAll(leader, each -> each);
    }

    /** Makes one group of those of two numbers. */
    void join(int one, int other) {
        leader[find(one)] = find(other);
    }

    /** Whether two numbers are in one group. */
    boolean areJoined(int one, int other) {
        return find(one) == find(other);
    }

    private int find(int number) {
        int root = number;
        while (leader[root] != root) {
            root = leader[root];
        }
        leader[number] = root;
        return root;
    }

    /** The groups, in the order of their first numbers, and in each its numbers in order. */
    List<List<Integer>> groups() {
        Map<Integer, List<Integer>> groups = new LinkedHashMap<>();
        for (int i = 0; i < leader.length; i++) {
            groups.computeIfAbsent(find(i), any -> new ArrayList<>()).add(i);
        }
        return List.copyOf(groups.values());
    }
}

package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.works.WorkGroup.Member;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All citations of a corpus, one after the other: of each only what identifies the work is kept, and of citations that are
 * equal in that only one, so that a million fit into little memory. Safe to share between threads.
 */
public final class CorpusCitations {
    /** The number of a citation that says too little to be found again. */
    private static final int NONE = -1;

    private final CitedWorks reading = new CitedWorks();
    private final Map<CitedWork, Integer> numbers = new HashMap<>();
    private final List<CitedWork> works = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();

    /** A number for what a reference cites; references that are equal in what identifies it have one number. */
    int number(Reference reference) {
        CitedWork work = reading.of(reference);
        return work.isIdentified() ? number(work) : NONE;
    }

    private synchronized int number(CitedWork work) {
        @Nullable Integer known = numbers.get(work);
        if (known != null) {
            return known;
        }
        CitedWork compact = work.sharing(texts);
        int number = works.size();
        numbers.put(compact, number);
        works.add(compact);
        return number;
    }

    /** One text for all that are equal. */
    synchronized String share(String text) {
        @Nullable String known = texts.putIfAbsent(text, text);
        return known == null ? text : known;
    }

    /** The ids of the works, by the numbers of their citations. */
    public static final class Ids {
        private final @Nullable WorkName[] byNumber;

        private Ids(@Nullable WorkName[] byNumber) {
            this.byNumber = byNumber;
        }

        @Nullable
        WorkName of(int number) {
            return number == NONE ? null : byNumber[number];
        }
    }

    /**
     * Groups the citations that the papers of a corpus make, and names their works.
     *
     * @param papers the papers of the corpus, which may be cited
     * @param lists what they cite
     */
    public synchronized Ids ids(List<Paper> papers, List<CitedList> lists) {
        BitSet there = new BitSet();
        papers.forEach(paper -> there.set(number(reading.of(paper))));
        int[] counts = new int[works.size()];
        for (CitedList list : lists) {
            for (int i = 0; i < list.size(); i++) {
                if (list.work(i) != NONE) {
                    counts[list.work(i)]++;
                    there.set(list.work(i));
                }
            }
        }
        List<Member> members = there.stream()
                .mapToObj(number -> new Member(works.get(number), counts[number], number))
                .toList();
        // Every paper is among the members, and so are the ids of all.
        return new Ids(new WorkNames(works.size(), any -> false).of(WorkGroups.of(members)));
    }
}

package dev.apatite.ingest;

import dev.apatite.ingest.WorkGroup.Member;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All citations of a corpus, one after the other: of each only what identifies the work is kept, and of citations that are
 * equal in that only one, so that a million fit into little memory.
 */
final class Citations {
    private static final int NONE = -1;

    private final CitedWorks reading = new CitedWorks();
    private final Map<CitedWork, Integer> numbers = new HashMap<>();
    private final List<CitedWork> works = new ArrayList<>();
    private final Map<String, String> texts = new HashMap<>();
    private int[] counts = new int[1024];

    /** A paper of the corpus, which may be cited. */
    void add(Paper paper) {
        number(reading.of(paper));
    }

    /** A citation; returns a number by which to ask for its work. */
    int cite(Reference reference) {
        CitedWork work = reading.of(reference);
        if (!work.isIdentified()) {
            return NONE;
        }
        int number = number(work);
        counts[number]++;
        return number;
    }

    private int number(CitedWork work) {
        @Nullable Integer known = numbers.get(work);
        if (known != null) {
            return known;
        }
        CitedWork compact = work.sharing(texts);
        int number = works.size();
        numbers.put(compact, number);
        works.add(compact);
        if (number == counts.length) {
            counts = Arrays.copyOf(counts, number * 2);
        }
        return number;
    }

    /** The ids of the works, by the numbers of their citations. */
    record Ids(@Nullable String[] byNumber) {
        @Nullable
        String of(int number) {
            return number == NONE ? null : byNumber[number];
        }
    }

    /** Groups the citations and names their works. */
    Ids ids() {
        List<Member> members = new ArrayList<>(works.size());
        for (int i = 0; i < works.size(); i++) {
            members.add(new Member(works.get(i), counts[i], i));
        }
        return new Ids(new WorkNames(works.size()).of(WorkGroups.of(members)));
    }
}

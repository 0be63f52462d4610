package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.paper.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Gives every reference in a corpus the id of the work that it cites.
 *
 * <p>References that cite one work have one {@code workId}, whatever the typing errors. Where the work is itself a paper of
 * the corpus, the {@code workId} is that paper's id: so papers cite each other. Otherwise it is the slug of the DOI that
 * most of them print, or of first author, year and the title's first words. A reference that says too little to be found
 * again has none. The outcome is a function of the papers alone, whatever their order.
 */
public final class WorkReconciler {
    private static final int TITLE_WORDS = 6;

    /** The same papers, their references with {@code workId}. */
    public List<Paper> reconcile(List<Paper> papers) {
        Map<String, CitedWork> works = new HashMap<>();
        Map<CitedWork, Integer> citations = new HashMap<>();
        for (Paper paper : papers) {
            CitedWork own = CitedWork.of(paper);
            works.putIfAbsent(own.key(), own);
            for (Reference reference : paper.references()) {
                CitedWork work = CitedWork.of(reference);
                if (work.isIdentified()) {
                    citations.merge(works.computeIfAbsent(work.key(), any -> work), 1, Integer::sum);
                }
            }
        }
        Map<String, String> ids = ids(WorkGroups.of(works.values()), citations);
        return papers.stream().map(paper -> withIds(paper, ids)).toList();
    }

    private static Paper withIds(Paper paper, Map<String, String> ids) {
        return paper.withReferences(paper.references().stream()
                .map(each -> each.withWorkId(ids.get(CitedWork.of(each).key())))
                .toList());
    }

    private static Map<String, String> ids(Collection<List<CitedWork>> groups, Map<CitedWork, Integer> citations) {
        Map<String, String> ids = new HashMap<>();
        Set<String> taken = new HashSet<>();
        groups.forEach(group -> group.forEach(each -> {
            if (each.paper() != null) {
                taken.add(each.paper());
            }
        }));
        for (List<CitedWork> group : groups) {
            String id = paperIn(group);
            if (id == null) {
                id = fresh(group, citations, taken);
                taken.add(id);
            }
            for (CitedWork each : group) {
                ids.put(each.key(), id);
            }
        }
        return ids;
    }

    private static @Nullable String paperIn(List<CitedWork> group) {
        for (CitedWork each : group) {
            if (each.paper() != null) {
                return each.paper();
            }
        }
        return null;
    }

    private static String fresh(List<CitedWork> group, Map<CitedWork, Integer> citations, Set<String> taken) {
        Function<Function<CitedWork, String>, String> most = field -> majority(group, citations, field);
        String doi = PaperId.slug(most.apply(CitedWork::doi));
        List<String> names = new ArrayList<>();
        if (!doi.isEmpty()) {
            names.add(doi);
        }
        String year = most.apply(each -> each.year() == 0 ? "" : "" + each.year());
        String title = most.apply(each ->
                String.join("-", each.words().stream().limit(TITLE_WORDS).toList()));
        String name = PaperId.slug(join(most.apply(CitedWork::family), year, title));
        String place = PaperId.slug(join(
                name,
                title.isEmpty() ? most.apply(CitedWork::journal).replace(' ', '-') : "",
                most.apply(CitedWork::volume),
                most.apply(CitedWork::page)));
        names.add(title.isEmpty() ? place : name);
        names.add(place);
        for (String each : names) {
            if (!each.isEmpty() && !taken.contains(each)) {
                return each;
            }
        }
        int number = 2;
        while (taken.contains(place + "-" + number)) {
            number++;
        }
        return place + "-" + number;
    }

    private static String join(String... parts) {
        List<String> known = new ArrayList<>();
        for (String part : parts) {
            if (!part.isEmpty()) {
                known.add(part);
            }
        }
        return String.join("-", known);
    }

    /** The value that most citations print; of equally frequent ones the first in the alphabet. */
    private static String majority(
            List<CitedWork> group, Map<CitedWork, Integer> citations, Function<CitedWork, String> field) {
        Map<String, Integer> counts = new TreeMap<>();
        for (CitedWork each : group) {
            String value = field.apply(each);
            if (!value.isEmpty()) {
                counts.merge(value, citations.getOrDefault(each, 1), Integer::sum);
            }
        }
        String best = "";
        int most = 0;
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            if (each.getValue() > most) {
                best = each.getKey();
                most = each.getValue();
            }
        }
        return best;
    }
}

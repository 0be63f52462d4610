package dev.apatite.works;

import dev.apatite.paper.PaperId;
import dev.apatite.works.WorkGroup.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Names works: by the paper of the corpus that one is, else by the DOI that most citations print, else by first author, year
 * and the title's first words, else by its place. What most print changes seldom when papers are added.
 */
final class WorkNames {
    private static final int TITLE_WORDS = 6;

    private final Set<String> taken = new HashSet<>();

    /** The numbers that were added to a name so far. */
    private final Map<String, Numbers> numbers = new HashMap<>();

    private final Predicate<String> isPaper;
    private final @Nullable WorkName[] names;

    private static final class Numbers {
        private int last = 1;
        private final List<String> others = new ArrayList<>();
    }

    /**
     * So many citations are to be named.
     *
     * @param isPaper whether an id is that of a paper which stands beside those that are named
     */
    WorkNames(int citations, Predicate<String> isPaper) {
        names = new WorkName[citations];
        this.isPaper = isPaper;
    }

    /** The name of every citation's work, by the citation's number; groups stand in the order of their first citations. */
    @Nullable
    WorkName[] of(Collection<List<Member>> groups) {
        for (List<Member> group : groups) {
            @Nullable String paper = paperIn(group);
            if (paper != null) {
                taken.add(paper);
                name(group, new WorkName(paper, List.of()));
            }
        }
        for (List<Member> group : groups) {
            if (paperIn(group) == null) {
                name(group, fresh(group));
            }
        }
        return names;
    }

    private void name(List<Member> group, WorkName name) {
        group.forEach(each -> names[each.number()] = name);
    }

    private boolean isTaken(String id) {
        return taken.contains(id) || isPaper.test(id);
    }

    private static @Nullable String paperIn(List<Member> group) {
        for (Member each : group) {
            if (each.work().paper() != null) {
                return each.work().paper();
            }
        }
        return null;
    }

    private WorkName fresh(List<Member> group) {
        List<String> wanted = new ArrayList<>();
        wanted.add(PaperId.slug(most(group, CitedWork::doi)));
        String year = most(group, each -> each.year() == 0 ? "" : "" + each.year());
        String title = most(
                group,
                each -> String.join(
                        "-", each.titleWords().stream().limit(TITLE_WORDS).toList()));
        String name = PaperId.slug(join(most(group, CitedWork::family), year, title));
        String place = PaperId.slug(join(
                name,
                title.isEmpty() ? most(group, CitedWork::journal).replace(' ', '-') : "",
                most(group, CitedWork::volume),
                most(group, CitedWork::page)));
        wanted.add(title.isEmpty() ? place : name);
        wanted.add(place);
        List<String> tried = new ArrayList<>();
        for (String each : wanted) {
            if (!each.isEmpty() && !isTaken(each)) {
                taken.add(each);
                return new WorkName(each, tried);
            }
            if (!each.isEmpty() && !tried.contains(each)) {
                tried.add(each);
            }
        }
        return numbered(place, tried);
    }

    /** The place with the first number that is free; whoever has a lower one has tried the place too, or is noted. */
    private WorkName numbered(String place, List<String> tried) {
        if (!tried.contains(place)) {
            tried.add(place);
        }
        Numbers given = numbers.computeIfAbsent(place, any -> new Numbers());
        String id = place + "-" + ++given.last;
        while (isTaken(id)) {
            given.others.add(id);
            id = place + "-" + ++given.last;
        }
        tried.addAll(given.others);
        taken.add(id);
        return new WorkName(id, tried);
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
    private String most(List<Member> group, Function<CitedWork, String> field) {
        if (group.size() == 1) {
            return field.apply(group.getFirst().work());
        }
        Map<String, Integer> counts = new TreeMap<>();
        for (Member each : group) {
            String value = field.apply(each.work());
            if (!value.isEmpty()) {
                counts.merge(value, Math.max(1, each.citations()), Integer::sum);
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

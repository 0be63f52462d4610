package dev.apatite.works;

import dev.apatite.paper.PaperId;
import dev.apatite.works.WorkGroup.Member;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Names works: by the paper of the corpus that one is, else by the DOI that most citations print, else by first author, year
 * and the title's first words, else by its place. What most print changes seldom when papers are added.
 */
final class WorkNames {
    private static final int TITLE_WORDS = 6;

    private final Set<String> taken = new HashSet<>();
    private final @Nullable String[] ids;

    /** So many citations are to be named. */
    WorkNames(int citations) {
        ids = new String[citations];
    }

    /** The id of every citation's work, by the citation's number. */
    @Nullable
    String[] of(Collection<List<Member>> groups) {
        for (List<Member> group : groups) {
            @Nullable String paper = paperIn(group);
            if (paper != null) {
                taken.add(paper);
                name(group, paper);
            }
        }
        for (List<Member> group : groups) {
            if (paperIn(group) == null) {
                String id = fresh(group);
                taken.add(id);
                name(group, id);
            }
        }
        return ids;
    }

    private void name(List<Member> group, String id) {
        group.forEach(each -> ids[each.number()] = id);
    }

    private static @Nullable String paperIn(List<Member> group) {
        for (Member each : group) {
            if (each.work().paper() != null) {
                return each.work().paper();
            }
        }
        return null;
    }

    private String fresh(List<Member> group) {
        List<String> names = new ArrayList<>();
        names.add(PaperId.slug(most(group, CitedWork::doi)));
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

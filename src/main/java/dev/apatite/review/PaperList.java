package dev.apatite.review;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * A named list of papers, with what each reader says of each.
 *
 * @param papers by id in the order in which they came, each with what readers say, by reader
 */
public record PaperList(String name, Map<String, Map<String, ListEntry>> papers) {
    public PaperList {
        Map<String, Map<String, ListEntry>> copy = new LinkedHashMap<>();
        papers.forEach((id, all) -> copy.put(id, java.util.Collections.unmodifiableMap(new LinkedHashMap<>(all))));
        papers = java.util.Collections.unmodifiableMap(copy);
    }

    /** How far two readers agree on what to include. */
    public record Agreed(
            String first,
            String second,
            int both,
            int same,
            @Nullable Double kappa) {}

    /** Counts for a PRISMA 2020 flow diagram, as far as decisions in a list tell them. */
    public record Prisma(
            int listed,
            int screened,
            int open,
            int conflicts,
            int excluded,
            Map<String, Integer> reasons,
            int included) {
        public Prisma {
            reasons = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        }
    }

    /** What is decided of a paper: what all who decided say; null where they say different things. */
    public @Nullable Decision decision(String paper) {
        Set<Decision> said = new LinkedHashSet<>();
        for (ListEntry each : papers.getOrDefault(paper, Map.of()).values()) {
            if (each.decision() != Decision.OPEN) {
                said.add(each.decision());
            }
        }
        return said.isEmpty()
                ? Decision.OPEN
                : said.size() > 1 ? null : said.iterator().next();
    }

    /** What a reader says of a paper; null where that one has said nothing. */
    public @Nullable ListEntry by(String reader, String paper) {
        return papers.getOrDefault(paper, Map.of()).get(reader);
    }

    /** The title that was kept of a paper. */
    public @Nullable String title(String paper) {
        return papers.getOrDefault(paper, Map.of()).values().stream()
                .map(ListEntry::title)
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    /** Why it is excluded, each reason once. */
    public List<String> reasons(String paper) {
        return papers.getOrDefault(paper, Map.of()).values().stream()
                .map(ListEntry::reason)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Each two readers who decided of the same papers. */
    public List<Agreed> agreement() {
        Set<String> readers = new TreeSet<>();
        papers.values()
                .forEach(all -> all.values().stream()
                        .filter(each -> each.decision() != Decision.OPEN)
                        .forEach(each -> readers.add(each.reader())));
        List<String> names = List.copyOf(readers);
        List<Agreed> all = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                Agreed two = agreement(names.get(i), names.get(k));
                if (two.both() > 0) {
                    all.add(two);
                }
            }
        }
        return all;
    }

    private Agreed agreement(String first, String second) {
        Kappa kappa = new Kappa();
        for (String paper : papers.keySet()) {
            ListEntry one = by(first, paper);
            ListEntry other = by(second, paper);
            if (one != null && other != null && one.decision() != Decision.OPEN && other.decision() != Decision.OPEN) {
                kappa.add(one.decision().code(), other.decision().code());
            }
        }
        return new Agreed(first, second, kappa.all(), kappa.same(), kappa.value());
    }

    /** The counts of the list. */
    public Prisma prisma() {
        int open = 0;
        int conflicts = 0;
        int excluded = 0;
        int included = 0;
        Map<String, Integer> reasons = new TreeMap<>();
        for (String paper : papers.keySet()) {
            Decision decision = decision(paper);
            if (decision == null) {
                conflicts++;
            } else {
                switch (decision) {
                    case OPEN -> open++;
                    case INCLUDE -> included++;
                    case EXCLUDE -> {
                        excluded++;
                        List<String> why = reasons(paper);
                        reasons.merge(why.isEmpty() ? "no reason given" : why.getFirst(), 1, Integer::sum);
                    }
                }
            }
        }
        return new Prisma(papers.size(), papers.size() - open, open, conflicts, excluded, reasons, included);
    }
}

package dev.apatite.ingest;

import dev.apatite.index.OneReading;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.text.Folding;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds files that hold the same paper: the same bytes, the same DOI or PMID under like titles, or the same title, year
 * and first author.
 */
final class Duplicates {
    private static final int SHORTEST_TITLE = 25;
    private static final double LIKE = 0.6;

    /** The better reading first: the paper itself, not a record of it, then much more text, then more structure, then more references, then the path. */
    private static final Comparator<Outline> BETTER_FIRST = (a, b) -> {
        if (a.isRecord() != b.isRecord()) {
            return a.isRecord() ? 1 : -1;
        }
        if (a.textLength() > 2L * b.textLength() || b.textLength() > 2L * a.textLength()) {
            return Integer.compare(b.textLength(), a.textLength());
        }
        int structure = Integer.compare(b.structure(), a.structure());
        if (structure != 0) {
            return structure;
        }
        int references = Integer.compare(b.cited().size(), a.cited().size());
        return references != 0 ? references : a.path().compareTo(b.path());
    };

    private final List<Outline> outlines;
    private final DisjointSets sets;

    private Duplicates(List<Outline> outlines) {
        this.outlines = outlines;
        sets = new DisjointSets(outlines.size());
    }

    /** One outline for each paper, with all its files, the better reading's own file first; in the order of the paths. */
    static List<Outline> merge(List<Outline> outlines) {
        List<Outline> sorted =
                outlines.stream().sorted(Comparator.comparing(Outline::path)).toList();
        Duplicates duplicates = new Duplicates(sorted);
        duplicates.join(outline -> outline.bare().contentHash(), false);
        duplicates.join(outline -> lower(outline.bare().doi()), true);
        duplicates.join(outline -> lower(outline.bare().pmid()), true);
        duplicates.join(Duplicates::titleYearAuthor, false);
        duplicates.joinRecords();
        duplicates.joinAttachments();
        return duplicates.groups();
    }

    private void join(Function<Outline, @Nullable String> key, boolean onlyLikeTitles) {
        Map<String, List<Integer>> seen = new HashMap<>();
        for (int i = 0; i < outlines.size(); i++) {
            String value = key.apply(outlines.get(i));
            if (value == null) {
                continue;
            }
            List<Integer> same = seen.computeIfAbsent(value, any -> new ArrayList<>());
            for (int other : same) {
                if (!onlyLikeTitles
                        || likeTitles(
                                outlines.get(i).bare(), outlines.get(other).bare())) {
                    sets.join(i, other);
                    break;
                }
            }
            same.add(i);
        }
    }

    /** A record and a paper of its title are one where nothing that both tell speaks against it. */
    private void joinRecords() {
        Map<String, List<Integer>> papers = new HashMap<>();
        for (int i = 0; i < outlines.size(); i++) {
            String title = longTitle(outlines.get(i));
            if (title != null && !outlines.get(i).isRecord()) {
                papers.computeIfAbsent(title, any -> new ArrayList<>()).add(i);
            }
        }
        for (int i = 0; i < outlines.size(); i++) {
            Outline record = outlines.get(i);
            String title = record.isRecord() ? longTitle(record) : null;
            List<Integer> same = title == null ? List.of() : papers.getOrDefault(title, List.of());
            for (int paper : same) {
                if (agree(record.bare(), outlines.get(paper).bare())) {
                    sets.join(i, paper);
                    break;
                }
            }
        }
    }

    /** A record and the file that it names are one paper. */
    private void joinAttachments() {
        new Attachments(outlines).pairs().forEach(sets::join);
    }

    /** A title that is hardly given twice, in plain words. */
    static @Nullable String longTitle(Outline outline) {
        String title = outline.bare().title();
        return title == null || title.length() < SHORTEST_TITLE ? null : String.join(" ", words(title));
    }

    private static boolean agree(Paper a, Paper b) {
        boolean years = a.year() == null || b.year() == null || Math.abs(a.year() - b.year()) <= 1;
        return years && agree(lower(a.doi()), lower(b.doi())) && agree(a.pmid(), b.pmid()) && agree(first(a), first(b));
    }

    private static boolean agree(@Nullable String a, @Nullable String b) {
        return a == null || b == null || a.equals(b);
    }

    private static @Nullable String first(Paper paper) {
        String family =
                paper.authors().isEmpty() ? null : paper.authors().getFirst().family();
        return family == null ? null : String.join(" ", words(family));
    }

    private List<Outline> groups() {
        return sets.groups().stream()
                .map(group -> best(group.stream().map(outlines::get).toList()))
                .toList();
    }

    private static Outline best(List<Outline> group) {
        if (group.size() == 1) {
            return group.getFirst();
        }
        // A comparison of lengths by ratio is not transitive, so the best is found by elimination and not by sorting.
        Outline best = group.getFirst();
        for (Outline each : group) {
            best = BETTER_FIRST.compare(each, best) < 0 ? each : best;
        }
        Map<String, OneReading> said = new LinkedHashMap<>();
        best.readings().forEach(reading -> said.put(reading.path(), reading));
        Map<String, OneReading> others = new TreeMap<>();
        group.forEach(outline -> outline.readings().forEach(reading -> others.put(reading.path(), reading)));
        others.forEach(said::putIfAbsent);
        Map<String, SourceFile> files = new LinkedHashMap<>();
        files.put(best.path(), best.files().getFirst());
        Map<String, SourceFile> further = new TreeMap<>();
        group.forEach(outline -> outline.files().forEach(file -> further.put(file.path(), file)));
        further.forEach(files::putIfAbsent);
        List<OneReading> ordered = new ArrayList<>();
        files.keySet().forEach(path -> {
            OneReading reading = said.get(path);
            if (reading != null) {
                ordered.add(reading);
            }
        });
        return best.in(List.copyOf(files.values()), ordered);
    }

    /** Whether nothing in the titles speaks against one paper: they are like, or one is not known. */
    private static boolean likeTitles(Paper a, Paper b) {
        Set<String> first = words(a.title());
        Set<String> second = words(b.title());
        return first.isEmpty() || second.isEmpty() || areLike(first, second);
    }

    /** Whether both have titles, and like ones. */
    static boolean haveLikeTitles(Paper a, Paper b) {
        Set<String> first = words(a.title());
        Set<String> second = words(b.title());
        return !first.isEmpty() && !second.isEmpty() && areLike(first, second);
    }

    private static boolean areLike(Set<String> first, Set<String> second) {
        Set<String> common = new HashSet<>(first);
        common.retainAll(second);
        return common.size() >= LIKE * Math.max(first.size(), second.size());
    }

    /** Long title, year and first author in plain words; null where one of them is not known. */
    static @Nullable String titleYearAuthor(Outline outline) {
        Paper paper = outline.bare();
        if (paper.title() == null
                || paper.title().length() < SHORTEST_TITLE
                || paper.authors().isEmpty()) {
            return null;
        }
        Author first = paper.authors().getFirst();
        return first.family() == null || paper.year() == null
                ? null
                : String.join(" ", words(paper.title())) + "|" + paper.year() + "|" + words(first.family());
    }

    private static Set<String> words(@Nullable String text) {
        if (text == null) {
            return Set.of();
        }
        String folded = Folding.plain(text);
        Set<String> words = new TreeSet<>(Arrays.asList(folded.split("[^\\p{L}\\p{N}]+")));
        words.remove("");
        return words;
    }

    static @Nullable String lower(@Nullable String text) {
        return text == null ? null : text.toLowerCase(Locale.ROOT);
    }
}

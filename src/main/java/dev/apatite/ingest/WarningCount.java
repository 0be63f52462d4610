package dev.apatite.ingest;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How many of the papers that a run read have warnings, and of which kinds.
 *
 * @param papers with at least one warning
 * @param kinds how many papers have a warning of each kind, the commonest kind first
 */
public record WarningCount(int papers, Map<String, Integer> kinds) {
    /** No paper has a warning. */
    public static final WarningCount NONE = new WarningCount(0, Map.of());

    private static final String OTHER = "something else";

    /** What a warning says somewhere, and the name of its kind. */
    private static final List<Map.Entry<String, String>> KINDS = List.of(
            Map.entry("no title was found", "no title"),
            Map.entry("no authors were found", "no authors"),
            Map.entry("no headings were found", "no headings"),
            Map.entry("no list of references was found", "citations without a list"),
            Map.entry("the list that was read ends at", "a list that breaks off"),
            Map.entry("the list of references lacks", "a list with gaps"),
            Map.entry("could not be placed", "text that could not be placed"),
            Map.entry("words were left out", "much that was left out"),
            Map.entry("left out", "parts that were left out"),
            Map.entry("second article", "a second article"),
            Map.entry("record of a catalogue", "a record without the paper"),
            Map.entry("which is not in the folder", "a record whose file is elsewhere"));

    public WarningCount {
        Map<String, Integer> sorted = new LinkedHashMap<>();
        kinds.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .forEach(kind -> sorted.put(kind.getKey(), kind.getValue()));
        kinds = Collections.unmodifiableMap(sorted);
    }

    /** Counts the papers, each given by its warnings. */
    static WarningCount of(Collection<List<String>> papers) {
        Map<String, Integer> kinds = new LinkedHashMap<>();
        int warned = 0;
        for (List<String> warnings : papers) {
            warned += warnings.isEmpty() ? 0 : 1;
            Set<String> once = new LinkedHashSet<>();
            warnings.forEach(warning -> once.add(kind(warning)));
            once.forEach(kind -> kinds.merge(kind, 1, Integer::sum));
        }
        return new WarningCount(warned, kinds);
    }

    private static String kind(String warning) {
        return KINDS.stream()
                .filter(kind -> warning.contains(kind.getKey()))
                .findFirst()
                .map(Map.Entry::getValue)
                .orElse(OTHER);
    }

    /** "3 papers have warnings: 2 no authors, 1 a list that breaks off". */
    public String words() {
        String each = kinds.entrySet().stream()
                .map(kind -> kind.getValue() + " " + kind.getKey())
                .collect(Collectors.joining(", "));
        return (papers == 1 ? "1 paper has" : papers + " papers have") + " warnings: " + each;
    }
}

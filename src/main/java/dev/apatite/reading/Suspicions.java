package dev.apatite.reading;

import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.citation.CitedNumbers;
import dev.apatite.reading.draft.Furniture;
import dev.apatite.reading.draft.PaperDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Says in words what is suspicious about a paper that was read: a reader who knows looks into the file. */
final class Suspicions {
    /** A text of so many words without any heading is unusual. */
    private static final int LONG = 900;

    private static final double MOST_FURNITURE = 0.08;
    /** Short files, a letter with its running heads, have a large share of furniture by nature. */
    private static final int FEWEST_WORDS = 150;

    private static final int FEWEST_WORDS_OF_TEXT = 8;

    private Suspicions() {}

    /** Puts warnings into a draft that is otherwise complete. */
    static void raise(PaperDraft draft) {
        if (draft.title == null || draft.title.isBlank()) {
            draft.warn("no title was found");
        }
        if (draft.authors.isEmpty()) {
            draft.warn("no authors were found");
        }
        headings(draft);
        references(draft);
        placement(draft);
    }

    private static void headings(PaperDraft draft) {
        boolean headed = draft.sections.stream()
                .anyMatch(section -> section.heading() != null
                        && section.kind() != SectionKind.ABSTRACT
                        && section.kind() != SectionKind.FIG
                        && section.kind() != SectionKind.TABLE);
        int words = draft.sections.stream()
                .filter(section -> section.kind() != SectionKind.ABSTRACT)
                .mapToInt(section -> words(section.text()))
                .sum();
        if (!headed && words > LONG) {
            draft.warn("no headings were found in a text of " + words + " words");
        }
    }

    private static void references(PaperDraft draft) {
        List<Section> text = draft.sections;
        Set<Integer> cited = CitedNumbers.in(text);
        Set<Integer> labels = new TreeSet<>();
        for (Reference reference : draft.references) {
            if (reference.label() != null && reference.label().matches("\\d{1,3}")) {
                labels.add(Integer.valueOf(reference.label()));
            }
        }
        int last = Math.max(
                draft.references.size(), labels.stream().max(Integer::compare).orElse(0));
        List<Integer> beyond = cited.stream().filter(number -> number > last).toList();
        if (draft.references.isEmpty()) {
            if (!cited.isEmpty()) {
                draft.warn("the text cites numbered references up to " + beyond.getLast()
                        + ", but no list of references was found");
            }
            return;
        }
        if (beyond.size() > 1) {
            draft.warn("the text cites references up to " + beyond.getLast() + ", but the list that was read ends at "
                    + last);
        }
        List<Integer> missing = new ArrayList<>();
        for (int number = 1; labels.size() > 1 && number < last; number++) {
            if (!labels.contains(number)) {
                missing.add(number);
            }
        }
        if (2 * labels.size() > last && !missing.isEmpty()) {
            String numbers = missing.stream().limit(10).map(String::valueOf).collect(Collectors.joining(", "));
            draft.warn("the list of references lacks " + (missing.size() == 1 ? "number " : "numbers ") + numbers
                    + (missing.size() > 10 ? " and others" : ""));
        }
    }

    private static void placement(PaperDraft draft) {
        int unplaced = draft.unplaced.stream()
                .mapToInt(Suspicions::words)
                .filter(words -> words >= FEWEST_WORDS_OF_TEXT)
                .sum();
        if (unplaced > 0) {
            draft.warn(unplaced + " words could not be placed; they stand in the last section");
        }
        // A saved page may have more site around it than article, a formula more preamble than signs.
        Map<Furniture.Kind, Integer> furniture = draft.furniture.words();
        furniture.remove(Furniture.Kind.NAVIGATION);
        furniture.remove(Furniture.Kind.TAGGED);
        int left = furniture.values().stream().mapToInt(Integer::intValue).sum();
        int kept = draft.sections.stream()
                        .mapToInt(section -> words(section.text()))
                        .sum()
                + draft.references.stream()
                        .mapToInt(reference -> words(reference.raw()))
                        .sum()
                + draft.unplaced.stream().mapToInt(Suspicions::words).sum();
        if (left + kept >= FEWEST_WORDS && left > MOST_FURNITURE * (left + kept)) {
            String kinds = furniture.entrySet().stream()
                    .map(each -> each.getValue() + " of " + each.getKey().words())
                    .collect(Collectors.joining(", "));
            draft.warn(String.format(
                    Locale.ROOT, "%.0f%% of the file's words were left out: %s", 100.0 * left / (left + kept), kinds));
        }
    }

    /** How many words stand between spaces and line breaks. */
    private static int words(String text) {
        String bare = text.strip();
        int words = 0;
        boolean inside = false;
        for (int i = 0; i < bare.length(); i++) {
            char c = bare.charAt(i);
            boolean space = c == ' ' || c >= '\t' && c <= '\r';
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }
}

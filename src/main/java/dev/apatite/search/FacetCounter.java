package dev.apatite.search;

import dev.apatite.index.FacetDimensions;
import dev.apatite.index.IndexView;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Turns counts into the values that are worth showing. Safe to share between threads. */
final class FacetCounter {
    /** Values of one facet in an answer. */
    private static final int MOST_TELLING = 20;

    /** Years and decades are all shown: as a whole they are a picture. */
    private static final Set<String> NUMBERS =
            Set.of(FacetDimensions.YEAR, FacetDimensions.AGE, FacetDimensions.PATIENT_AGE);

    private static final int MOST_NUMBERS = 250;

    private static final Comparator<FacetValue> MOST_FREQUENT_FIRST =
            Comparator.comparingLong(FacetValue::count).reversed().thenComparing(FacetValue::label);

    private final Map<String, FacetDictionary> dictionaries = new ConcurrentHashMap<>();

    /** What counting in a field needs, worked out once for a commit. */
    FacetIndex index(IndexView view, String field) {
        FacetDictionary dictionary = dictionaries.computeIfAbsent(field, FacetDictionary::new);
        return view.attachment(FacetIndex.class, field, searcher -> {
            try {
                return new FacetIndex(dictionary, searcher);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** The most telling values of a facet and those that are selected, most frequent first, an antibody with its results. */
    static List<FacetValue> telling(FacetIndex index, int[] counts, String dimension, List<String> selected) {
        FacetDictionary.Snapshot known = index.dictionary();
        Set<Integer> chosen = numbers(known, dimension, selected);
        int[] all = known.byDimension().getOrDefault(dimension, new int[0]);
        boolean numeric = NUMBERS.contains(dimension);
        record Scored(int number, double score) {}
        double rows = largest(counts, all);
        double everything = largest(index.background(), all);
        List<Scored> scored = new ArrayList<>();
        for (int number : all) {
            if (known.values()[number].status() || isNowhere(known, counts, number)) {
                continue;
            }
            if (counts[2 * number] == 0) {
                // No row has the antibody: that it was looked for in vain is a value of its own.
                statuses(known, counts, number)
                        .forEach(each -> scored.add(new Scored(
                                each,
                                chosen.contains(each)
                                        ? Double.MAX_VALUE
                                        : score(index, counts, each, rows / everything))));
            } else if (chosen.contains(number)
                    || statuses(known, counts, number).stream().anyMatch(chosen::contains)) {
                scored.add(new Scored(number, Double.MAX_VALUE));
            } else if (counts[2 * number + 1] > 0) {
                scored.add(new Scored(number, score(index, counts, number, rows / everything)));
            }
        }
        // Of those that tell as much, the first by name, so that it does not matter which paper was read first.
        PriorityQueue<Scored> left = new PriorityQueue<>(
                Math.max(1, scored.size()),
                Comparator.comparingDouble(Scored::score)
                        .reversed()
                        .thenComparing(each -> known.values()[each.number()].value()));
        left.addAll(scored);
        return Stream.generate(left::remove)
                .limit(Math.min(scored.size(), numeric ? MOST_NUMBERS : Math.max(MOST_TELLING, chosen.size())))
                .map(each -> alone(known, counts, each.number(), chosen))
                .sorted(MOST_FREQUENT_FIRST)
                .toList();
    }

    private static boolean isNowhere(FacetDictionary.Snapshot known, int[] counts, int number) {
        return counts[2 * number] == 0 && statuses(known, counts, number).isEmpty();
    }

    /** A value that stands by itself; a status with the antibody of which it says something. */
    private static FacetValue alone(FacetDictionary.Snapshot known, int[] counts, int number, Set<Integer> chosen) {
        FacetValue value = value(known, counts, number, chosen);
        int colon = value.value().lastIndexOf(':');
        return known.values()[number].status()
                ? new FacetValue(
                        value.value(),
                        value.value().substring(0, colon) + " " + value.label(),
                        value.count(),
                        value.selected(),
                        value.narrower(),
                        value.children())
                : value;
    }

    /**
     * How much a value says of the rows: how many have it themselves, the more the oftener they have it than all others do
     * (as significant terms are found), and the less the more of the whole corpus have it.
     */
    private static double score(FacetIndex index, int[] counts, int number, double share) {
        double lift = counts[2 * number] / (share * Math.max(1, index.background()[2 * number]));
        return counts[2 * number + 1] * Math.log1p(lift);
    }

    private static double largest(int[] counts, int[] numbers) {
        int largest = 1;
        for (int number : numbers) {
            largest = Math.max(largest, counts[2 * number]);
        }
        return largest;
    }

    /** Values of a facet, those of one level or those in which a word begins as typed; most frequent first. */
    static List<FacetValue> listed(
            FacetIndex index, int[] counts, String dimension, FacetRequest request, List<String> selected) {
        FacetDictionary.Snapshot known = index.dictionary();
        Set<Integer> chosen = numbers(known, dimension, selected);
        @Nullable Integer above = request.below().isEmpty() ? null : known.number(dimension, request.below());
        IntPredicate wanted;
        if (!request.typed().isBlank()) {
            String beginning = " " + Vocabulary.fold(request.typed());
            wanted = number -> (" " + Vocabulary.fold(known.values()[number].label())).contains(beginning);
        } else if (request.below().isEmpty()) {
            wanted = known.roots()::contains;
        } else {
            wanted = above == null ? number -> false : known.narrower().get(above)::contains;
        }
        return IntStream.of(known.byDimension().getOrDefault(dimension, new int[0]))
                .filter(number -> !known.values()[number].status() && !isNowhere(known, counts, number))
                .filter(wanted)
                .flatMap(number -> counts[2 * number] > 0
                        ? IntStream.of(number)
                        : statuses(known, counts, number).stream().mapToInt(each -> each))
                .mapToObj(number -> alone(known, counts, number, chosen))
                .sorted(MOST_FREQUENT_FIRST)
                .toList();
    }

    private static FacetValue value(FacetDictionary.Snapshot known, int[] counts, int number, Set<Integer> chosen) {
        FacetDictionary.Value value = known.values()[number];
        List<Integer> results = statuses(known, counts, number);
        long narrower = known.narrower().get(number).stream()
                .filter(each -> counts[2 * each] > 0 && !known.values()[each].status())
                .count();
        return new FacetValue(
                value.value(),
                value.label(),
                counts[2 * number],
                chosen.contains(number),
                (int) narrower,
                results.stream()
                        .map(each -> value(known, counts, each, chosen))
                        .sorted(MOST_FREQUENT_FIRST)
                        .toList());
    }

    /** The results of an antibody that some rows have. */
    private static List<Integer> statuses(FacetDictionary.Snapshot known, int[] counts, int number) {
        if (!known.withStatuses().contains(number)) {
            return List.of();
        }
        return known.narrower().get(number).stream()
                .filter(each -> counts[2 * each] > 0 && known.values()[each].status())
                .toList();
    }

    private static Set<Integer> numbers(FacetDictionary.Snapshot known, String dimension, List<String> values) {
        Set<Integer> numbers = new HashSet<>();
        for (String each : values) {
            Integer number = known.number(dimension, each);
            if (number != null) {
                numbers.add(number);
            }
        }
        return numbers;
    }
}

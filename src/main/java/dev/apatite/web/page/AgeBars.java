package dev.apatite.web.page;

import dev.apatite.search.FacetValue;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One decade of age: how many patients of either sex. */
public record AgeBars(String label, String href, Bar female, Bar male) {
    /** How many, and how long the bar is, in per cent of the longest. */
    public record Bar(long count, String width, String href) {}

    /** The decades from the youngest to the oldest, by the ages of female and of male patients. */
    public static List<AgeBars> of(SearchState state, List<FacetValue> female, List<FacetValue> male) {
        Map<String, Long> women = counts(female);
        Map<String, Long> men = counts(male);
        TreeSet<String> decades = new TreeSet<>(Comparator.comparingInt(AgeBars::from));
        decades.addAll(women.keySet());
        decades.addAll(men.keySet());
        long longest = Stream.concat(women.values().stream(), men.values().stream())
                .mapToLong(Long::longValue)
                .max()
                .orElse(1);
        return decades.stream()
                .map(each -> new AgeBars(
                        CodeNames.filterValue("age", each),
                        state.only(Ordered.of("age", each)),
                        bar(state, each, "female", women.getOrDefault(each, 0L), longest),
                        bar(state, each, "male", men.getOrDefault(each, 0L), longest)))
                .toList();
    }

    private static Map<String, Long> counts(List<FacetValue> ages) {
        return ages.stream().collect(Collectors.toMap(FacetValue::value, FacetValue::count, Long::sum));
    }

    private static int from(String decade) {
        int dots = decade.indexOf("..");
        return Integer.parseInt(dots < 0 ? decade : decade.substring(0, dots));
    }

    private static Bar bar(SearchState state, String decade, String sex, long count, long longest) {
        return new Bar(
                count,
                String.format(Locale.ROOT, "%.2f%%", 100.0 * count / Math.max(1, longest)),
                state.only(Ordered.of("age", decade, "sex", sex)));
    }
}

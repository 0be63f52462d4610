package dev.apatite.web.page;

import dev.apatite.search.FacetValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A facet as the page shows it.
 *
 * @param shown the values shown at once, and those that are chosen
 * @param more those that are shown when asked for, by the page of all values
 * @param bars of numbers, how many rows there are in each decade
 * @param all the address of all values; null where all are shown
 */
public record FacetGroup(
        String name,
        String label,
        List<FacetNode> shown,
        List<FacetNode> more,
        List<Bar> bars,
        @Nullable String all) {
    private static final int AT_ONCE = 8;
    private static final int DECADE = 10;

    /** A decade: how many rows, how long its bar is in per cent of the longest, and the address that chooses or drops it. */
    public record Bar(String label, long count, String width, String href, boolean selected) {}

    public FacetGroup {
        shown = List.copyOf(shown);
        more = List.copyOf(more);
        bars = List.copyOf(bars);
    }

    boolean shows(String filter, String value) {
        return filter.equals(name) && shown.stream().anyMatch(each -> each.shows(value));
    }

    /** How a range is written. */
    public String example() {
        return name.equals("year") ? "2010..2020" : "20..40";
    }

    /** The facets of a view that have values, in the view's order. */
    public static List<FacetGroup> of(SearchState state, Map<String, List<FacetValue>> facets) {
        List<FacetGroup> groups = new ArrayList<>();
        state.view().facets().forEach((name, label) -> {
            List<FacetValue> values = facets.getOrDefault(name, List.of());
            if (!values.isEmpty()) {
                groups.add(group(state, name, label, values));
            }
        });
        return groups;
    }

    private static FacetGroup group(SearchState state, String name, String label, List<FacetValue> values) {
        if (name.equals("year") || name.equals("age")) {
            return new FacetGroup(name, label, List.of(), List.of(), bars(state, name, values), null);
        }
        List<FacetNode> nodes =
                values.stream().map(each -> node(state, name, each)).toList();
        int atOnce = nodes.size() <= AT_ONCE + 2 ? nodes.size() : AT_ONCE;
        List<FacetNode> shown = new ArrayList<>(nodes.subList(0, atOnce));
        List<FacetNode> more = new ArrayList<>();
        nodes.subList(atOnce, nodes.size()).forEach(each -> (each.isOrHasSelected() ? shown : more).add(each));
        boolean deep = values.stream().anyMatch(each -> each.narrower() > 0);
        return new FacetGroup(
                name, label, shown, more, List.of(), deep || !more.isEmpty() ? listed(state, name, "") : null);
    }

    /** The address of a facet's values: of the broadest, or of those below one. */
    private static String listed(SearchState state, String name, String below) {
        String of = SearchAddresses.of(state.request().withCursor(dev.apatite.search.SearchRequest.FIRST_PAGE));
        List<String> parts = new ArrayList<>();
        if (state.view() != View.PAPERS) {
            parts.add(SearchAddresses.part("of", state.view().label().toLowerCase(Locale.ROOT)));
        }
        if (!below.isEmpty()) {
            parts.add(SearchAddresses.part("below", below));
        }
        String more = parts.isEmpty() ? "" : (of.isEmpty() ? "?" : "&") + String.join("&", parts);
        return "/facets/" + SearchAddresses.encoded(name) + of + more;
    }

    private static List<Bar> bars(SearchState state, String name, List<FacetValue> values) {
        Map<Integer, Long> decades = new TreeMap<>(name.equals("year") ? Comparator.reverseOrder() : null);
        values.forEach(each -> decades.merge(leadingNumber(each.value()) / DECADE * DECADE, each.count(), Long::sum));
        long longest =
                decades.values().stream().mapToLong(Long::longValue).max().orElse(1);
        List<Bar> bars = new ArrayList<>();
        decades.forEach((from, count) -> {
            String range = from + ".." + (from + DECADE - 1);
            boolean selected = state.has(name, range);
            bars.add(new Bar(
                    CodeNames.filterValue(name, range),
                    count,
                    String.format(Locale.ROOT, "%.2f%%", 100.0 * count / longest),
                    selected ? state.without(name, range) : state.with(name, range),
                    selected));
        });
        return bars;
    }

    private static int leadingNumber(String value) {
        int end = 0;
        while (end < value.length() && end < 6 && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(value.substring(0, end));
    }

    static FacetNode node(SearchState state, String name, FacetValue value) {
        return new FacetNode(
                name,
                value.value(),
                label(name, value),
                value.count(),
                value.selected(),
                value.selected() ? state.without(name, value.value()) : state.with(name, value.value()),
                value.narrower() > 0 ? listed(state, name, value.value()) : null,
                value.children().stream().map(each -> node(state, name, each)).toList());
    }

    private static String label(String name, FacetValue value) {
        return switch (name) {
            case "own", "response", "age", "section" -> CodeNames.filterValue(name, value.value());
            default -> value.label();
        };
    }
}

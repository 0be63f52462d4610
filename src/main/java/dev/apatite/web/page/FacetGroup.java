package dev.apatite.web.page;

import dev.apatite.search.FacetValue;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A facet as the page shows it.
 *
 * @param shown the values shown at once
 * @param more those shown when asked for
 */
public record FacetGroup(String name, String label, List<FacetNode> shown, List<FacetNode> more) {
    private static final int AT_ONCE = 8;
    private static final int MOST = 40;
    private static final int MOST_BELOW = 30;
    private static final int FEW_ROOTS = 2;

    public FacetGroup {
        shown = List.copyOf(shown);
        more = List.copyOf(more);
    }

    boolean shows(String filter, String value) {
        return filter.equals(name)
                && Stream.concat(shown.stream(), more.stream()).anyMatch(each -> each.shows(value));
    }

    /** Whether one of the values in {@code more} is chosen. */
    public boolean moreIsOpen() {
        return more.stream().anyMatch(FacetNode::isOrHasSelected);
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
        Set<String> seen = new HashSet<>();
        boolean open = values.size() <= FEW_ROOTS;
        List<FacetNode> nodes = ordered(name, values).stream()
                .limit(MOST)
                .map(each -> node(state, name, each, seen, open))
                .toList();
        int atOnce = atOnce(nodes);
        return new FacetGroup(name, label, nodes.subList(0, atOnce), nodes.subList(atOnce, nodes.size()));
    }

    /** One or two more are sooner shown than asked for. */
    private static int atOnce(List<FacetNode> nodes) {
        return nodes.size() <= AT_ONCE + 2 ? nodes.size() : AT_ONCE;
    }

    /** Years and ages by number, everything else as it was counted: most frequent first. */
    private static List<FacetValue> ordered(String name, List<FacetValue> values) {
        Comparator<FacetValue> byNumber = Comparator.comparingInt(each -> leadingNumber(each.value()));
        return switch (name) {
            case "year" -> values.stream().sorted(byNumber.reversed()).toList();
            case "age" -> values.stream().sorted(byNumber).toList();
            default -> values;
        };
    }

    private static int leadingNumber(String value) {
        int end = 0;
        while (end < value.length() && end < 6 && Character.isDigit(value.charAt(end))) {
            end++;
        }
        return end == 0 ? 0 : Integer.parseInt(value.substring(0, end));
    }

    private static FacetNode node(SearchState state, String name, FacetValue value, Set<String> seen, boolean open) {
        boolean first = seen.add(value.value().toLowerCase(Locale.ROOT));
        List<FacetNode> children = value.children().stream()
                .limit(MOST_BELOW)
                .map(each -> node(state, name, each, seen, false))
                .toList();
        int atOnce = atOnce(children);
        return new FacetNode(
                name,
                value.value(),
                label(name, value),
                value.count(),
                value.selected(),
                first ? null : toggle(state, name, value),
                children.subList(0, atOnce),
                children.subList(atOnce, children.size()),
                open || children.stream().anyMatch(FacetNode::isOrHasSelected));
    }

    private static String toggle(SearchState state, String name, FacetValue value) {
        return value.selected() ? state.without(name, value.value()) : state.with(name, value.value());
    }

    private static String label(String name, FacetValue value) {
        return switch (name) {
            case "own", "response", "age" -> Words.filterValue(name, value.value());
            case "antibody" ->
                value.value().endsWith(":positive")
                        ? "+"
                        : value.value().endsWith(":negative") ? "\u2212" : value.label();
            default -> value.label();
        };
    }
}

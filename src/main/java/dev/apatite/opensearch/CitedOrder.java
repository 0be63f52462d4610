package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Papers by how often they are cited. The cluster sorts by nothing that a child says, but scores by it: the score is the
 * count ({@link CitedColumn}), and for papers that have all words before others the tiers of {@code search} above it. Both
 * stay exact, for they are whole numbers below 2 to the power of 24.
 */
final class CitedOrder {
    /** Lifts a tier of 1024 above all counts. */
    private static final int LIFT = CitedColumn.MOST / 1024;

    private final boolean tiered;
    private final boolean mostFirst;

    private CitedOrder(boolean tiered, boolean mostFirst) {
        this.tiered = tiered;
        this.mostFirst = mostFirst;
    }

    /** The order of a sort; null where it asks for no counts. */
    static @Nullable CitedOrder of(Sort sort) {
        SortField[] fields = sort.getSort();
        boolean tiered = fields[0].getType() == SortField.Type.SCORE;
        SortField counts = fields[tiered && fields.length > 1 ? 1 : 0];
        return Schema.CITED_BY.equals(counts.getField()) ? new CitedOrder(tiered, counts.getReverse()) : null;
    }

    /** A query that scores by it. */
    Map<String, Object> scoring(Map<String, Object> query) {
        Map<String, Object> counts = Map.of(
                "has_child",
                Map.of(
                        "type",
                        CitedColumn.KIND,
                        "score_mode",
                        "max",
                        "query",
                        Map.of(
                                "function_score",
                                Map.of(
                                        "query",
                                        Map.of("match_all", Map.of()),
                                        "field_value_factor",
                                        Map.of(
                                                "field",
                                                mostFirst ? Schema.CITED_BY : CitedColumn.UNCITED,
                                                "missing",
                                                0),
                                        "boost_mode",
                                        "replace"))));
        Map<String, Object> bool = new LinkedHashMap<>();
        if (tiered) {
            bool.put("must", List.of(Map.of("bool", Map.of("must", List.of(query), "boost", LIFT))));
        } else {
            bool.put("filter", List.of(query));
        }
        bool.put("should", List.of(counts));
        bool.put("minimum_should_match", 0);
        return Map.of("bool", bool);
    }

    /** What the cluster sorts by. */
    List<Object> sort() {
        return List.of(Map.of("_score", "desc"), Map.of(Schema.PAPER, "asc"));
    }

    /** What a row was sorted by, as the cluster takes it back. */
    List<Object> after(List<Object> values) {
        double tiers = tiered ? ((Number) values.getFirst()).doubleValue() * LIFT : 0;
        long count = ((Number) values.get(tiered ? 1 : 0)).longValue();
        return List.of(tiers + (mostFirst ? count : CitedColumn.MOST - 1 - count), RowOrder.plain(values.getLast()));
    }

    /** What a row was sorted by, of the types that Lucene gives it. */
    List<Object> values(JsonNode sorted) {
        long score = Math.round(sorted.path(0).asDouble());
        List<Object> values = new ArrayList<>();
        long count = score % CitedColumn.MOST;
        if (tiered) {
            values.add((float) (score / CitedColumn.MOST * (CitedColumn.MOST / LIFT)));
        }
        values.add(mostFirst ? count : CitedColumn.MOST - 1 - count);
        values.add(new BytesRef(sorted.path(1).asText()));
        return values;
    }
}

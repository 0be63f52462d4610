package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.engine.Unanswerable;
import java.util.Map;
import org.apache.lucene.search.SortField;
import org.apache.lucene.util.BytesRef;

/** Lucene's sorts in the language of the cluster, and what rows were sorted by. */
final class RowOrder {
    private RowOrder() {}

    /** How the cluster is told to sort by a field. */
    static Object order(SortField field) {
        String direction = field.getReverse() ? "desc" : "asc";
        return switch (field.getType()) {
            case SCORE -> Map.of("_score", Map.of("order", "desc"));
            case STRING -> {
                // As Lucene has it: what has no value is less than every value.
                yield Map.of(
                        field.getField(),
                        Map.of("order", direction, "missing", field.getReverse() ? "_last" : "_first"));
            }
            case INT, DOUBLE -> {
                Object missing = field.getMissingValue();
                boolean last = missing instanceof Number number
                        && (field.getReverse() ? number.doubleValue() <= Integer.MIN_VALUE : number.doubleValue() >= 1);
                yield Map.of(
                        field.getField(),
                        Map.of(
                                "order",
                                direction,
                                "missing",
                                missing instanceof Double sure && sure == 1.0 ? missing : last ? "_last" : "_first"));
            }
            default -> throw unsorted(field);
        };
    }

    private static Unanswerable unsorted(SortField field) {
        return new Unanswerable("papers in a cluster cannot be sorted by " + field.getField());
    }

    /** What a row was sorted by, as the cluster takes it back. */
    static Object plain(Object value) {
        return value instanceof BytesRef bytes ? bytes.utf8ToString() : value;
    }

    /** What a row was sorted by, of the type that Lucene gives it. */
    static Object value(SortField field, JsonNode value) {
        return switch (field.getType()) {
            case SCORE -> (float) value.asDouble();
            case STRING -> new BytesRef(value.isNull() ? "" : value.asText());
            case INT ->
                value.isIntegralNumber() && value.canConvertToInt()
                        ? value.asInt()
                        : value.asDouble() < 0 ? Integer.MIN_VALUE : Integer.MAX_VALUE;
            case DOUBLE -> value.isTextual() ? Double.parseDouble(value.asText()) : value.asDouble();
            default -> throw unsorted(field);
        };
    }
}

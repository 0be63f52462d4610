package dev.apatite.query;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A query as it was understood. */
public sealed interface QueryNode {
    /** Every paper. */
    record Everything() implements QueryNode {}

    /** No word at all: what is left of marks that mean nothing. */
    record Nothing() implements QueryNode {}

    /** A word as typed. */
    record Word(String text, int position) implements QueryNode {}

    /**
     * Bare words side by side: each a {@link Word}, or an {@link Or} of words that were joined by a small "or". Papers
     * that lack some of them are found too, behind.
     */
    record Words(List<QueryNode> parts) implements QueryNode {
        public Words {
            parts = List.copyOf(parts);
        }
    }

    /** A word with {@code ?} for any letter or {@code *} for any letters within. */
    record Pattern(String text, int position) implements QueryNode {}

    /** Words that stand side by side, or with at most {@code slop} moves between. */
    record Phrase(String text, int slop, int position) implements QueryNode {}

    /** Words that begin so. */
    record Prefix(String text, int position) implements QueryNode {}

    /** All of these. */
    record And(List<QueryNode> parts) implements QueryNode {
        public And {
            parts = List.copyOf(parts);
        }
    }

    /** At least one of these. */
    record Or(List<QueryNode> parts) implements QueryNode {
        public Or {
            parts = List.copyOf(parts);
        }
    }

    /** What does not match this. */
    record Not(QueryNode part) implements QueryNode {}

    /** The same, but within one field. */
    record InField(QueryField field, QueryNode part, int position) implements QueryNode {}

    /** Years, or days as eight digits, from and to, both included; null is open. */
    record Range(
            QueryField field,
            @Nullable Integer from,
            @Nullable Integer to) implements QueryNode {}
}

package dev.apatite.query;

import org.jspecify.annotations.Nullable;

/** A piece of a typed query. */
sealed interface Token {
    int position();

    record Word(String text, int position) implements Token {}

    record Prefix(String text, int position) implements Token {}

    /** A word with {@code ?} or {@code *} within. */
    record Pattern(String text, int position) implements Token {}

    record Phrase(String text, int slop, int position) implements Token {}

    record Open(int position) implements Token {}

    record Close(int position) implements Token {}

    /** AND, OR or NOT. */
    record Operator(String name, int position) implements Token {}

    /** A field's name; what it holds for follows. */
    record Field(QueryField field, int position) implements Token {}

    /** {@code [from TO to]} behind a field; null is open. */
    record Range(@Nullable Integer from, @Nullable Integer to, int position) implements Token {}

    /** Whether something to search may begin with it. */
    default boolean beginsOperand() {
        return !(this instanceof Close)
                && !(this instanceof Operator operator && !operator.name().equals("NOT"));
    }

    /** Whether something to search may end with it. */
    default boolean endsOperand() {
        return !(this instanceof Open) && !(this instanceof Operator) && !(this instanceof Field);
    }
}

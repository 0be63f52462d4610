package dev.apatite.search;

import org.jspecify.annotations.Nullable;

/**
 * How a beginning may go on.
 *
 * @param kind {@code title}, {@code author}, or a concept's type: {@code treatment}, {@code condition}, ...
 * @param query the query that asks for it
 * @param paper the paper's id where it is a title
 */
public record Suggestion(
        String text, String kind, String query, @Nullable String paper) {}

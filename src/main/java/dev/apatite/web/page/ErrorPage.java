package dev.apatite.web.page;

import org.jspecify.annotations.Nullable;

/**
 * What went wrong, in a sentence.
 *
 * @param position where in the query, null where it is not the query or not one place
 */
public record ErrorPage(
        Frame frame,
        int status,
        String title,
        String sentence,
        @Nullable Integer position) {
    /** The query up to where it goes wrong. */
    public String before() {
        return query().substring(0, place());
    }

    /** The query from there on. */
    public String after() {
        return query().substring(place());
    }

    private String query() {
        return frame.state().request().query();
    }

    private int place() {
        return position == null ? query().length() : Math.clamp(position, 0, query().length());
    }
}

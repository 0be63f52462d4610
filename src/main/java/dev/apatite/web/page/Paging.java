package dev.apatite.web.page;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * How far a reader went through the pages of a view. A cursor leads to the page behind it only; the way back is kept in
 * the address.
 *
 * @param page from 1
 * @param trail the cursors of the pages before this one, the first page's left out; older ones are forgotten
 */
public record Paging(int page, List<String> trail) {
    /** The first page. */
    public static final Paging FIRST = new Paging(1, List.of());

    /** Some eighty characters each: an address holds a few thousand. */
    private static final int LONGEST = 40;

    private static final String BETWEEN = ".";

    public Paging {
        trail = List.copyOf(trail);
    }

    /** As an address tells it. */
    public static Paging of(int page, String trail) {
        List<String> cursors = trail.isEmpty() ? List.of() : List.of(trail.split(Pattern.quote(BETWEEN), LONGEST + 1));
        return new Paging(page, cursors);
    }

    /** The page behind this one, whose cursor is {@code cursor}. */
    Paging next(String cursor) {
        List<String> longer = new ArrayList<>(trail);
        if (page > 1) {
            longer.add(cursor);
        }
        return new Paging(page + 1, longer.subList(Math.max(0, longer.size() - LONGEST), longer.size()));
    }

    /** Whether the page before this one is known. */
    boolean knowsPrevious() {
        return page == 2 || !trail.isEmpty();
    }

    /** The page before this one. */
    Paging previous() {
        return new Paging(page - 1, trail.isEmpty() ? trail : trail.subList(0, trail.size() - 1));
    }

    /** The end of an address. */
    String part() {
        return page == 1
                ? ""
                : "&page=" + page
                        + (trail.isEmpty() ? "" : "&" + SearchAddresses.part("trail", String.join(BETWEEN, trail)));
    }
}

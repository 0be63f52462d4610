package dev.apatite.web.page;

import dev.apatite.review.Decision;
import dev.apatite.review.ListEntry;
import dev.apatite.review.PaperList;
import dev.apatite.search.PaperCard;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A list of papers to be screened.
 *
 * @param rows those of this page
 * @param reader who decides here; empty for one without a name
 * @param signedIn whether the reader signed in under that name
 * @param show which papers are shown: all, open, include, exclude, conflict
 * @param from the number of the first one of this page, from 0
 * @param shown how many there are in all of those that are shown
 */
public record ListPage(
        Frame frame,
        PaperList list,
        List<Row> rows,
        String reader,
        boolean signedIn,
        String show,
        int from,
        int shown) {
    /** What may be shown. */
    public static final List<String> SHOWN = List.of("all", "open", "include", "exclude", "conflict");

    /** Papers of one page. */
    public static final int SIZE = 25;

    public ListPage {
        rows = List.copyOf(rows);
    }

    /**
     * A paper of the list.
     *
     * @param card null where the paper is not in the index any more
     * @param text its abstract; null where it has none
     */
    public record Row(
            String id,
            @Nullable PaperCard card,
            @Nullable String title,
            @Nullable String text,
            @Nullable Decision decision,
            Map<String, ListEntry> said) {
        public Row {
            said = java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(said));
        }

        /** open, include, exclude or conflict. */
        public String state() {
            return decision == null ? "conflict" : decision.code();
        }

        /** What a reader says of it. */
        public @Nullable ListEntry by(String reader) {
            return said.get(reader);
        }
    }

    /** Where this page stands, with another choice of what is shown, or from another paper on. */
    public String address(String what, int first) {
        StringBuilder address = new StringBuilder(ListsPage.address(list.name()));
        char mark = '?';
        if (!what.equals("all")) {
            address.append(mark).append("show=").append(what);
            mark = '&';
        }
        if (first > 0) {
            address.append(mark).append("from=").append(first);
            mark = '&';
        }
        if (!reader.isEmpty() && !signedIn) {
            address.append(mark).append(SearchAddresses.part("reader", reader));
        }
        return address.toString();
    }

    /** The id of the row behind one, or of this where it is the last. */
    public String after(int index) {
        return rows.get(Math.min(index + 1, rows.size() - 1)).id();
    }

    /** Reasons that were given before, to choose from. */
    public List<String> reasons() {
        return list.papers().keySet().stream()
                .flatMap(each -> list.reasons(each).stream())
                .distinct()
                .sorted()
                .toList();
    }
}

package dev.apatite.web.page;

import dev.apatite.paper.Paper;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper on the reader's desk: its text, and beside it every finding that it may state.
 *
 * @param title as HTML, escaped and marked
 * @param parts its sections as HTML
 * @param rows the surest first
 * @param reader whose marks are made here; empty for one without a name
 * @param signedIn whether the reader signed in under that name
 * @param undoable whether the reader has marked something here
 * @param address of this page, with the search that the paper was found by
 * @param next the address of the next paper's desk; null where this is the last
 * @param likely the confidence from which on findings are likely
 */
public record DeskPage(
        Frame frame,
        Paper paper,
        String title,
        List<PaperPage.Part> parts,
        List<DeskRow> rows,
        String reader,
        boolean signedIn,
        boolean undoable,
        String address,
        @Nullable String next,
        double likely) {
    public DeskPage {
        parts = List.copyOf(parts);
        rows = List.copyOf(rows);
    }

    /** The id of the row behind one, or of this where it is the last. */
    public String after(int index) {
        return rows.get(Math.min(index + 1, rows.size() - 1)).finding().id();
    }

    /** Where the forms are sent. */
    public String action() {
        return "/papers/" + SearchAddresses.encoded(paper.id()) + "/desk";
    }

    /** How many rows nobody has marked. */
    public long open() {
        return rows.stream().filter(each -> each.marks().isEmpty()).count();
    }
}

package dev.apatite.web.page;

import dev.apatite.search.PaperCard;
import java.util.List;

/**
 * The saved searches.
 *
 * @param notices what is wrong with the file that they are kept in, a sentence each
 */
public record SearchesPage(Frame frame, List<Row> rows, List<String> notices) {
    public SearchesPage {
        rows = List.copyOf(rows);
        notices = List.copyOf(notices);
    }

    /**
     * One of them.
     *
     * @param state asks for it
     * @param time when it was saved, in ISO 8601 with UTC
     * @param papers how many it has found
     * @param fresh how many of them came after it was saved
     * @param newest some of those, the newest first
     * @param feed the address of its feed
     */
    public record Row(
            String name, SearchState state, String time, int papers, int fresh, List<PaperCard> newest, String feed) {
        public Row {
            newest = List.copyOf(newest);
        }

        /** What it asks for, in words. */
        public String asked() {
            StringBuilder asked = new StringBuilder(state.request().query());
            state.activeFilters()
                    .forEach(each -> asked.append(asked.isEmpty() ? "" : ", ")
                            .append(each.name())
                            .append(' ')
                            .append(each.label()));
            return asked.isEmpty() ? "all papers" : asked.toString();
        }

        /** The day on which it was saved. */
        public String day() {
            return time.length() < 10 ? time : time.substring(0, 10);
        }
    }
}

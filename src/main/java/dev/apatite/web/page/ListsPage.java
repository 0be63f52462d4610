package dev.apatite.web.page;

import dev.apatite.review.PaperList;
import java.util.List;

/** All lists of papers. */
public record ListsPage(Frame frame, List<PaperList> lists) {
    public ListsPage {
        lists = List.copyOf(lists);
    }

    /** Where a list stands. */
    public static String address(String name) {
        return "/lists/" + SearchAddresses.encoded(name);
    }
}

package dev.apatite.review;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A search that a reader keeps under a name.
 *
 * @param filters values by filter name
 * @param time when it was saved, in ISO 8601 with UTC
 * @param papers ids of the papers found so far, each with when it was found first, the oldest first
 */
public record SavedSearch(
        String name, String query, Map<String, List<String>> filters, String time, Map<String, String> papers) {
    public SavedSearch {
        filters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(filters));
        papers = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(papers));
    }

    /** Whether a paper was found after the search was saved, and not at once. */
    public boolean isNew(String paper) {
        String found = papers.get(paper);
        return found != null && found.compareTo(time) > 0;
    }
}

package dev.apatite.search;

import java.util.Set;
import org.apache.lucene.search.Query;

/**
 * Papers in the order of their relevance.
 *
 * @param query matches and scores them
 * @param asked matches them; equal for equal questions, and small
 * @param byMeaning documents of those that have none of the words; they score least
 */
record Ranked(Query query, Query asked, Set<Integer> byMeaning) {
    Ranked {
        byMeaning = Set.copyOf(byMeaning);
    }
}

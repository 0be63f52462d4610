package dev.apatite.review;

import java.util.List;

/**
 * Records that several servers keep together, each at a place of its own, counted from 0 without gaps: all of them see the
 * same records in the same order. Safe to share between threads.
 */
public interface SharedRecords {
    /** The records from a place on, in order, as many as are given at once; none where there are no more. */
    List<String> from(int place);

    /** Puts a record at a place behind which nothing stands; false where another has put one there meanwhile. */
    boolean put(int place, String record);
}

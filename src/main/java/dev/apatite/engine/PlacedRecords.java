package dev.apatite.engine;

import java.util.List;

/** Lines of text that processes keep together in an engine, each at a place counted from 0. Safe to share between threads. */
public interface PlacedRecords {
    /** The lines from a place on, in order, as many as are given at once; none where there are no more. */
    List<String> from(int place);

    /** Puts a line at a place; false where there is one already. */
    boolean put(int place, String line);
}

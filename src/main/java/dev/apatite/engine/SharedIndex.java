package dev.apatite.engine;

import dev.apatite.index.PaperUpdate;

/** An index into which several processes read one corpus together. Safe to share between threads. */
public interface SharedIndex {
    /** Where they see what the others do. */
    LeaseTable leases();

    /** Names the last commit; empty where there is none. */
    String commit();

    /** Whether another process is writing, as far as it has said. */
    boolean isWrittenByAnother();

    /**
     * A change that another process has begun and will commit, to put papers into. Nothing that is put there takes the place
     * of what was put by a change that was begun later.
     *
     * @param place where that is ({@link PaperUpdate#place})
     */
    PaperUpdate helping(String place);
}

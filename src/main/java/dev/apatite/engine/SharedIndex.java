package dev.apatite.engine;

/** An index into which several processes read one corpus together. Safe to share between threads. */
public interface SharedIndex {
    /** Where they see what the others do. */
    LeaseTable leases();

    /** Names the last commit; empty where there is none. */
    String commit();

    /** Whether another process is writing, as far as it has said. */
    boolean isWrittenByAnother();
}

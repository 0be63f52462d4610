package dev.apatite.index;

import dev.apatite.paper.Paper;

/** One change of an index, from the first paper to the commit, whichever engine keeps it. Safe to share between threads. */
public interface PaperUpdate extends AutoCloseable {
    /** Adds the paper, or replaces the one with the same id. */
    void put(Paper paper, Provenance provenance, PaperKeys keys);

    /** Removes the paper with this id, if it is there. */
    void remove(String id);

    /** Remembers a file that could not be read, in place of what was remembered of the same path. */
    void putFailure(FailedFile failure);

    /**
     * Does what can be done of {@link #put} by several threads at once; what is given does the rest, and is run by one
     * thread after the other.
     */
    default Runnable prepared(Paper paper, Provenance provenance, PaperKeys keys) {
        return () -> put(paper, provenance, keys);
    }

    /** Forgets a failure: the file was read, or is gone. */
    void removeFailure(String path);

    /** Says from which confidence on the findings are likely; else what was said at the last commit holds. */
    void likelyFrom(double confidence);

    /** Makes all changes visible, and lasting, and remembers how many files the corpus has. */
    void commit(int files);

    /** Makes the papers that were put so far visible, and lasting, while others of so many files are still to come. */
    void step(int files);

    /** Says where it is put, to others that may help with it; empty where nobody can. */
    default String place() {
        return "";
    }

    /** Lets nothing that was put wait in this process, so that another may commit it. */
    default void send() {}

    /** Lets others write; what was not committed counts for nothing. */
    @Override
    void close();
}

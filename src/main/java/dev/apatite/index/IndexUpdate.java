package dev.apatite.index;

import dev.apatite.paper.Paper;

/**
 * One change of an index, from the first paper to the commit. Nobody sees anything of it before {@link #commit}, and
 * closing without a commit takes everything back. Safe to share between threads.
 */
public final class IndexUpdate implements AutoCloseable {
    IndexUpdate() {}

    /** Adds the paper, or replaces the one with the same id. */
    public void put(Paper paper, Provenance provenance) {
        throw new UnsupportedOperationException();
    }

    /** Removes the paper with this id, if it is there. */
    public void remove(String id) {
        throw new UnsupportedOperationException();
    }

    /** Remembers a file that could not be read, in place of what was remembered of the same path. */
    public void putFailure(FailedFile failure) {
        throw new UnsupportedOperationException();
    }

    /** Forgets a failure: the file was read, or is gone. */
    public void removeFailure(String path) {
        throw new UnsupportedOperationException();
    }

    /** Makes all changes since the last commit visible at once, and lasting. */
    public void commit() {
        throw new UnsupportedOperationException();
    }

    /** Takes back what was not committed and lets others write. */
    @Override
    public void close() {}
}

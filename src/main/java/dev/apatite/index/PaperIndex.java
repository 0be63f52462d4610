package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The index of a corpus in a folder. Many may read while one writes, in this process or in another.
 *
 * <p>The folder holds generations of the index, and a small file that names the one that counts; an update goes into that
 * generation by a commit of its own, a rebuild goes into a new one beside it.
 */
public final class PaperIndex implements AutoCloseable {
    private PaperIndex() {}

    /**
     * Opens the index in a folder; the folder need not exist yet.
     *
     * @throws IndexException where the folder cannot be read
     */
    public static PaperIndex open(Path folder, Vocabulary vocabulary) {
        throw new UnsupportedOperationException();
    }

    /** The folder that the index stands in. */
    public Path folder() {
        throw new UnsupportedOperationException();
    }

    /** Whether there is an index, and whether this program can use it. */
    public IndexState state() {
        throw new UnsupportedOperationException();
    }

    /**
     * Begins a change of the index as it stands.
     *
     * @throws IndexException where another process or thread is writing, or the index is of another schema
     */
    public IndexUpdate update() {
        throw new UnsupportedOperationException();
    }

    /**
     * Begins a new, empty index beside the one that stands; its commit puts it in the other's place and deletes the other.
     *
     * @throws IndexException where another process or thread is writing
     */
    public IndexUpdate rebuild() {
        throw new UnsupportedOperationException();
    }

    /** Looks for a commit made by someone else; those made here are seen at once. Cheap. */
    public void refresh() {
        throw new UnsupportedOperationException();
    }

    /** Every paper in the last commit, without its content. */
    public List<StoredPaper> papers() {
        throw new UnsupportedOperationException();
    }

    /** The paper with this id, as it was put. */
    public Optional<Paper> paper(String id) {
        throw new UnsupportedOperationException();
    }

    /** The files that could not be read, by path. */
    public List<FailedFile> failures() {
        throw new UnsupportedOperationException();
    }

    /** How much there is in the last commit. */
    public IndexSummary summary() {
        throw new UnsupportedOperationException();
    }

    /** Reads the whole index and says whether it is sound. */
    public IndexCheck check() {
        throw new UnsupportedOperationException();
    }

    @Override
    public void close() {}
}

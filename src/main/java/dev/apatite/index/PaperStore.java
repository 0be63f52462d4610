package dev.apatite.index;

import dev.apatite.paper.Paper;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Consumer;

/** What a run over a corpus asks of an index and changes in it, whichever engine keeps it. Safe to share between threads. */
public interface PaperStore extends AutoCloseable {
    /** The folder on this machine for what is kept beside the papers. */
    Path folder();

    /** Whether there is an index, and whether this program can use it. */
    IndexState state();

    /** Whether there is an index that can be searched; an answer may be a moment old. */
    default boolean searchable() {
        return state() == IndexState.CURRENT;
    }

    /** What is damaged in the index, in words; empty where nothing is known to be. */
    default Optional<String> damage() {
        return Optional.empty();
    }

    /** How many files the corpus had at the last commit, even one of another version; empty where that is not known. */
    OptionalInt corpusFiles();

    /** Whether papers were still to come at the last commit. */
    boolean isUnfinished();

    /** Every paper in the last commit, without its content, in no order. */
    List<StoredPaper> papers();

    /** Shows every paper in the last commit without its text, one after the other, in no order. */
    void outlines(Consumer<PaperOutline> each);

    /** The paper with this id, as it was put. */
    Optional<Paper> paper(String id);

    /** The files that could not be read, by path. */
    List<FailedFile> failures();

    /** This index where places are found by their keys in it, so that a small change touches little. */
    Optional<KeyedStore> byKeys();

    /** How much there is in the last commit. */
    IndexSummary summary();

    /** Reads the whole index and says whether it is sound. */
    IndexCheck check();

    /**
     * Begins a change of the index as it stands.
     *
     * @throws IndexException where somebody else is writing, or the index has to be built anew
     */
    PaperUpdate update();

    /**
     * Begins a new, empty index beside the one that stands; its first commit, or step, puts it in the other's place.
     *
     * @throws IndexException where somebody else is writing
     */
    PaperUpdate rebuild();

    @Override
    void close();
}

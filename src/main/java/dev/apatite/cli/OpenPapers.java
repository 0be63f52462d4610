package dev.apatite.cli;

import dev.apatite.index.PaperStore;
import dev.apatite.search.Searcher;

/**
 * Papers that are open to be read, whichever engine keeps them.
 *
 * @param ending closes what was opened beside them
 */
record OpenPapers(PaperStore store, Searcher searcher, Runnable ending) implements AutoCloseable {
    @Override
    public void close() {
        try (PaperStore papers = store) {
            searcher.close();
            ending.run();
        }
    }
}

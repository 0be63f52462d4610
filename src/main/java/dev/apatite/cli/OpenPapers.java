package dev.apatite.cli;

import dev.apatite.index.PaperStore;
import dev.apatite.search.Searcher;
import dev.apatite.search.Semantics;

/** Papers that are open to be read, whichever engine keeps them. */
record OpenPapers(PaperStore store, Searcher searcher, Semantics semantics) implements AutoCloseable {
    @Override
    public void close() {
        try (PaperStore papers = store;
                Semantics meanings = semantics) {
            searcher.close();
        }
    }
}

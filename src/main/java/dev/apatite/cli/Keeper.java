package dev.apatite.cli;

import dev.apatite.index.IndexState;
import dev.apatite.index.PaperIndex;
import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestStatus;
import dev.apatite.web.IndexKeeping;

/** Tells the server of the index and of the ingest that keeps it up to date. */
record Keeper(PaperIndex papers, Ingest ingest) implements IndexKeeping {
    @Override
    public boolean searchable() {
        return papers.state() == IndexState.CURRENT;
    }

    @Override
    public IngestStatus status() {
        return ingest.status();
    }

    @Override
    public boolean allowRemovals(String fingerprint) {
        return ingest.allowRemovals(fingerprint);
    }
}

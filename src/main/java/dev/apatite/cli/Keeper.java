package dev.apatite.cli;

import dev.apatite.index.IndexState;
import dev.apatite.index.PaperIndex;
import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestStatus;
import dev.apatite.ingest.Original;
import dev.apatite.ingest.Uploads;
import dev.apatite.languagemodel.ModelReading;
import dev.apatite.web.IndexKeeping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tells the server of the index and of the ingest that keeps it up to date. */
record Keeper(PaperIndex papers, Ingest ingest, @Nullable ModelReading model, Optional<Uploads> uploads)
        implements IndexKeeping {
    @Override
    public boolean searchable() {
        return papers.searchable();
    }

    @Override
    public @Nullable String damage() {
        if (papers.state() != IndexState.DAMAGED) {
            return null;
        }
        return "the index is damaged: "
                + papers.damage().orElse("files are cut short, changed or missing")
                + "; it is built anew";
    }

    @Override
    public @Nullable String modelWords() {
        return model == null ? null : model.report().words();
    }

    @Override
    public IngestStatus status() {
        return ingest.status();
    }

    @Override
    public Optional<Original> original(String sourceFile) {
        return ingest.original(sourceFile);
    }

    @Override
    public boolean allowRemovals(String fingerprint) {
        return ingest.allowRemovals(fingerprint);
    }
}

package dev.apatite.cli;

import dev.apatite.index.PaperStore;
import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestStatus;
import dev.apatite.ingest.Original;
import dev.apatite.ingest.Uploads;
import dev.apatite.languagemodel.ModelReading;
import dev.apatite.web.IndexKeeping;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Tells the server of the index and of the ingest that keeps it up to date.
 *
 * @param ingesting whether it does; else others do
 */
record Keeper(
        PaperStore papers,
        Ingest ingest,
        boolean ingesting,
        @Nullable ModelReading model,
        Optional<Uploads> uploads) implements IndexKeeping {
    @Override
    public boolean searchable() {
        return papers.searchable();
    }

    @Override
    public @Nullable String damage() {
        return papers.damage()
                .map(each -> "the index is damaged: " + each + "; it is built anew")
                .orElse(null);
    }

    @Override
    public @Nullable String modelWords() {
        return model == null ? null : model.report().words();
    }

    @Override
    public IngestStatus status() {
        return ingesting ? ingest.status() : IngestStatus.elsewhere();
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

package dev.apatite.cli;

import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestStatus;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Shows on a terminal how far an ingest is; writes nothing where standard error is not one. */
final class ProgressLine implements AutoCloseable {
    private final Ingest ingest;
    private final boolean shown;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("apatite-progress").factory());
    private @Nullable ProgressBar bar;

    private ProgressLine(Ingest ingest, boolean shown) {
        this.ingest = ingest;
        this.shown = shown;
    }

    static ProgressLine of(Ingest ingest) {
        return new ProgressLine(ingest, System.console() != null);
    }

    void start() {
        if (shown) {
            timer.scheduleAtFixedRate(this::show, 300, 300, TimeUnit.MILLISECONDS);
        }
    }

    private void show() {
        IngestStatus status = ingest.status();
        if (status.phase() == IngestStatus.Phase.READING) {
            ProgressBar current = bar;
            if (current == null) {
                current = new ProgressBarBuilder()
                        .setTaskName("reading")
                        .setInitialMax(status.total())
                        .setStyle(ProgressBarStyle.ASCII)
                        .setUnit(" files", 1)
                        .build();
                bar = current;
            }
            current.stepTo(status.done());
        } else if (bar != null) {
            bar.setExtraMessage(status.phase().code());
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
        if (bar != null) {
            bar.close();
        }
    }
}

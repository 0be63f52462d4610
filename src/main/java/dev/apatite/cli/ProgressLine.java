package dev.apatite.cli;

import dev.apatite.ingest.Ingest;
import dev.apatite.ingest.IngestReport;
import dev.apatite.ingest.IngestStatus;
import dev.apatite.text.Printable;
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
    private final boolean tells;
    private @Nullable ProgressBar bar;
    private @Nullable IngestReport told;

    private ProgressLine(Ingest ingest, boolean shown, boolean tells) {
        this.ingest = ingest;
        this.shown = shown;
        this.tells = tells;
    }

    /** Of one run, whose command says itself what came of it. */
    static ProgressLine of(Ingest ingest) {
        return new ProgressLine(ingest, System.console() != null, false);
    }

    /** Of every run while a server runs, with what came of each. */
    static ProgressLine ofEach(Ingest ingest) {
        return new ProgressLine(ingest, System.console() != null, true);
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
            current.maxHint(status.total());
            current.stepTo(status.done());
        } else if (bar != null && status.phase() != IngestStatus.Phase.IDLE) {
            bar.setExtraMessage(status.phase().code());
        } else if (bar != null) {
            bar.close();
            bar = null;
        }
        tell(status);
    }

    /** Says once of each run that is over what came of it, to whoever lets it run and looks at the terminal. */
    private void tell(IngestStatus status) {
        IngestReport last = status.last();
        if (!tells || last == null || last == told || status.phase() != IngestStatus.Phase.IDLE) {
            return;
        }
        boolean first = told == null;
        told = last;
        last.failures()
                .forEach(failure -> System.err.println(
                        "failed " + Printable.of(failure.file()) + ": " + Printable.of(failure.reason())));
        if (first || last.indexed() + last.removed() > 0 || !last.failures().isEmpty()) {
            System.err.println(last.summary());
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

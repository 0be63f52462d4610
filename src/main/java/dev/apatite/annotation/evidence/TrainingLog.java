package dev.apatite.annotation.evidence;

import java.io.PrintWriter;
import java.util.Locale;

/** Lines about how training goes, each with the seconds since the last. */
final class TrainingLog {
    private final PrintWriter out;
    private long since = System.nanoTime();

    TrainingLog(PrintWriter out) {
        this.out = out;
    }

    void say(String format, Object... arguments) {
        long now = System.nanoTime();
        out.printf(Locale.ROOT, "[%5.1f s] ", (now - since) / 1e9);
        out.printf(Locale.ROOT, format, arguments);
        out.println();
        out.flush();
        since = now;
    }
}

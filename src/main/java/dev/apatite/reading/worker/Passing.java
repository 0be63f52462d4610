package dev.apatite.reading.worker;

import java.nio.file.FileSystemException;
import java.util.List;
import java.util.Locale;

/** Failures of the moment: what the system refuses now it may grant later. Parsers hide them below their own exceptions. */
final class Passing {
    private static final int DEEPEST = 20;

    /** The system's own words where a Java exception carries nothing else. */
    private static final List<String> WORDS = List.of(
            "no space left on device",
            "disk quota exceeded",
            "too many open files",
            "cannot allocate memory",
            "permission denied",
            "input/output error",
            "stale file handle",
            "transport endpoint is not connected");

    private Passing() {}

    /** Whether something beside the file is what went wrong. */
    static boolean isCauseOf(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            String message = String.valueOf(each.getMessage()).toLowerCase(Locale.ROOT);
            if (each instanceof FileSystemException || WORDS.stream().anyMatch(message::contains)) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }
}

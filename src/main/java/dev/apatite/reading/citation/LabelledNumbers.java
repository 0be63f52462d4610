package dev.apatite.reading.citation;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a labelled run is the volume, issue or page itself; null where the run holds none. */
final class LabelledNumbers {
    private static final Pattern VOLUME = Pattern.compile(
            "(?:[A-Za-z]{0,3}\\d[\\p{L}\\p{N}]*(?:[-‐–/.&]\\s?[\\p{L}\\p{N}]{1,5}|\\s?(?i:suppl)\\S{0,7}(?:\\s\\d+)?)*|\\b[IVXLCDM]+\\b|^[A-Z]$)");
    private static final Pattern ISSUE = Pattern.compile(
            "\\d|^[IVXLC]+$|^[A-Z]$|(?i:suppl|spec|part|pt\\b|" + "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)");
    private static final Pattern PAGE =
            Pattern.compile("[A-Za-z]{0,6}[-.]?\\d[\\p{L}\\p{N}]*(?:\\.[\\p{L}\\p{N}]+)*|\\b[ivxlcIVXLC]+\\b");

    private LabelledNumbers() {}

    static @Nullable String volume(@Nullable String run) {
        return first(VOLUME, run);
    }

    /** An issue may be a word ("Suppl 1", "June"); a second bracket is not part of it. */
    static @Nullable String issue(@Nullable String run) {
        if (run == null || !ISSUE.matcher(run).find()) {
            return null;
        }
        int open = run.indexOf('(');
        int close = run.indexOf(')');
        return close >= 0 && (open < 0 || close < open)
                ? run.substring(0, close).strip()
                : run;
    }

    static @Nullable String page(@Nullable String run) {
        return first(PAGE, run);
    }

    private static @Nullable String first(Pattern pattern, @Nullable String run) {
        Matcher matcher = pattern.matcher(run == null ? "" : run);
        return matcher.find() ? matcher.group() : null;
    }
}

package dev.apatite.ingest;

import java.nio.charset.StandardCharsets;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.zip.CRC32;

/**
 * Files that the index knows and that are away in a manner that need not mean that they were deleted: a disk that is not
 * mounted, a folder that may not be listed. Their papers stay until the files are back or their removal is confirmed.
 *
 * @param files by path
 * @param known how many files the index knows
 */
public record Absence(SortedSet<String> files, int known) {
    private static final int SHOWN = 3;

    public Absence {
        files = new TreeSet<>(files);
    }

    /** Stands for just these files, so that nothing else than what was seen can be confirmed. */
    public String fingerprint() {
        CRC32 sum = new CRC32();
        files.forEach(file -> sum.update((file + "\n").getBytes(StandardCharsets.UTF_8)));
        return files.size() + "-" + Long.toHexString(sum.getValue());
    }

    /** What is missing, in words. */
    public String words() {
        String some = String.join(", ", files.stream().limit(SHOWN).toList()) + (files.size() > SHOWN ? ", ..." : "");
        return files.size() + " of " + known + " files cannot be seen in the folder (" + some
                + "); their papers are kept, for a disk or a folder may be out of reach";
    }
}

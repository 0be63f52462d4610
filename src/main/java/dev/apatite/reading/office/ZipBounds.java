package dev.apatite.reading.office;

import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Unpacks the text parts of a zipped document for a trial, so that one that grows beyond all bounds is never parsed. */
public final class ZipBounds {
    private static final long UNPACKED_BYTES = 200L * 1024 * 1024;
    private static final int ENTRIES = 20_000;

    private ZipBounds() {}

    public static void check(Path file) throws ReadingException {
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        int entries = 0;
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Enumeration<? extends ZipEntry> all = zip.entries();
            while (all.hasMoreElements()) {
                ZipEntry entry = all.nextElement();
                if (++entries > ENTRIES) {
                    throw new ReadingException("the file holds more than " + ENTRIES + " packed parts");
                }
                if (!entry.getName().toLowerCase(Locale.ROOT).matches(".*\\.(?:xml|rels|x?html?|opf|ncx|css|rdf)")) {
                    continue;
                }
                // What an entry says of its size may be a lie, but not one that makes a file look larger than it may
                // be.
                if (entry.getSize() > UNPACKED_BYTES) {
                    throw tooLarge();
                }
                try (InputStream in = zip.getInputStream(entry)) {
                    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                        unpacked += read;
                        if (unpacked > UNPACKED_BYTES) {
                            throw tooLarge();
                        }
                    }
                }
            }
        } catch (IOException e) {
            throw new ReadingException("the file is broken: " + e.getMessage(), e);
        }
    }

    private static ReadingException tooLarge() {
        return new ReadingException("the file unpacks to more than " + UNPACKED_BYTES / (1024 * 1024) + " MB");
    }
}

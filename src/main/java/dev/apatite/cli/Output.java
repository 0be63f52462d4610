package dev.apatite.cli;

import java.io.BufferedWriter;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.jspecify.annotations.Nullable;

/** Where a command writes what scripts read: standard output, or a file that is there whole or not at all. */
final class Output {
    /** What writes. */
    interface Content {
        void writeTo(Appendable out) throws IOException;
    }

    private Output() {}

    /** A writer of UTF-8 to standard output, whatever the terminal's locale. */
    static PrintWriter standard() {
        return new PrintWriter(
                new BufferedWriter(
                        new OutputStreamWriter(new FileOutputStream(FileDescriptor.out), StandardCharsets.UTF_8)),
                false);
    }

    static void write(@Nullable Path file, PrintWriter standard, Content content) {
        try {
            if (file == null) {
                content.writeTo(standard);
                standard.flush();
            } else {
                Path half = file.resolveSibling(file.getFileName() + ".part");
                try (BufferedWriter writer = Files.newBufferedWriter(half, StandardCharsets.UTF_8)) {
                    content.writeTo(writer);
                }
                Files.move(half, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "cannot write " + (file == null ? "to standard output" : file) + ": "
                            + (e instanceof NoSuchFileException ? "there is no such folder" : e.getMessage()),
                    e);
        }
    }
}

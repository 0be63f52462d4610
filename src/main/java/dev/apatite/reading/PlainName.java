package dev.apatite.reading;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file under a name that every library can open: its own, or that of a link where its own holds bytes that are no
 * characters in this locale.
 */
final class PlainName implements AutoCloseable {
    private static final Pattern ENDING = Pattern.compile("\\.[A-Za-z0-9]{1,8}$");

    private final Path file;
    private final boolean linked;

    private PlainName(Path file, boolean linked) {
        this.file = file;
        this.linked = linked;
    }

    static PlainName of(Path file) throws IOException {
        if (isPlain(file)) {
            return new PlainName(file, false);
        }
        Matcher ending = ENDING.matcher(file.toString());
        Path folder = Files.createTempDirectory("apatite-name-");
        return new PlainName(
                Files.createSymbolicLink(
                        folder.resolve("paper" + (ending.find() ? ending.group() : "")), file.toAbsolutePath()),
                true);
    }

    private static boolean isPlain(Path file) {
        try {
            return Path.of(file.toString()).equals(file);
        } catch (InvalidPathException e) {
            return false;
        }
    }

    Path file() {
        return file;
    }

    @Override
    public void close() throws IOException {
        if (linked) {
            Files.delete(file);
            Files.delete(file.getParent());
        }
    }
}

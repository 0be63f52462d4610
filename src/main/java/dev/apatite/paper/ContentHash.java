package dev.apatite.paper;

import dev.apatite.text.Sha256;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;

/** By what it is known that two files hold the same bytes. */
public final class ContentHash {
    private ContentHash() {}

    /** SHA-256 of a file's bytes, in lower-case hexadecimal. */
    public static String of(Path file) throws IOException {
        try (DigestInputStream in = new DigestInputStream(Files.newInputStream(file), Sha256.begun())) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        }
    }

    /** The hash of one of several papers in a file, the file's own for the first. */
    public static String ofPart(String file, int number) {
        return number == 1 || file.isEmpty() ? file : Sha256.hex(file + '#' + number);
    }
}

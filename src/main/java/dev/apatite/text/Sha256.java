package dev.apatite.text;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** The hash by which bytes and texts are known to be the same. */
public final class Sha256 {
    private Sha256() {}

    /** One to which bytes are added as they come. */
    public static MessageDigest begun() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The 32 bytes of the hash of these, one after the other. */
    public static byte[] of(byte[]... parts) {
        MessageDigest digest = begun();
        for (byte[] part : parts) {
            digest.update(part);
        }
        return digest.digest();
    }

    /** All of a text's hash in lower-case hexadecimal: 64 letters. */
    public static String hex(String text) {
        return HexFormat.of().formatHex(of(text.getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * The beginning of a text's hash, for a short name.
     *
     * @param bytes how many bytes of it, each two letters; 1 to 32
     */
    public static String hex(String text, int bytes) {
        return hex(text.getBytes(StandardCharsets.UTF_8), bytes);
    }

    /**
     * The beginning of the hash of bytes.
     *
     * @param bytes how many bytes of it, each two letters; 1 to 32
     */
    public static String hex(byte[] content, int bytes) {
        return HexFormat.of().formatHex(of(content), 0, bytes);
    }
}

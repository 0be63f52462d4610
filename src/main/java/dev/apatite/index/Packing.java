package dev.apatite.index;

import dev.apatite.text.DataLines;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.store.ByteArrayDataInput;
import org.apache.lucene.store.DataOutput;

/**
 * Writes what is stored in fewer bytes: deflated (RFC 1951) against phrases that most papers share, so that each piece is
 * small by itself and is unpacked without its neighbours. Safe to share between threads.
 */
final class Packing {
    private static final String PHRASES = "phrases.txt";

    /** How far back deflate can refer. */
    private static final int WINDOW = 32 * 1024;

    private static final int LONGEST = 1 << 29;

    private final byte[] phrases;

    private Packing(byte[] phrases) {
        this.phrases = phrases;
    }

    /** Packs against the phrases that come with Apatite. */
    static Packing load() {
        byte[] all = String.join(" ", DataLines.of(Packing.class, PHRASES)).getBytes(StandardCharsets.UTF_8);
        return new Packing(all.length > WINDOW ? Arrays.copyOfRange(all, all.length - WINDOW, all.length) : all);
    }

    /** Another one for other phrases, with which nothing that was packed with these can be unpacked. */
    String version() {
        CRC32 sum = new CRC32();
        sum.update(phrases);
        return Long.toHexString(sum.getValue());
    }

    /** Writes a piece with its length. */
    void write(DataOutput out, byte[] piece) throws IOException {
        byte[] packed = new byte[piece.length];
        int length = 0;
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        try {
            deflater.setDictionary(phrases);
            deflater.setInput(piece);
            deflater.finish();
            length = deflater.deflate(packed);
            if (!deflater.finished()) {
                length = 0;
            }
        } finally {
            deflater.end();
        }
        out.writeVInt(piece.length);
        // What cannot be made shorter is written as it is.
        out.writeVInt(length);
        out.writeBytes(length == 0 ? piece : packed, 0, length == 0 ? piece.length : length);
    }

    /**
     * Reads the next piece.
     *
     * @throws CorruptIndexException where it is not as it was written
     */
    byte[] read(ByteArrayDataInput in) throws IOException {
        int size = in.readVInt();
        int length = in.readVInt();
        if (size < 0 || size > LONGEST || length < 0 || length > in.length() - in.getPosition()) {
            throw corrupt(null);
        }
        if (length == 0) {
            if (size > in.length() - in.getPosition()) {
                throw corrupt(null);
            }
            byte[] piece = new byte[size];
            in.readBytes(piece, 0, size);
            return piece;
        }
        byte[] packed = new byte[length];
        in.readBytes(packed, 0, length);
        byte[] piece = new byte[size];
        Inflater inflater = new Inflater(true);
        try {
            inflater.setDictionary(phrases);
            inflater.setInput(packed);
            if (inflater.inflate(piece) != size) {
                throw corrupt(null);
            }
        } catch (DataFormatException e) {
            throw corrupt(e);
        } finally {
            inflater.end();
        }
        return piece;
    }

    /** Goes on behind the next piece without unpacking it. */
    void skip(ByteArrayDataInput in) throws IOException {
        int size = in.readVInt();
        int length = in.readVInt();
        in.skipBytes(length == 0 ? size : length);
    }

    private static CorruptIndexException corrupt(@org.jspecify.annotations.Nullable Throwable cause) {
        return new CorruptIndexException("what is stored cannot be unpacked", "stored fields", cause);
    }
}

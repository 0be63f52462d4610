package dev.apatite.reading.worker;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What parent and child say to each other: a kind, a length, that many bytes of UTF-8. */
final class Frames {
    /** Parent to child: the URI of the corpus folder, a NUL, the file relative to it. */
    static final byte READ = 'R';

    /** Child to parent: ready for files. */
    static final byte READY = 'H';

    /** Child to parent: the papers of a file, each a line of JSON. */
    static final byte PAPERS = 'P';

    /** Child to parent: the name of the fault, a NUL, why there is no paper. */
    static final byte FAILURE = 'F';

    private Frames() {}

    /** One message. */
    record Frame(byte kind, String text) {}

    static void write(DataOutputStream out, byte kind, String text) throws IOException {
        write(out, kind, text.getBytes(StandardCharsets.UTF_8));
    }

    static void write(DataOutputStream out, byte kind, byte[] bytes) throws IOException {
        out.writeByte(kind);
        out.writeInt(bytes.length);
        out.write(bytes);
        out.flush();
    }

    /**
     * Waits for the next message.
     *
     * @throws IOException where the other side is gone or announces more than {@code longest} bytes
     */
    static Frame read(DataInputStream in, int longest) throws IOException {
        byte kind = in.readByte();
        int length = in.readInt();
        if (length < 0 || length > longest) {
            throw new IOException("a message of " + length + " bytes");
        }
        return new Frame(kind, new String(in.readNBytes(length), StandardCharsets.UTF_8));
    }
}

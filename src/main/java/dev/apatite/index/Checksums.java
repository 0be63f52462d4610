package dev.apatite.index;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.Collection;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.zip.CRC32;
import org.apache.lucene.codecs.CodecUtil;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.IOContext;
import org.apache.lucene.store.IndexInput;

/**
 * Compares the files of a commit with the checksums that they end with: a flipped bit or a block of zeros is seen before it
 * gives another answer. Files never change once they are written, so a later commit costs only what is new in it.
 */
final class Checksums {
    private static final int PIECE = 1 << 20;

    private final Set<String> sound = new HashSet<>();
    private String directory = "";

    /** Forgets what was found sound, so that all of it is read again. */
    synchronized void forget() {
        sound.clear();
    }

    /** What is wrong with the files of a view, in words; empty where nothing is. */
    synchronized Optional<String> damage(IndexView view) {
        Directory files = view.directory();
        if (files == null || !(view.reader() instanceof DirectoryReader reader)) {
            return Optional.empty();
        }
        String now = files.toString();
        if (!now.equals(directory)) {
            directory = now;
            sound.clear();
        }
        Collection<String> names;
        try {
            names = reader.getIndexCommit().getFileNames();
        } catch (IOException e) {
            return Optional.of("its list of files cannot be read");
        }
        sound.retainAll(names);
        for (String name : names) {
            if (!sound.contains(name)) {
                Optional<String> damage = damage(files, name);
                if (damage.isPresent()) {
                    return damage;
                }
                sound.add(name);
            }
        }
        return Optional.empty();
    }

    private static Optional<String> damage(Directory files, String name) {
        try (IndexInput in = files.openInput(name, IOContext.READONCE)) {
            long said = CodecUtil.retrieveChecksum(in);
            return said == checksum(in)
                    ? Optional.empty()
                    : Optional.of("its file " + name + " is not as it was written");
        } catch (FileNotFoundException | NoSuchFileException e) {
            return Optional.of("its file " + name + " is missing");
        } catch (IOException e) {
            return Optional.of("its file " + name + " is not as it was written");
        }
    }

    /** Of all but the checksum itself. In great pieces, for this is done to whole indexes by programs that have just begun. */
    private static long checksum(IndexInput in) throws IOException {
        CRC32 sum = new CRC32();
        byte[] piece = new byte[PIECE];
        in.seek(0);
        for (long left = in.length() - Long.BYTES; left > 0; ) {
            int length = (int) Math.min(left, PIECE);
            in.readBytes(piece, 0, length);
            sum.update(piece, 0, length);
            left -= length;
        }
        return sum.getValue();
    }
}

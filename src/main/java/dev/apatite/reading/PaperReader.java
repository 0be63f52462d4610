package dev.apatite.reading;

import dev.apatite.paper.Paper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/** Reads a file of any supported kind in this process, without bounds; {@code apatite index} reads in child processes. */
public final class PaperReader {
    /** Changes whenever a file may be read differently than before; papers read under another one are read again. */
    public static final String VERSION = "1";

    private final Detector detector = new DefaultDetector();
    private final Map<String, FormatReader> readers = Map.of("application/pdf", new PdfReader());

    /**
     * Reads a file.
     *
     * @param corpus the folder that {@code sourceFile} is relative to
     * @param sourceFile with forward slashes
     * @throws ReadingException where there is no paper in the file; the message says why
     */
    public Paper read(Path corpus, String sourceFile) throws ReadingException {
        Path file = corpus.resolve(sourceFile);
        try {
            if (Files.size(file) == 0) {
                throw new ReadingException("the file is empty");
            }
            String type = mediaType(file);
            FormatReader reader = readers.get(type);
            if (reader == null) {
                throw new ReadingException("files of type " + type + " are not read");
            }
            return reader.read(file).toPaper(sourceFile, hash(file));
        } catch (IOException e) {
            throw new ReadingException("cannot be read: " + e.getMessage(), e);
        }
    }

    private String mediaType(Path file) throws IOException {
        Metadata metadata = new Metadata();
        metadata.set(TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, metadata).toString();
        }
    }

    private static String hash(Path file) throws IOException {
        try (DigestInputStream in =
                new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(java.io.OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}

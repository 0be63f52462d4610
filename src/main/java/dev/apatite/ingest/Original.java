package dev.apatite.ingest;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * A file of the corpus as it lies there.
 *
 * @param file with no link left in its path
 * @param name its own name, without folders
 */
public record Original(Path file, String name) {
    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);
    private static final int HEAD = 1 << 16;
    private static final int LONGEST_CHARACTER = 4;
    private static final String UNKNOWN = "application/octet-stream";
    private static final Map<String, String> BY_ENDING = Map.ofEntries(
            Map.entry("xml", "application/xml"),
            Map.entry("nxml", "application/xml"),
            Map.entry("html", "text/html"),
            Map.entry("htm", "text/html"),
            Map.entry("xhtml", "text/html"),
            Map.entry("txt", "text/plain"),
            Map.entry("text", "text/plain"),
            Map.entry("md", "text/plain"),
            Map.entry("tex", "text/plain"),
            Map.entry("ris", "text/plain"),
            Map.entry("bib", "text/plain"),
            Map.entry("nbib", "text/plain"),
            Map.entry("json", "application/json"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("doc", "application/msword"),
            Map.entry("odt", "application/vnd.oasis.opendocument.text"),
            Map.entry("rtf", "application/rtf"),
            Map.entry("epub", "application/epub+zip"));

    /**
     * What it is: a PDF by how it begins, anything else by how its name ends; texts in UTF-8 say so.
     *
     * @throws IOException where it cannot be read
     */
    public String mediaType() throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(HEAD);
        }
        if (Arrays.equals(Arrays.copyOf(head, PDF.length), PDF)) {
            return "application/pdf";
        }
        String ending = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        String type = BY_ENDING.getOrDefault(ending, UNKNOWN);
        return type.startsWith("text/") && isUtf8(head) ? type + "; charset=utf-8" : type;
    }

    private static boolean isUtf8(byte[] head) {
        // The last character may have been cut.
        for (int cut = 0; cut < (head.length < HEAD ? 1 : LONGEST_CHARACTER); cut++) {
            try {
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(head, 0, head.length - cut));
                return true;
            } catch (CharacterCodingException e) {
                // Not at this cut.
            }
        }
        return false;
    }
}

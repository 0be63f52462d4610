package dev.apatite.reading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;

/** What a file is: its content decides, its name only says which kind of text a text is. */
final class MediaTypes {
    private final Detector detector = new DefaultDetector();

    /** The media type without parameters, in lower case. */
    String of(Path file) throws IOException {
        String content = detected(file, false);
        if (!content.equals("text/plain") && !content.equals("application/octet-stream")) {
            return content;
        }
        String named = detected(file, true);
        boolean text = named.startsWith("text/") || named.equals("application/xhtml+xml");
        return content.equals("text/plain") && text ? named : content;
    }

    private String detected(Path file, boolean byName) throws IOException {
        Metadata metadata = new Metadata();
        if (byName) {
            metadata.set(
                    TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        }
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return detector.detect(in, metadata).getBaseType().toString().toLowerCase(Locale.ROOT);
        }
    }
}

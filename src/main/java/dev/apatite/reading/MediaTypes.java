package dev.apatite.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.tika.detect.DefaultDetector;
import org.apache.tika.detect.Detector;
import org.apache.tika.io.TikaInputStream;
import org.apache.tika.metadata.Metadata;
import org.apache.tika.metadata.TikaCoreProperties;
import org.jspecify.annotations.Nullable;

/** What a file is: its content decides, its name only says which kind of text a text is. */
final class MediaTypes {
    private static final int HEAD = 8192;
    private static final Pattern ROOT = Pattern.compile("<([A-Za-z][\\w.-]{0,60})(?::([\\w.-]{1,60}))?[\\s/>]");

    /**
     * How an article begins, declared as XML or by its document type (as in PubMed Central's packages), no comment before
     * its root: what is so needs no detector.
     */
    private static final Pattern ARTICLE =
            Pattern.compile("(?:<\\?xml\\s[^<>]{1,200}\\?>\\s{0,20}(?:<!DOCTYPE\\s[^<>\\[]{1,600}>\\s{0,20})?"
                    + "|<!DOCTYPE\\s{1,20}(?:article|art)\\s[^<>\\[]{1,600}>\\s{0,20})<(?:article|art)[\\s>]");

    private static final byte[] PDF = "%PDF-".getBytes(StandardCharsets.US_ASCII);

    /** Tika's table of types takes as long to load as some papers take to read; a folder of PDFs does without. */
    private static final class Tika {
        static final Detector DETECTOR = new DefaultDetector();
    }

    /** The media type without parameters, in lower case. */
    String of(Path file) throws IOException {
        if (beginsAsPdf(file)) {
            return "application/pdf";
        }
        if (beginsAsArticle(file)) {
            return "application/xml";
        }
        String content = detected(file, false);
        // An article without a prologue has elements near its beginning that Tika's magic takes for HTML's.
        boolean unsure = content.equals("text/html");
        if (!unsure && !content.equals("text/plain") && !content.equals("application/octet-stream")) {
            return content;
        }
        String named = detected(file, true);
        String marked = markup(file, named.endsWith("xml"));
        if (marked != null) {
            return marked;
        }
        return content.equals("text/plain") && named.startsWith("text/") ? named : content;
    }

    private static boolean beginsAsPdf(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return Arrays.equals(in.readNBytes(PDF.length), PDF);
        }
    }

    private static boolean beginsAsArticle(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String head = new String(in.readNBytes(HEAD), StandardCharsets.ISO_8859_1);
            return ARTICLE.matcher(head).lookingAt();
        }
    }

    /** HTML or XML where the file begins with an element, whatever Tika's magic makes of its prologue; else null. */
    private static @Nullable String markup(Path file, boolean namedXml) throws IOException {
        String head;
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(HEAD);
            boolean wide = bytes.length > 1 && (bytes[0] == 0 || bytes[1] == 0 || bytes[0] == -1 || bytes[0] == -2);
            head = new String(bytes, wide ? StandardCharsets.UTF_16 : StandardCharsets.UTF_8).strip();
        }
        head = head.startsWith("\ufeff") ? head.substring(1).strip() : head;
        if (!head.startsWith("<")) {
            return null;
        }
        Matcher root = ROOT.matcher(head);
        if (!root.find()) {
            return null;
        }
        String name = root.group(1).toLowerCase(Locale.ROOT);
        if (name.equals("html") || head.regionMatches(true, 0, "<!doctype html", 0, 14)) {
            return "text/html";
        }
        boolean declared = head.startsWith("<?xml") || head.startsWith("<!DOCTYPE");
        return declared || namedXml || name.contains("article") || name.equals("art") ? "application/xml" : null;
    }

    private String detected(Path file, boolean byName) throws IOException {
        Metadata metadata = new Metadata();
        if (byName) {
            metadata.set(
                    TikaCoreProperties.RESOURCE_NAME_KEY, file.getFileName().toString());
        }
        try (TikaInputStream in = TikaInputStream.get(file)) {
            return Tika.DETECTOR.detect(in, metadata).getBaseType().toString().toLowerCase(Locale.ROOT);
        }
    }
}

package dev.apatite.reading.office;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/**
 * The package of a Word or OpenDocument text without what is no text of the paper: comments, deletions, hidden runs, running
 * heads and feet. Foot- and endnotes are taken out of the text and kept apart; raised text is marked as {@code ^{...}}.
 */
final class OfficePackage {
    /** Parts and what is taken out of them. */
    private static final Pattern COMMENTS = Pattern.compile("(?s)<w:comment\\s.*?</w:comment>");

    private static final Pattern WORD_NOTE = Pattern.compile("(?s)<w:(footnote|endnote)\\s([^>]*)>(.*?)</w:\\1>");
    private static final Pattern WORD_MARK = Pattern.compile("<w:(?:footnote|endnote)Reference\\s[^>]*/>");
    private static final Pattern OPEN_NOTE =
            Pattern.compile("(?s)<text:note\\s[^>]*>.*?<text:note-body>(.*?)</text:note-body>\\s*</text:note>");
    private static final Pattern OPEN_OUT = Pattern.compile(
            "(?s)<text:tracked-changes.*?</text:tracked-changes>|<office:annotation[\\s>].*?</office:annotation>");
    private static final Pattern OPEN_FURNITURE =
            Pattern.compile("(?s)<style:(header|footer)((?:-left|-first)?)(?:\\s[^>]*)?>.*?</style:\\1\\2>");
    private static final Pattern PARAGRAPH = Pattern.compile("(?s)</(?:w|text):p>");
    private static final Pattern TAG = Pattern.compile("(?s)<[^>]*>");

    private final List<String> notes = new ArrayList<>();
    private WordRuns words = new WordRuns("");
    private WordHeadings lines = new WordHeadings("");
    private OpenStyles open = new OpenStyles("");

    /** The notes in their order, as plain text. */
    List<String> notes() {
        return notes;
    }

    /** Writes the package without them. */
    void copy(Path file, Path to) throws IOException {
        try (ZipFile from = new ZipFile(file.toFile());
                OutputStream bytes = Files.newOutputStream(to);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            String styles = WordNames.usual(part(from, "word/styles.xml"));
            words = new WordRuns(styles);
            lines = new WordHeadings(styles);
            open = new OpenStyles(part(from, "styles.xml"));
            Enumeration<? extends ZipEntry> entries = from.entries();
            while (entries.hasMoreElements()) {
                ZipEntry entry = entries.nextElement();
                try (InputStream in = from.getInputStream(entry)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    if (isText(entry.getName())) {
                        String whole = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        String part = entry.getName().startsWith("word/") ? WordNames.usual(whole) : whole;
                        out.write(cleaned(entry.getName(), part).getBytes(StandardCharsets.UTF_8));
                    } else {
                        in.transferTo(out);
                    }
                    out.closeEntry();
                }
            }
        }
    }

    private static String part(ZipFile zip, String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            return "";
        }
        try (InputStream in = zip.getInputStream(entry)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static boolean isText(String name) {
        return name.matches("word/(?:document|comments\\w*|footnotes|endnotes)\\.xml|content\\.xml|styles\\.xml");
    }

    private String cleaned(String name, String part) {
        if (name.startsWith("word/comments")) {
            return COMMENTS.matcher(part).replaceAll("");
        }
        return switch (name) {
            case "word/footnotes.xml", "word/endnotes.xml" -> withoutNotes(WORD_NOTE, 3, words.shown(part));
            case "word/document.xml" ->
                WORD_MARK.matcher(lines.marked(words.shown(part))).replaceAll("");
            case "content.xml" ->
                withoutNotes(OPEN_NOTE, 1, open.shown(OPEN_OUT.matcher(part).replaceAll("")));
            default -> OPEN_FURNITURE.matcher(part).replaceAll("");
        };
    }

    private String withoutNotes(Pattern note, int group, String part) {
        Matcher found = note.matcher(part);
        StringBuilder rest = new StringBuilder();
        while (found.find()) {
            String text = TAG.matcher(PARAGRAPH.matcher(found.group(group)).replaceAll(" "))
                    .replaceAll("")
                    .replaceAll("\\s+", " ")
                    .strip();
            if (!text.isEmpty()) {
                notes.add(text);
            }
            found.appendReplacement(rest, "");
        }
        return found.appendTail(rest).toString();
    }
}

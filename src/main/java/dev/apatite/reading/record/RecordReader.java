package dev.apatite.reading.record;

import dev.apatite.reading.draft.Bounds;
import dev.apatite.reading.draft.FormatReader;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads bibliographies; each record is a paper. Other JSON is refused here, since it begins like one. */
public final class RecordReader implements FormatReader {
    /** What the warning of a paper begins with that is known from a catalogue alone. */
    public static final String WARNING = "This is a record of a catalogue";

    private static final int HEAD = 2048;
    private static final String DATABASE = "SQLite format 3\0";
    private static final Pattern NAMED = Pattern.compile("(?i)\\.(?:bib|json|jsonl|ndjson)$");

    /** Whether a file begins as a bibliography does, or as JSON, or has the name of one. */
    public static boolean reads(Path file) throws IOException {
        if (NAMED.matcher(file.toString()).find()) {
            return true;
        }
        if (isDatabase(file)) {
            return true;
        }
        try (InputStream in = Files.newInputStream(file)) {
            String head = unmarked(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8));
            return TaggedFormat.of(head) != null
                    || BibtexRecords.begins(head)
                    || PubmedRecords.begins(head)
                    || XmlRecords.begins(head)
                    || JsonRecords.begins(head);
        }
    }

    private static boolean isDatabase(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return new String(in.readNBytes(DATABASE.length()), StandardCharsets.US_ASCII).equals(DATABASE);
        }
    }

    @Override
    public PaperDraft read(Path file) throws ReadingException {
        return readAll(file).getFirst();
    }

    @Override
    public List<PaperDraft> readAll(Path file) throws ReadingException {
        try {
            if (isDatabase(file)) {
                return library(file);
            }
            Bounds.checkFile(Files.size(file));
            return readAll(decoded(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new ReadingException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    /** A library holds much beside its records: it may be larger than what is read whole. */
    private static List<PaperDraft> library(Path file) throws ReadingException {
        ZoteroLibrary library;
        try {
            library = ZoteroLibrary.read(file);
        } catch (IOException e) {
            throw new ReadingException("databases are not read, but Zotero's library is: " + e.getMessage(), e);
        }
        List<TaggedRecord> records = library.records();
        if (records.isEmpty()) {
            throw new ReadingException("the library has no papers");
        }
        return drafts(records);
    }

    List<PaperDraft> readAll(String text) throws ReadingException {
        Bounds.checkText(text.length());
        BibtexRecords bibtex = new BibtexRecords();
        List<PaperDraft> drafts = drafts(records(text, bibtex));
        if (bibtex.broken() > 0) {
            drafts.getFirst().warn(bibtex.broken() + " entries of the file are broken and were left out.");
        }
        return drafts;
    }

    private static List<PaperDraft> drafts(List<TaggedRecord> records) throws ReadingException {
        List<PaperDraft> drafts = new ArrayList<>();
        int untitled = 0;
        for (TaggedRecord each : records) {
            @Nullable PaperDraft draft = each.draft();
            if (draft == null) {
                untitled++;
            } else {
                drafts.add(draft);
            }
        }
        if (drafts.isEmpty()) {
            throw new ReadingException("none of the file's records has a title");
        }
        if (untitled > 0) {
            drafts.getFirst().warn(untitled + " records of the file have no title and were left out.");
        }
        return drafts;
    }

    private static List<TaggedRecord> records(String text, BibtexRecords bibtex) throws ReadingException {
        String head = text.substring(0, Math.min(HEAD, text.length()));
        TaggedFormat format = TaggedFormat.of(head);
        if (format != null) {
            return format.records(text);
        }
        if (BibtexRecords.begins(head)) {
            return bibtex.records(text);
        }
        if (PubmedRecords.begins(head)) {
            return PubmedRecords.records(text);
        }
        if (XmlRecords.begins(head)) {
            return XmlRecords.records(text);
        }
        String begins = text.strip();
        if (begins.startsWith("[") || begins.startsWith("{")) {
            return JsonRecords.records(text);
        }
        // Bibliographies may begin with remarks that follow no syntax.
        List<TaggedRecord> records = bibtex.records(text);
        if (records.isEmpty()) {
            throw new ReadingException("the file is named as a bibliography or as JSON, and is neither");
        }
        return records;
    }

    private static String unmarked(String text) {
        return text.startsWith("\ufeff") ? text.substring(1) : text;
    }

    /** As UTF-8, else as Windows-1252. */
    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return unmarked(text);
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}

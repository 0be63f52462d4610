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
import org.jspecify.annotations.Nullable;

/** Reads files of tagged records; each record is a paper. */
public final class RecordReader implements FormatReader {
    private static final int HEAD = 2048;

    /** Whether a file begins as one of tagged records does. */
    public static boolean reads(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return TaggedFormat.of(new String(in.readNBytes(HEAD), StandardCharsets.UTF_8)) != null;
        }
    }

    @Override
    public PaperDraft read(Path file) throws ReadingException {
        return readAll(file).getFirst();
    }

    @Override
    public List<PaperDraft> readAll(Path file) throws ReadingException {
        try {
            Bounds.checkFile(Files.size(file));
            return readAll(decoded(Files.readAllBytes(file)));
        } catch (IOException e) {
            throw new ReadingException("the file cannot be read: " + e.getMessage(), e);
        }
    }

    List<PaperDraft> readAll(String text) throws ReadingException {
        Bounds.checkText(text.length());
        TaggedFormat format = TaggedFormat.of(text);
        List<PaperDraft> drafts = new ArrayList<>();
        int untitled = 0;
        if (format != null) {
            for (TaggedRecord each : format.records(text)) {
                @Nullable PaperDraft draft = each.draft();
                if (draft == null) {
                    untitled++;
                } else {
                    drafts.add(draft);
                }
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

    /** As UTF-8, else as Windows-1252. */
    private static String decoded(byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            return new String(bytes, Charset.forName("windows-1252"));
        }
    }
}

package dev.apatite.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.engine.LeaseTable;
import dev.apatite.index.FailedFile;
import dev.apatite.index.IndexBusy;
import dev.apatite.index.PaperOutline;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.paper.Reference;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What several processes have read of one folder, where all of them find it: of each file what it takes to compare its papers
 * with others, and who read it. The papers in whole stay with whoever read them ({@link OwnReading}).
 */
final class SharedPapers implements ReadPapers {
    private final LeaseTable table;
    private final OwnReading own;
    private final String versions;
    private final Map<String, FailedFile> retried;
    private final PaperJson papers = new PaperJson();
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    /**
     * @param versions by what is read: another reader asks for all anew
     * @param retried the failures of files that are tried again, by path
     */
    SharedPapers(LeaseTable table, OwnReading own, String versions, Map<String, FailedFile> retried) {
        this.table = table;
        this.own = own;
        this.versions = versions;
        this.retried = Map.copyOf(retried);
    }

    /**
     * What is compared of a paper.
     *
     * @param paper without text, as JSON
     * @param textLength of its sections, in UTF-16 units
     * @param sketch of its text
     */
    record Brief(String paper, int textLength, String sketch) {}

    /**
     * What came of a file.
     *
     * @param reader which process read it
     * @param failure why it could not be read; null where it could
     */
    record Briefs(
            String reader, List<Brief> papers, @Nullable FailedFile failure) {
        Briefs {
            papers = List.copyOf(papers);
        }
    }

    /** Keeps the papers of a file that this process read; what is to be said of the file to the others. */
    String kept(CorpusFolder.Entry entry, FileReading.Result read) {
        List<Brief> briefs = new ArrayList<>();
        for (String each : read.papers()) {
            Paper paper = papers.read(each);
            Paper bare = PaperOutline.bare(paper).withWarnings(paper.warnings());
            briefs.add(new Brief(papers.write(bare), PaperOutline.textLength(paper), TextSketch.of(paper)));
        }
        own.keep(entry.path(), read.papers());
        return packed(new Briefs(own.reader(), briefs, read.failure()));
    }

    /** For what a file was read as it is. */
    String wanted(CorpusFolder.Entry entry) {
        FailedFile before = retried.get(entry.path());
        return versions + " " + entry.size() + " " + entry.modified()
                + (before == null ? "" : " again " + before.tries());
    }

    /** What came of the files that are read; of the others nothing. */
    Map<CorpusFolder.Entry, Briefs> briefs(Iterable<CorpusFolder.Entry> entries) {
        Map<String, String> asked = new LinkedHashMap<>();
        entries.forEach(each -> asked.put(each.path(), wanted(each)));
        Map<String, String> found = table.outcomes(asked);
        Map<CorpusFolder.Entry, Briefs> briefs = new LinkedHashMap<>();
        entries.forEach(each -> {
            String packed = found.get(each.path());
            if (packed != null) {
                briefs.put(each, unpacked(packed, Briefs.class));
            }
        });
        return briefs;
    }

    Paper bare(Brief brief) {
        return papers.read(brief.paper());
    }

    /** Names one of the papers of a file for {@link #get}. */
    static String name(CorpusFolder.Entry entry, int number, String reader, String contentHash) {
        return new Name(reader, number, contentHash, entry.path()).toString();
    }

    /** Which process read the paper of a name. */
    static String reader(String name) {
        return Name.of(name).reader();
    }

    /** A paper that was read. */
    private record Name(String reader, int number, String contentHash, String path) {
        static Name of(String written) {
            String[] parts = written.split(" ", 4);
            return new Name(parts[0], Integer.parseInt(parts[1]), parts[2], parts[3]);
        }

        @Override
        public String toString() {
            return reader + " " + number + " " + contentHash + " " + path;
        }
    }

    @Override
    public Paper get(String written) {
        Name name = Name.of(written);
        return own.paper(name.path(), name.number())
                .filter(each -> each.contentHash().equals(name.contentHash()))
                .orElseThrow(() -> {
                    table.forget(List.of(name.path()));
                    return new IndexBusy(name.path() + " is not what it was when it was read, and is read again");
                });
    }

    @Override
    public List<Reference> references(String written) {
        Name name = Name.of(written);
        if (name.reader().equals(own.reader())) {
            return get(written).references();
        }
        LeaseTable.Entry left = table.look(List.of(name.path())).get(name.path());
        String packed = left == null
                ? null
                : table.outcomes(Map.of(name.path(), left.wanted())).get(name.path());
        if (packed == null) {
            throw new IndexBusy("what was read of " + name.path() + " is there no more, and is read again");
        }
        return bare(unpacked(packed, Briefs.class).papers().get(name.number())).references();
    }

    /** Forgets what was left of files. */
    void forget(Iterable<CorpusFolder.Entry> entries) {
        List<String> names = new ArrayList<>();
        entries.forEach(each -> names.add(each.path()));
        table.forget(names);
    }

    /** As little text as stands for a value. */
    String packed(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes, new Deflater(Deflater.BEST_SPEED))) {
            out.write(json.writeValueAsString(value).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Base64.getEncoder().encodeToString(bytes.toByteArray());
    }

    /** The value that {@link #packed} was given. */
    <T> T unpacked(String packed, Class<T> type) {
        try (InflaterInputStream in = new InflaterInputStream(
                new ByteArrayInputStream(Base64.getDecoder().decode(packed)))) {
            return json.readValue(in.readAllBytes(), type);
        } catch (JsonProcessingException e) {
            throw new IngestException("what another process left cannot be read: " + e.getOriginalMessage(), e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

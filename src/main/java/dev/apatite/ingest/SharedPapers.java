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
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.jspecify.annotations.Nullable;

/**
 * What several processes have read of one folder, where all of them find it: of each file what it takes to compare its papers
 * with others, and beside that the papers in whole, which only whoever writes them fetches. All are annotated.
 */
final class SharedPapers implements ReadPapers {
    private static final String WHOLE = "@whole ";

    /** So many files are kept at hand, for a file may hold many papers. */
    private static final int AT_HAND = 4;

    private final LeaseTable table;
    private final String versions;
    private final Map<String, FailedFile> retried;
    private final PaperJson papers = new PaperJson();
    private final ObjectMapper json = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private final Map<String, String[]> atHand = new LinkedHashMap<>();

    /**
     * @param versions by what is read and annotated: other rules ask for all anew
     * @param retried the failures of files that are tried again, by path
     */
    SharedPapers(LeaseTable table, String versions, Map<String, FailedFile> retried) {
        this.table = table;
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
     * @param failure why it could not be read; null where it could
     */
    record Briefs(List<Brief> papers, @Nullable FailedFile failure) {
        Briefs {
            papers = List.copyOf(papers);
        }
    }

    /** Leaves a file's papers in whole for others; what is to be said of the file itself. */
    String left(CorpusFolder.Entry entry, List<Paper> read, @Nullable FailedFile failure) {
        List<Brief> briefs = new ArrayList<>();
        List<String> whole = new ArrayList<>();
        for (Paper each : read) {
            Paper bare = PaperOutline.bare(each).withWarnings(each.warnings());
            briefs.add(new Brief(papers.write(bare), PaperOutline.textLength(each), TextSketch.of(each)));
            whole.add(papers.write(each));
        }
        if (!whole.isEmpty()) {
            table.leave(WHOLE + entry.path(), wanted(entry), packed(whole));
        }
        return packed(new Briefs(briefs, failure));
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
    String name(CorpusFolder.Entry entry, int number) {
        return number + " " + wanted(entry) + "\n" + entry.path();
    }

    @Override
    public Paper get(String name) {
        int path = name.indexOf('\n') + 1;
        int number = Integer.parseInt(name.substring(0, name.indexOf(' ')));
        String entry = name.substring(path);
        return papers.read(whole(entry, name.substring(name.indexOf(' ') + 1, path - 1))[number]);
    }

    private String[] whole(String entry, String asked) {
        synchronized (atHand) {
            String[] known = atHand.get(entry + asked);
            if (known != null) {
                return known;
            }
        }
        String packed = table.outcomes(Map.of(WHOLE + entry, asked)).get(WHOLE + entry);
        if (packed == null) {
            table.forget(List.of(entry));
            throw new IndexBusy("what was read of " + entry + " is there no more, and is read again");
        }
        String[] whole = unpacked(packed, String[].class);
        synchronized (atHand) {
            atHand.put(entry + asked, whole);
            if (atHand.size() > AT_HAND) {
                atHand.remove(atHand.keySet().iterator().next());
            }
        }
        return whole;
    }

    @Override
    public boolean isRecognised(String name) {
        return true;
    }

    /** Forgets what was left of files. */
    void forget(Iterable<CorpusFolder.Entry> entries) {
        List<String> names = new ArrayList<>();
        entries.forEach(each -> {
            names.add(each.path());
            names.add(WHOLE + each.path());
        });
        table.forget(names);
    }

    /** As little text as stands for a value. */
    String packed(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DeflaterOutputStream out = new DeflaterOutputStream(bytes)) {
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

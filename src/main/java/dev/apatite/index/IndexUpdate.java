package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.StringField;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.Term;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.jspecify.annotations.Nullable;

/**
 * One change of an index, from the first paper to the commit. Nobody sees anything of it before {@link #commit}, and
 * closing without a commit takes everything back. Safe to share between threads.
 */
public final class IndexUpdate implements PaperUpdate {
    /** Key of the schema's version in a commit. */
    static final String SCHEMA = "schema";

    /** Key of how many files the corpus had at a commit, where that was said. */
    static final String FILES = "files";

    /** Key of a commit behind which papers are still to come, which others are already compared with. */
    static final String UNFINISHED = "unfinished";

    /** Key of the time of a commit. */
    static final String COMMITTED = "committed";

    /** The term by which a failure is replaced. */
    private static final String FAILED_FILE = "failedFile";

    private static final double BUFFER_MEGABYTES = 64;

    /** What an update needs of the index that it changes. */
    interface Owner {
        Path folder();

        /** A commit was made in a generation. */
        void committed(Path generation) throws IOException;
    }

    /** Key of the confidence from which on findings are likely, at a commit. */
    static final String LIKELY = "likely";

    private final Owner owner;
    private final Lock lock;
    private final Path generation;
    private final Directory directory;
    private final IndexWriter writer;
    private final PaperDocuments documents;
    private final StoredPapers stored = new StoredPapers();
    private final CitedCounts cited;
    private volatile @Nullable String likely;

    IndexUpdate(Owner owner, Lock lock, Path generation, Vocabulary vocabulary) throws IOException {
        this.owner = owner;
        this.lock = lock;
        this.generation = generation;
        TextAnalysis analysis = new TextAnalysis();
        documents = new PaperDocuments(analysis, vocabulary);
        directory = FSDirectory.open(generation);
        try {
            writer = new IndexWriter(
                    directory,
                    new IndexWriterConfig(analysis)
                            .setSimilarity(Schema.SIMILARITY)
                            .setCommitOnClose(false)
                            .setRAMBufferSizeMB(BUFFER_MEGABYTES));
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
        cited = new CitedCounts(writer, stored);
    }

    /** Adds the paper, or replaces the one with the same id. It is found by its id only. */
    public void put(Paper paper, Provenance provenance) {
        put(paper, provenance, PaperKeys.NONE);
    }

    @Override
    public void put(Paper paper, Provenance provenance, PaperKeys keys) {
        prepared(paper, provenance, keys).run();
    }

    /** Makes the documents; their words are looked up when they are written. */
    @Override
    public Runnable prepared(Paper paper, Provenance provenance, PaperKeys keys) {
        List<Document> block = new ArrayList<>();
        run(() -> block.addAll(documents.block(paper, provenance, keys)));
        return () -> run(() -> {
            cited.come(paper);
            writer.updateDocuments(new Term(Schema.PAPER, paper.id()), block);
        });
    }

    @Override
    public void remove(String id) {
        run(() -> {
            cited.leave(id);
            writer.deleteDocuments(new Term(Schema.PAPER, id));
        });
    }

    @Override
    public void putFailure(FailedFile failure) {
        Document document = new Document();
        document.add(new StringField(Schema.KIND, Schema.KIND_FAILURE, Field.Store.NO));
        document.add(new StringField(FAILED_FILE, failure.file().path(), Field.Store.NO));
        run(() -> stored.addRow(document, failure));
        run(() -> writer.updateDocuments(new Term(FAILED_FILE, failure.file().path()), List.of(document)));
    }

    @Override
    public void removeFailure(String path) {
        run(() -> writer.deleteDocuments(new Term(FAILED_FILE, path)));
    }

    /** Makes all changes since the last commit visible at once, and lasting; the corpus has as many files as before. */
    public void commit() {
        commit(Map.of());
    }

    @Override
    public void commit(int files) {
        commit(Map.of(FILES, String.valueOf(files)));
    }

    @Override
    public void step(int files) {
        commit(Map.of(FILES, String.valueOf(files), UNFINISHED, "true"));
    }

    @Override
    public void likelyFrom(double confidence) {
        likely = String.valueOf(confidence);
    }

    private void commit(Map<String, String> more) {
        run(() -> {
            Map<String, String> data = new HashMap<>(more);
            String level = likely == null ? before(LIKELY) : likely;
            if (level != null) {
                data.put(LIKELY, level);
            }
            String files = before(FILES);
            if (files != null) {
                data.putIfAbsent(FILES, files);
            }
            data.put(SCHEMA, Schema.VERSION);
            data.put(COMMITTED, Instant.now().toString());
            cited.update();
            writer.setLiveCommitData(data.entrySet());
            writer.commit();
            owner.committed(generation);
        });
    }

    /** What the last commit said. */
    private @Nullable String before(String key) {
        var all = writer.getLiveCommitData();
        if (all != null) {
            for (Map.Entry<String, String> each : all) {
                if (each.getKey().equals(key)) {
                    return each.getValue();
                }
            }
        }
        return null;
    }

    /** Takes back what was not committed and lets others write. */
    @Override
    public void close() {
        try (lock;
                directory) {
            try {
                cited.close();
            } finally {
                writer.rollback();
            }
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private interface Step {
        void run() throws IOException;
    }

    private void run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw failed(e);
        }
    }

    private IndexException failed(IOException cause) {
        return new IndexException(
                "the index in " + owner.folder() + " cannot be written: " + cause.getMessage(), cause);
    }
}

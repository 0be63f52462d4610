package dev.apatite.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.MultiReader;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** One commit of the index, opened for reading. It is acquired from a {@link PaperIndex} and closed after use. */
public final class IndexView {
    private static final int WORTH_SEVERAL_THREADS = 2_000_000;

    private final IndexReader reader;
    private final @Nullable Directory directory;
    private final IndexSearcher searcher;
    private final @Nullable IOException damage;
    private volatile boolean handedOn;
    private final IndexSearcher unhurried;
    private final Map<Object, Object> attachments;

    private IndexView(
            IndexReader reader, @Nullable Directory directory, @Nullable IOException damage, Executor executor) {
        this.damage = damage;
        this.reader = reader;
        this.directory = directory;
        // Threads cost more than they save until there is much to look through.
        searcher = reader.maxDoc() < WORTH_SEVERAL_THREADS
                ? new IndexSearcher(reader)
                : new IndexSearcher(reader, executor);
        searcher.setSimilarity(Schema.SIMILARITY);
        unhurried = searcher;
        attachments = new ConcurrentHashMap<>();
    }

    private IndexView(IndexView whole, IndexSearcher limited) {
        damage = whole.damage;
        reader = whole.reader;
        directory = whole.directory;
        unhurried = whole.unhurried;
        attachments = whole.attachments;
        searcher = limited;
    }

    /** The same commit for one question, whose search ends early when its time is over. */
    IndexView within(Duration longest) {
        IndexSearcher limited = new IndexSearcher(reader);
        limited.setSimilarity(Schema.SIMILARITY);
        long end = System.nanoTime() + longest.toNanos();
        limited.setTimeout(() -> System.nanoTime() - end > 0);
        return new IndexView(this, limited);
    }

    /** A view of nothing. */
    static IndexView empty(Executor executor) throws IOException {
        return new IndexView(new MultiReader(), null, null, executor);
    }

    /** A view of an index that cannot be read, which says so when it is asked. */
    static IndexView damaged(IOException damage, Executor executor) throws IOException {
        return new IndexView(new MultiReader(), null, damage, executor);
    }

    /** A view of the last commit of a generation. */
    static IndexView of(java.nio.file.Path generation, Executor executor) throws IOException {
        Directory directory = FSDirectory.open(generation);
        try {
            return new IndexView(DirectoryReader.open(directory), directory, null, executor);
        } catch (IOException | RuntimeException e) {
            directory.close();
            throw e;
        }
    }

    /** A view of a later commit of the same generation; null where there is none. */
    @Nullable
    IndexView newer(Executor executor) throws IOException {
        if (!(reader instanceof DirectoryReader open) || directory == null) {
            return null;
        }
        DirectoryReader newer = DirectoryReader.openIfChanged(open);
        if (newer == null) {
            return null;
        }
        // The newer view reads on in the same directory, and closes it.
        handedOn = true;
        return new IndexView(newer, directory, null, executor);
    }

    /** Why the index cannot be read; null where it can. */
    @Nullable
    IOException damage() {
        return damage;
    }

    IndexReader reader() {
        return reader;
    }

    @Nullable
    Directory directory() {
        return directory;
    }

    /** Closes the directory, unless a newer view still reads in it. */
    void closeDirectory() throws IOException {
        if (directory != null && !handedOn) {
            directory.close();
        }
    }

    /** Searches this commit, and only this. */
    public IndexSearcher searcher() {
        return searcher;
    }

    /** What was last kept of a kind; null where nothing was. */
    @Nullable
    <T> T latest(Class<T> type) {
        return type.cast(attachments.get(type));
    }

    /** Keeps something until another of its kind is kept. */
    void keepLatest(Object made) {
        attachments.put(made.getClass(), made);
    }

    /** From which confidence on findings are likely, as it was said when they were judged; empty where it never was. */
    public OptionalDouble likely() {
        try {
            String level = reader instanceof DirectoryReader open
                    ? open.getIndexCommit().getUserData().get(IndexUpdate.LIKELY)
                    : null;
            return level == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(level));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is worked out once for this commit and goes with it. */
    public <T> T attachment(Class<T> type, String key, Function<IndexSearcher, T> make) {
        record Key(Class<?> type, String key) {}
        return type.cast(attachments.computeIfAbsent(new Key(type, key), each -> make.apply(unhurried)));
    }
}

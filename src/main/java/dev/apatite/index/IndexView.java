package dev.apatite.index;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
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
    private final @Nullable DirectoryReader commit;
    private volatile boolean handedOn;
    private final IndexSearcher unhurried;
    private final Map<Object, Object> attachments;
    private final @Nullable Allowance allowance;
    private final String state;
    private final Map<String, String> told;
    private boolean goneOn;

    private IndexView(
            IndexReader reader, @Nullable Directory directory, @Nullable IOException damage, Executor executor) {
        this(reader, reader instanceof DirectoryReader open ? open : null, directory, damage, executor);
    }

    private IndexView(
            IndexReader reader,
            @Nullable DirectoryReader commit,
            @Nullable Directory directory,
            @Nullable IOException damage,
            Executor executor) {
        this.damage = damage;
        this.reader = reader;
        this.commit = commit;
        this.directory = directory;
        // Threads cost more than they save until there is much to look through.
        searcher = reader.maxDoc() < WORTH_SEVERAL_THREADS
                ? new IndexSearcher(reader)
                : new IndexSearcher(reader, executor);
        searcher.setSimilarity(Schema.SIMILARITY);
        unhurried = searcher;
        attachments = new ConcurrentHashMap<>();
        allowance = null;
        state = stateOf(commit, directory);
        told = Map.of();
    }

    private IndexView(IndexView whole, IndexSearcher limited, Allowance allowance) {
        this.allowance = allowance;
        state = whole.state;
        told = whole.told;
        damage = whole.damage;
        reader = whole.reader;
        commit = whole.commit;
        directory = whole.directory;
        unhurried = whole.unhurried;
        attachments = whole.attachments;
        searcher = limited;
    }

    private IndexView(IndexReader reader, String state, Map<String, String> told) {
        this.reader = reader;
        this.state = state;
        this.told = Map.copyOf(told);
        damage = null;
        directory = null;
        commit = null;
        searcher = new IndexSearcher(reader);
        searcher.setSimilarity(Schema.SIMILARITY);
        unhurried = searcher;
        attachments = new ConcurrentHashMap<>();
        allowance = null;
    }

    /** A view of papers in memory that stand for a state of another engine. */
    static IndexView standingFor(String state, Map<String, String> told, IndexReader reader) {
        return new IndexView(reader, state, told);
    }

    /** The same commit for one question, whose search ends early when it has cost so much. */
    IndexView within(Allowance most) {
        IndexSearcher limited = new IndexSearcher(reader);
        limited.setSimilarity(Schema.SIMILARITY);
        limited.setTimeout(most::isSpent);
        return new IndexView(this, limited, most);
    }

    /**
     * Goes on with a question that may cost more.
     *
     * @throws TooSlow where it has cost all that it may
     */
    public void check() {
        if (allowance != null) {
            allowance.check();
        }
    }

    /** Works something out that is not for one question alone, and so is not at its expense. */
    public <T> T forAll(Supplier<T> work) {
        return allowance == null ? work.get() : allowance.free(work);
    }

    /** Names this commit among all of this index; empty where there is none. */
    public String state() {
        return state;
    }

    /** Says that the next page of what is asked will be asked for, so that this commit should stay open for a while. */
    public void goOn() {
        goneOn = true;
    }

    boolean isGoneOn() {
        return goneOn;
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

    /** The same commit, read through another reader; the directory stays this view's to close. */
    IndexView through(IndexReader other, Executor executor) {
        IndexView same = new IndexView(other, commit, directory, damage, executor);
        same.handedOn = true;
        return same;
    }

    private static String stateOf(@Nullable DirectoryReader commit, @Nullable Directory directory) {
        return commit != null && directory instanceof FSDirectory files
                ? files.getDirectory().getFileName() + "." + commit.getVersion()
                : "";
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
        String level = said(IndexUpdate.LIKELY);
        return level == null ? OptionalDouble.empty() : OptionalDouble.of(Double.parseDouble(level));
    }

    /** What a commit said of itself; null where it said nothing. */
    @Nullable
    String said(String key) {
        try {
            return commit == null
                    ? told.get(key)
                    : commit.getIndexCommit().getUserData().get(key);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is worked out once for this commit and goes with it. */
    public <T> T attachment(Class<T> type, String key, Function<IndexSearcher, T> make) {
        record Key(Class<?> type, String key) {}
        Key of = new Key(type, key);
        Object known = attachments.get(of);
        return type.cast(
                known == null ? forAll(() -> attachments.computeIfAbsent(of, each -> make.apply(unhurried))) : known);
    }
}

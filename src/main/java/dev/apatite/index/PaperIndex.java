package dev.apatite.index;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Revisions;
import dev.apatite.vocabulary.Vocabulary;
import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.ExitableDirectoryReader.ExitingReaderException;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NativeFSLockFactory;
import org.jspecify.annotations.Nullable;

/**
 * The index of a corpus in a folder. Many may read while one writes, in this process or in another.
 *
 * <p>The folder holds generations of the index, and a small file that names the one that counts; an update goes into that
 * generation by a commit of its own, a rebuild goes into a new one beside it.
 */
public final class PaperIndex implements PaperStore, KeyedStore {
    private static final int MOST_CLAUSES = 100_000;
    private static final String LOCK = "write.lock";
    private static final Duration SEARCHABLE_FOR = Duration.ofMillis(100);

    private final Path folder;
    private final Vocabulary vocabulary;
    private final Generations generations;
    private final ExecutorService executor;
    private final Views views;
    private final Pins pins;
    private final @Nullable RevisedViews revised;
    private final StoredPapers stored = new StoredPapers();
    private final Checksums checksums = new Checksums();
    private volatile @Nullable Rotten rotten;
    private volatile long searchableUntil = System.nanoTime();

    /** A generation with a file that is not as it was written. */
    private record Rotten(Path generation, String words) {}

    private PaperIndex(Path folder, Vocabulary vocabulary, Revisions revisions) throws IOException {
        this.folder = folder;
        this.vocabulary = vocabulary;
        generations = new Generations(folder);
        // A word is searched in every text field, each of which counts as a clause.
        IndexSearcher.setMaxClauseCount(MOST_CLAUSES);
        executor = threads();
        try {
            views = new Views(generations, executor);
            pins = new Pins(views::release, System::nanoTime);
            revised = revisions == Revisions.NONE ? null : new RevisedViews(revisions, vocabulary, stored, executor);
        } catch (IOException | RuntimeException e) {
            executor.shutdownNow();
            throw e;
        }
    }

    private static ExecutorService threads() {
        AtomicInteger number = new AtomicInteger();
        return Executors.newFixedThreadPool(Math.max(2, Runtime.getRuntime().availableProcessors()), task -> {
            Thread thread = new Thread(task, "apatite-search-" + number.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Opens the index in a folder; the folder need not exist yet.
     *
     * @throws IndexException where the folder cannot be read
     */
    public static PaperIndex open(Path folder, Vocabulary vocabulary) {
        return open(folder, vocabulary, Revisions.NONE);
    }

    /**
     * Opens the index in a folder so that {@link #read} sees its papers as readers left them. What is stored is what it was
     * without them: {@link #paper}, {@link #papers} and {@link #outlines} show that.
     *
     * @throws IndexException where the folder cannot be read
     */
    public static PaperIndex open(Path folder, Vocabulary vocabulary, Revisions revisions) {
        if (Files.exists(folder) && !Files.isDirectory(folder)) {
            throw new IndexException(folder + " is not a folder");
        }
        try {
            return new PaperIndex(folder, vocabulary, revisions);
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public IndexState state() {
        try {
            Optional<Path> generation = generations.current();
            if (generation.isEmpty()) {
                return IndexState.EMPTY;
            }
            IndexState state = Views.stateOf(generation.get());
            return state == IndexState.CURRENT && isDamaged(generation.get()) ? IndexState.DAMAGED : state;
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * Whether it can be searched. Asked before each answer, so that a yes counts for a moment: to look into the files of a
     * commit takes as long as many a search.
     */
    @Override
    public boolean searchable() {
        if (System.nanoTime() - searchableUntil < 0) {
            return true;
        }
        boolean searchable = state() == IndexState.CURRENT;
        if (searchable) {
            searchableUntil = System.nanoTime() + SEARCHABLE_FOR.toNanos();
        }
        return searchable;
    }

    /**
     * Compares the files of the last commit with their checksums, those that were found sound before only where
     * {@code all} are asked for. Where one is not as it was written the index counts as damaged from then on.
     *
     * @return what is damaged, in words; empty where nothing is
     */
    public Optional<String> verify(boolean all) {
        if (all) {
            checksums.forget();
        }
        try {
            IndexView view = views.acquire();
            try {
                Optional<String> found = checksums.damage(view);
                if (found.isPresent() && view.directory() instanceof FSDirectory files) {
                    rotten = new Rotten(files.getDirectory().toAbsolutePath(), found.get());
                    searchableUntil = System.nanoTime();
                }
                return found;
            } finally {
                views.release(view);
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** How many bytes the files of the last commit have. */
    public long size() {
        return readStored(view -> {
            long size = 0;
            if (view.directory() != null && view.reader() instanceof DirectoryReader reader) {
                for (String name : reader.getIndexCommit().getFileNames()) {
                    size += view.directory().fileLength(name);
                }
            }
            return size;
        });
    }

    /** What a verification found damaged in the generation that counts; empty where nothing was found. */
    @Override
    public Optional<String> damage() {
        Rotten found = rotten;
        return found != null && isRotten(generations.current().orElse(folder))
                ? Optional.of(found.words())
                : state() == IndexState.DAMAGED
                        ? Optional.of("files are cut short, changed or missing")
                        : Optional.empty();
    }

    private boolean isRotten(Path generation) {
        Rotten found = rotten;
        return found != null && found.generation().equals(generation.toAbsolutePath());
    }

    private boolean isDamaged(Path generation) throws IOException {
        if (isRotten(generation)) {
            return true;
        }
        IndexView view = views.acquire();
        try {
            return view.damage() != null;
        } finally {
            views.release(view);
        }
    }

    @Override
    public OptionalInt corpusFiles() {
        try {
            Optional<Path> generation = generations.current();
            return generation.isPresent() ? Views.corpusFiles(generation.get()) : OptionalInt.empty();
        } catch (IOException unreadable) {
            return OptionalInt.empty();
        }
    }

    @Override
    public IndexUpdate update() {
        return switch (state()) {
            case EMPTY, CURRENT -> begin(false);
            case OTHER_SCHEMA ->
                throw new IndexException(
                        "the index in " + folder + " was made by another version of Apatite and has to be built anew");
            case DAMAGED -> throw new IndexException("the index in " + folder + " is damaged and has to be built anew");
        };
    }

    @Override
    public IndexUpdate rebuild() {
        return begin(true);
    }

    private IndexUpdate begin(boolean anew) {
        try {
            Files.createDirectories(folder);
            Lock lock = lock();
            try {
                generations.sweep();
                Optional<Path> current = generations.current();
                Path generation = anew || current.isEmpty() ? generations.begin() : current.get();
                return new IndexUpdate(owner(), lock, generation, vocabulary);
            } catch (IOException | RuntimeException e) {
                lock.close();
                throw e;
            }
        } catch (LockObtainFailedException e) {
            throw new IndexException(
                    "another apatite is writing to the index in " + folder
                            + "; wait until it is done, or stop it, and try again",
                    e);
        } catch (AccessDeniedException e) {
            throw new IndexException(
                    "the index in " + folder + " cannot be written: no permission for " + e.getFile(), e);
        } catch (IOException e) {
            throw new IndexException("the index in " + folder + " cannot be written: " + e.getMessage(), e);
        }
    }

    private Lock lock() throws IOException {
        try (FSDirectory directory = FSDirectory.open(folder)) {
            return NativeFSLockFactory.INSTANCE.obtainLock(directory, LOCK);
        }
    }

    private IndexUpdate.Owner owner() {
        return new IndexUpdate.Owner() {
            @Override
            public Path folder() {
                return folder;
            }

            @Override
            public void committed(Path generation) throws IOException {
                if (!generations.current().map(generation::equals).orElse(false)) {
                    generations.choose(generation);
                }
                views.maybeRefreshBlocking();
                generations.sweep();
            }
        };
    }

    /** Looks for a commit made by someone else; those made here are seen at once. Cheap. */
    public void refresh() {
        try {
            views.maybeRefreshBlocking();
            pins.sweep();
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /** Asks something of the last commit, which stays open while it is asked; papers are as readers left them. */
    public <T> T read(Reading<T> reading) {
        return read("", (base, view) -> reading.read(view));
    }

    /** Asks something of the last commit as it was written. */
    private <T> T readStored(Reading<T> reading) {
        return readBase("", reading);
    }

    /** Asks something of a commit as it was written, and as readers left it. */
    private interface Both<T> {
        T read(IndexView base, IndexView left) throws IOException;
    }

    private <T> T read(String state, Both<T> reading) {
        RevisedViews as = revised;
        return readBase(state, base -> {
            IndexView left = as == null ? base : as.acquire(base);
            try {
                return reading.read(base, left);
            } finally {
                if (as != null) {
                    as.release(left);
                }
            }
        });
    }

    private <T> T readBase(String state, Reading<T> reading) {
        try {
            IndexView kept = state.isEmpty() ? null : pins.acquire(state);
            IndexView view = kept == null ? views.acquire() : kept;
            try {
                IOException damage = view.damage();
                if (damage != null) {
                    throw unreadable(folder, damage);
                }
                return reading.read(view);
            } catch (CorruptIndexException | EOFException e) {
                if (view.directory() instanceof FSDirectory files) {
                    rotten = new Rotten(files.getDirectory().toAbsolutePath(), "a file is not as it was written");
                    searchableUntil = System.nanoTime();
                }
                throw e;
            } finally {
                views.release(view);
            }
        } catch (IOException e) {
            throw unreadable(folder, e);
        }
    }

    /**
     * Asks something of the last commit that may cost so much processor time and no more.
     *
     * @throws TooSlow where it would cost more
     */
    public <T> T read(Duration longest, Reading<T> reading) {
        return read("", longest, reading);
    }

    /**
     * Asks something of the commit that {@link IndexView#state} named so, as long as it is kept, and else of the last one.
     *
     * @throws TooSlow where it would cost more than it may
     */
    public <T> T read(String state, Duration longest, Reading<T> reading) {
        return read(state, (base, view) -> {
            IndexView limited = view.within(new Allowance(longest));
            T answer;
            try {
                answer = reading.read(limited);
            } catch (ExitingReaderException e) {
                throw new TooSlow(longest);
            }
            if (limited.searcher().timedOut()) {
                throw new TooSlow(longest);
            }
            if (limited.isGoneOn()) {
                pins.keep(base);
            }
            return answer;
        });
    }

    /** What is asked of one commit. */
    public interface Reading<T> {
        /** Reads what it needs of the view, and keeps nothing of it. */
        T read(IndexView view) throws IOException;
    }

    @Override
    public List<StoredPaper> papers() {
        return readStored(view -> {
            // A run over the folder asks three times.
            Taken taken = view.latest(Taken.class);
            List<StoredPaper> papers = taken == null ? null : taken.papers().get();
            if (papers == null) {
                papers = List.copyOf(new Inventory(view, stored).papers());
                view.keepLatest(new Taken(new SoftReference<>(papers)));
            }
            return papers;
        });
    }

    /** The papers of a commit, as long as there is memory for them. */
    private record Taken(SoftReference<List<StoredPaper>> papers) {}

    @Override
    public void outlines(Consumer<PaperOutline> each) {
        readStored(view -> {
            new Outlines(view, stored).forEach(each);
            return true;
        });
    }

    @Override
    public <T> T keyed(Function<KeyedPlaces, T> asking) {
        return readStored(view -> asking.apply(new PlacesOnDisk(view, stored)));
    }

    @Override
    public Optional<KeyedStore> byKeys() {
        return Optional.of(this);
    }

    @Override
    public boolean isUnfinished() {
        return readStored(view -> new Inventory(view, stored).unfinished());
    }

    @Override
    public Optional<Paper> paper(String id) {
        return readStored(view -> new Inventory(view, stored).paper(id));
    }

    /** How many papers of the last commit have the vector of their text, and how many there are. */
    public Meanings.Progress meanings(Vectors vectors) {
        return readStored(view -> Meanings.of(view, vectors).progress());
    }

    /** Texts of the last commit without a vector, by their hashes; at most so many. */
    public Map<String, String> withoutMeaning(Vectors vectors, int most) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (String id : readStored(view -> Meanings.of(view, vectors).without(most))) {
            paper(id).map(PaperTexts::of).map(Gist::text).ifPresent(text -> texts.put(Vectors.hash(text), text));
        }
        return texts;
    }

    @Override
    public List<FailedFile> failures() {
        return readStored(view -> new Inventory(view, stored).failures());
    }

    @Override
    public IndexSummary summary() {
        return read(view -> new Inventory(view, stored).summary());
    }

    @Override
    public IndexCheck check() {
        return new Examination(folder, generations).run(this);
    }

    @Override
    public void close() {
        try (RevisedViews also = revised) {
            pins.close();
            views.close();
        } catch (IOException e) {
            throw unreadable(folder, e);
        } finally {
            executor.shutdownNow();
        }
    }

    private static IndexException unreadable(Path folder, IOException cause) {
        return new IndexException(
                "the index in " + folder + " cannot be read: " + cause.getMessage()
                        + "; \"apatite check\" says more, and \"apatite index\" builds it anew",
                cause);
    }
}

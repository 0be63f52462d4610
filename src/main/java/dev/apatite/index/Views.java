package dev.apatite.index;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Executor;
import org.apache.lucene.index.CorruptIndexException;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexNotFoundException;
import org.apache.lucene.search.ReferenceManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/** Keeps the view of the newest commit, of whichever generation counts, open for as long as someone uses it. */
final class Views extends ReferenceManager<IndexView> {
    private final Generations generations;
    private final Executor executor;

    Views(Generations generations, Executor executor) throws IOException {
        this.generations = generations;
        this.executor = executor;
        current = open();
    }

    private IndexView open() throws IOException {
        Optional<Path> generation = usable();
        return generation.isPresent() ? open(generation.get()) : IndexView.empty(executor);
    }

    private IndexView open(Path generation) throws IOException {
        if (!Files.isDirectory(generation)) {
            return IndexView.damaged(new NoSuchFileException(generation.toString()), executor);
        }
        try {
            return IndexView.of(generation, executor);
        } catch (IOException first) {
            Path now = usable().orElse(generation);
            if (now.equals(generation)) {
                return IndexView.damaged(first, executor);
            }
            // A rebuild took its place and deleted it just now.
            return IndexView.of(now, executor);
        }
    }

    /** The generation that counts, if this program can read it. */
    private Optional<Path> usable() throws IOException {
        Optional<Path> generation = generations.current();
        if (generation.isEmpty()) {
            return generation;
        }
        IndexState state = stateOf(generation.get());
        return state == IndexState.CURRENT || state == IndexState.DAMAGED ? generation : Optional.empty();
    }

    static IndexState stateOf(Path generation) throws IOException {
        if (!Files.isDirectory(generation)) {
            // Opening it would make it.
            return IndexState.DAMAGED;
        }
        try (Directory directory = FSDirectory.open(generation)) {
            if (!DirectoryReader.indexExists(directory)) {
                return IndexState.EMPTY;
            }
            String schema = org.apache.lucene.index.SegmentInfos.readLatestCommit(directory)
                    .getUserData()
                    .getOrDefault(IndexUpdate.SCHEMA, "");
            return schema.equals(Schema.VERSION) ? IndexState.CURRENT : IndexState.OTHER_SCHEMA;
        } catch (IndexNotFoundException e) {
            return IndexState.EMPTY;
        } catch (org.apache.lucene.index.IndexFormatTooOldException
                | org.apache.lucene.index.IndexFormatTooNewException e) {
            return IndexState.OTHER_SCHEMA;
        } catch (CorruptIndexException | EOFException | NoSuchFileException e) {
            return IndexState.DAMAGED;
        }
    }

    static OptionalInt corpusFiles(Path generation) throws IOException {
        if (!Files.isDirectory(generation)) {
            return OptionalInt.empty();
        }
        try (Directory directory = FSDirectory.open(generation)) {
            String files = org.apache.lucene.index.SegmentInfos.readLatestCommit(directory)
                    .getUserData()
                    .get(IndexUpdate.FILES);
            return files == null ? OptionalInt.empty() : OptionalInt.of(Integer.parseInt(files));
        }
    }

    @Override
    protected @Nullable IndexView refreshIfNeeded(IndexView view) throws IOException {
        Optional<Path> generation = usable();
        Directory directory = view.directory();
        if (generation.isEmpty()) {
            return directory == null && view.damage() == null ? null : IndexView.empty(executor);
        }
        boolean same = directory instanceof FSDirectory files
                && files.getDirectory().toAbsolutePath().equals(generation.get().toAbsolutePath());
        return same ? view.newer(executor) : open(generation.get());
    }

    @Override
    protected boolean tryIncRef(IndexView view) {
        return view.reader().tryIncRef();
    }

    @Override
    protected int getRefCount(IndexView view) {
        return view.reader().getRefCount();
    }

    @Override
    protected void decRef(IndexView view) throws IOException {
        view.reader().decRef();
        if (view.reader().getRefCount() == 0) {
            view.closeDirectory();
        }
    }
}

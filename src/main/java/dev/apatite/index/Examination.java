package dev.apatite.index;

import dev.apatite.paper.Paper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.CheckIndex;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.apache.lucene.store.Lock;
import org.apache.lucene.store.LockObtainFailedException;
import org.apache.lucene.store.NoLockFactory;

/** Reads a whole index: first Lucene's own check of its files, then whether every paper in it is a paper. */
final class Examination {
    private final Path folder;
    private final Generations generations;
    private final List<String> words = new ArrayList<>();
    private boolean sound = true;

    Examination(Path folder, Generations generations) {
        this.folder = folder;
        this.generations = generations;
    }

    IndexCheck run(PaperIndex index) {
        try {
            Optional<Path> generation = generations.current();
            if (generation.isEmpty()) {
                damaged("there is no index in " + folder + "; \"apatite index\" builds one");
            } else if (files(generation.get())) {
                papers(index);
            }
        } catch (IOException | RuntimeException e) {
            damaged("the index in " + folder + " is damaged: " + e.getMessage());
        }
        return new IndexCheck(sound, words);
    }

    private boolean files(Path generation) throws IOException {
        try (Directory directory = FSDirectory.open(generation);
                CheckIndex check = new CheckIndex(directory, lock(directory));
                PrintStream nowhere = new PrintStream(new ByteArrayOutputStream(), false, StandardCharsets.UTF_8)) {
            check.setInfoStream(nowhere);
            CheckIndex.Status status = check.checkIndex();
            if (status.missingSegments || !status.clean) {
                damaged("the index in " + folder + " is damaged: "
                        + (status.missingSegments
                                ? "its list of segments cannot be read"
                                : status.numBadSegments + " of " + status.numSegments + " segments, "
                                        + status.totLoseDocCount + " documents")
                        + "; delete its file \"current\" and index the corpus again");
                return false;
            }
            words.add("files: " + status.numSegments
                    + (status.numSegments == 1 ? " segment is sound" : " segments are sound"));
            return true;
        } catch (LockObtainFailedException e) {
            words.add("files: not checked, for another apatite is writing to " + folder);
            return true;
        }
    }

    /** Where nothing can be written there is nobody to be kept out. */
    private static Lock lock(Directory directory) throws IOException {
        try {
            return directory.obtainLock(IndexWriter.WRITE_LOCK_NAME);
        } catch (FileSystemException readOnly) {
            return NoLockFactory.INSTANCE.obtainLock(directory, IndexWriter.WRITE_LOCK_NAME);
        }
    }

    private void papers(PaperIndex index) {
        if (index.state() == IndexState.OTHER_SCHEMA) {
            damaged("the index in " + folder
                    + " was made by another version of Apatite; \"apatite index\" builds it anew");
            return;
        }
        List<StoredPaper> papers = index.papers();
        for (StoredPaper stored : papers) {
            try {
                Paper paper = index.paper(stored.id()).orElseThrow();
                inspect(paper, stored);
            } catch (UncheckedIOException | java.util.NoSuchElementException e) {
                damaged("the paper " + stored.id() + " cannot be read back");
            }
        }
        IndexSummary summary = index.summary();
        words.add("papers: " + summary.papers() + ", with " + summary.references() + " references, "
                + summary.findings() + " findings and " + summary.patients() + " patients");
        if (summary.failed() > 0) {
            words.add("files that could not be read: " + summary.failed());
        }
    }

    private void inspect(Paper paper, StoredPaper stored) {
        if (!paper.id().equals(stored.id())) {
            damaged("the paper " + stored.id() + " is stored under another id than its own, " + paper.id());
        }
        paper.mentions().stream()
                .filter(each -> each.section() >= paper.sections().size()
                        || each.end() > paper.textOf(each.section()).length())
                .findFirst()
                .ifPresent(
                        each -> damaged("the paper " + paper.id() + " has a mention outside its text: " + each.name()));
    }

    private void damaged(String what) {
        sound = false;
        words.add(what);
    }
}

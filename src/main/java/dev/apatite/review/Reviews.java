package dev.apatite.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The marks on findings, in {@code reviews.jsonl} beside the index: one mark a line, appended, the last one of a reader on a
 * finding is that reader's. Safe to share between threads, and between processes: what another appends is seen at the next
 * question.
 */
public final class Reviews {
    /** The file's name in the index folder. */
    public static final String FILE = "reviews.jsonl";

    private final Path file;
    private final Opinions opinions = new Opinions();
    private final RecordLog<Mark> log;
    private final SavedSearches searches;
    private final PaperLists lists;

    private Reviews(Path file, SavedSearches searches, PaperLists lists, @Nullable SharedRecords shared) {
        this.file = file;
        this.searches = searches;
        this.lists = lists;
        log = new RecordLog<>(
                file,
                Mark.class,
                new RecordLog.Follower<>() {
                    @Override
                    public void restart() {
                        opinions.clear();
                    }

                    @Override
                    public void next(Mark mark) {
                        opinions.follow(mark);
                    }
                },
                shared);
    }

    /**
     * Opens the marks beside the index in a folder; the file need not exist. Lines that are no marks are passed over and
     * told in {@link #notices}.
     *
     * @throws ReviewException where the file is there and cannot be read at all
     */
    public static Reviews open(Path folder) {
        return open(folder, null);
    }

    /**
     * The same of marks that several servers take: a mark is kept by all or by none, in one order, and is seen by the others
     * within a second. Searches and lists stay this server's.
     *
     * @param shared where they are kept together
     */
    public static Reviews open(Path folder, @Nullable SharedRecords shared) {
        Reviews reviews =
                new Reviews(folder.resolve(FILE), SavedSearches.open(folder), PaperLists.open(folder), shared);
        try {
            reviews.log.open();
        } catch (IOException e) {
            throw new ReviewException(reviews.file + " cannot be read: " + e.getMessage(), e);
        }
        return reviews;
    }

    /** Where the file cannot be read at present, what was read before still counts, and a notice says so. */
    private void refresh() {
        try {
            log.refresh();
        } catch (IOException e) {
            log.unreadable(e);
        }
    }

    /** Sees what others marked up to this moment. */
    synchronized void refreshNow() {
        try {
            log.refreshNow();
        } catch (IOException e) {
            log.unreadable(e);
        }
    }

    /** The mark that counts of the finding with this id; empty where nobody marked it or readers disagree. */
    public synchronized Optional<Mark> of(String finding) {
        refresh();
        return opinions.decided(finding);
    }

    /** What each reader said of a finding, and what settled it, at the end. */
    public synchronized List<Mark> allOf(String finding) {
        refresh();
        return opinions.of(finding);
    }

    /** The searches that are saved beside the marks. */
    public SavedSearches searches() {
        return searches;
    }

    /** The lists of papers that are kept beside the marks. */
    public PaperLists lists() {
        return lists;
    }

    /** The last mark of each reader on each finding, the finding that was marked first before the others. */
    public synchronized Collection<Mark> all() {
        refresh();
        return List.copyOf(opinions.all());
    }

    /** What was said of the findings of each paper, by paper and finding. */
    public synchronized Map<String, Map<String, List<Mark>>> byPaper() {
        refresh();
        return opinions.byPaper();
    }

    /** Changes with every mark. */
    public synchronized long version() {
        refresh();
        return opinions.version();
    }

    /** What is wrong with the file, a sentence each; empty where nothing is. */
    public synchronized List<String> notices() {
        refresh();
        return log.notices();
    }

    /**
     * Keeps a mark; it is on disk when this returns.
     *
     * @throws ReviewException where it cannot be written; the mark is not kept then
     */
    public synchronized void add(Mark mark) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            log.append(mark);
        } catch (IOException e) {
            throw new ReviewException("the mark could not be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    /**
     * Undoes the last mark of a reader in a paper: what the reader said of that finding before counts again.
     *
     * @return the mark that was undone; empty where there is none
     * @throws ReviewException where that cannot be written
     */
    public synchronized Optional<Mark> undo(String paper, String reader, String time) {
        refresh();
        Mark last = opinions.last(paper, reader);
        if (last == null) {
            return Optional.empty();
        }
        add(last.undone(time, reader));
        return Optional.of(last);
    }
}

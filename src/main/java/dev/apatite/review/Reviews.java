package dev.apatite.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The marks on findings, in {@code reviews.jsonl} beside the index: one mark a line, appended, the last one of a finding
 * counts. Safe to share between threads, and between processes: what another appends is seen at the next question.
 */
public final class Reviews {
    /** The file's name in the index folder. */
    public static final String FILE = "reviews.jsonl";

    private final Path file;
    private final Map<String, Mark> marks = new LinkedHashMap<>();
    private final RecordLog<Mark> log;
    private final SavedSearches searches;

    private Reviews(Path file, SavedSearches searches) {
        this.file = file;
        this.searches = searches;
        log = new RecordLog<>(file, Mark.class, new RecordLog.Follower<>() {
            @Override
            public void restart() {
                marks.clear();
            }

            @Override
            public void next(Mark mark) {
                if (mark.verdict() == Verdict.NONE) {
                    marks.remove(mark.finding());
                } else {
                    marks.put(mark.finding(), mark);
                }
            }
        });
    }

    /**
     * Opens the marks beside the index in a folder; the file need not exist. Lines that are no marks are passed over and
     * told in {@link #notices}.
     *
     * @throws ReviewException where the file is there and cannot be read at all
     */
    public static Reviews open(Path folder) {
        Reviews reviews = new Reviews(folder.resolve(FILE), SavedSearches.open(folder));
        try {
            reviews.log.refresh();
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

    /** The mark on the finding with this id. */
    public synchronized Optional<Mark> of(String finding) {
        refresh();
        return Optional.ofNullable(marks.get(finding));
    }

    /** The searches that are saved beside the marks. */
    public SavedSearches searches() {
        return searches;
    }

    /** All marks that count, the oldest first. */
    public synchronized Collection<Mark> all() {
        refresh();
        return List.copyOf(marks.values());
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
}

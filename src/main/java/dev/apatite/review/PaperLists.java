package dev.apatite.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Lists of papers with decisions and notes, in {@code lists.jsonl} beside the index: only appended to, a reader's last line
 * on a paper in a list counts. Safe to share between threads, and between processes.
 */
public final class PaperLists {
    /** The file's name in the index folder. */
    public static final String FILE = "lists.jsonl";

    private final Path file;
    private final Map<String, Map<String, Map<String, ListEntry>>> lists = new LinkedHashMap<>();
    private final RecordLog<ListEntry> log;

    private PaperLists(Path file) {
        this.file = file;
        log = new RecordLog<>(file, ListEntry.class, new RecordLog.Follower<>() {
            @Override
            public void restart() {
                lists.clear();
            }

            @Override
            public void next(ListEntry each) {
                follow(each);
            }
        });
    }

    /**
     * Opens the lists beside the index in a folder; the file need not exist.
     *
     * @throws ReviewException where the file is there and cannot be read at all
     */
    public static PaperLists open(Path folder) {
        PaperLists opened = new PaperLists(folder.resolve(FILE));
        try {
            opened.log.refresh();
        } catch (IOException e) {
            throw new ReviewException(opened.file + " cannot be read: " + e.getMessage(), e);
        }
        return opened;
    }

    private void follow(ListEntry each) {
        Map<String, Map<String, ListEntry>> list = lists.computeIfAbsent(each.list(), any -> new LinkedHashMap<>());
        if (each.kept()) {
            list.computeIfAbsent(each.paper(), any -> new LinkedHashMap<>()).put(each.reader(), each);
            return;
        }
        // Taken out by one, it is out of the list; whoever decided of it finds that in the file.
        list.remove(each.paper());
        if (list.isEmpty()) {
            lists.remove(each.list());
        }
    }

    private void refresh() {
        try {
            log.refresh();
        } catch (IOException e) {
            log.unreadable(e);
        }
    }

    /** All lists, the oldest first. */
    public synchronized List<PaperList> all() {
        refresh();
        List<PaperList> all = new ArrayList<>();
        lists.forEach((name, papers) -> all.add(new PaperList(name, papers)));
        return all;
    }

    /** The list of this name. */
    public synchronized Optional<PaperList> of(String name) {
        refresh();
        return Optional.ofNullable(lists.get(name)).map(papers -> new PaperList(name, papers));
    }

    /**
     * Keeps what a reader says; it is on disk when this returns.
     *
     * @return false where the reader had said the same, and nothing was written
     * @throws ReviewException where it cannot be written; it is not kept then
     */
    public synchronized boolean keep(ListEntry entry) {
        refresh();
        Map<String, ListEntry> known =
                lists.getOrDefault(entry.list(), Map.of()).getOrDefault(entry.paper(), Map.of());
        ListEntry before = known.get(entry.reader());
        if (before != null && before.saysAs(entry) || known.isEmpty() && !entry.kept()) {
            return false;
        }
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            log.append(entry);
            return true;
        } catch (IOException e) {
            throw new ReviewException("the list could not be kept in " + file + ": " + e.getMessage(), e);
        }
    }

    /** What is wrong with the file, a sentence each; empty where nothing is. */
    public synchronized List<String> notices() {
        refresh();
        return log.notices();
    }
}

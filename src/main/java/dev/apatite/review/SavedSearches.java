package dev.apatite.review;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Saved searches, in {@code searches.jsonl} beside the index: only appended to, the last line of a name counts. Safe to
 * share between threads, and between processes: what another appends is seen at the next question.
 */
public final class SavedSearches {
    /** The file's name in the index folder. */
    public static final String FILE = "searches.jsonl";

    private final Path file;
    private final Map<String, SavedSearch> searches = new LinkedHashMap<>();
    private final RecordLog<SearchRecord> log;

    private SavedSearches(Path file) {
        this.file = file;
        log = new RecordLog<>(file, SearchRecord.class, new RecordLog.Follower<>() {
            @Override
            public void restart() {
                searches.clear();
            }

            @Override
            public void next(SearchRecord each) {
                follow(each);
            }
        });
    }

    /**
     * Opens the saved searches beside the index in a folder; the file need not exist.
     *
     * @throws ReviewException where the file is there and cannot be read at all
     */
    public static SavedSearches open(Path folder) {
        SavedSearches opened = new SavedSearches(folder.resolve(FILE));
        try {
            opened.log.refresh();
        } catch (IOException e) {
            throw new ReviewException(opened.file + " cannot be read: " + e.getMessage(), e);
        }
        return opened;
    }

    private void follow(SearchRecord each) {
        SavedSearch known = searches.get(each.name());
        switch (each.kind()) {
            case SearchRecord.SAVED ->
                searches.put(
                        each.name(),
                        new SavedSearch(
                                each.name(),
                                Objects.requireNonNullElse(each.query(), ""),
                                Objects.requireNonNullElse(each.filters(), Map.of()),
                                each.time(),
                                with(Map.of(), each)));
            case SearchRecord.REMOVED -> searches.remove(each.name());
            default -> {
                if (known != null) {
                    searches.put(
                            each.name(),
                            new SavedSearch(
                                    known.name(),
                                    known.query(),
                                    known.filters(),
                                    known.time(),
                                    with(known.papers(), each)));
                }
            }
        }
    }

    private static Map<String, String> with(Map<String, String> had, SearchRecord found) {
        Map<String, String> all = new LinkedHashMap<>(had);
        found.papers().forEach(each -> all.putIfAbsent(each, found.time()));
        return all;
    }

    private void refresh() {
        try {
            log.refresh();
        } catch (IOException e) {
            log.unreadable(e);
        }
    }

    /** All saved searches, the oldest first. */
    public synchronized Collection<SavedSearch> all() {
        refresh();
        return List.copyOf(searches.values());
    }

    /** The search of this name. */
    public synchronized Optional<SavedSearch> of(String name) {
        refresh();
        return Optional.ofNullable(searches.get(name));
    }

    /**
     * Keeps a search under a name, in place of another of this name; it is on disk when this returns.
     *
     * @param papers what it finds now
     * @throws ReviewException where it cannot be written; it is not kept then
     */
    public synchronized SavedSearch save(
            String name, String query, Map<String, List<String>> filters, List<String> papers, String time) {
        append(new SearchRecord(name, SearchRecord.SAVED, query, filters, papers, time));
        return Objects.requireNonNull(searches.get(name));
    }

    /**
     * Notes what a search finds now; nothing is written where it is nothing new.
     *
     * @throws ReviewException where it cannot be written
     */
    public synchronized SavedSearch found(SavedSearch search, List<String> papers, String time) {
        refresh();
        SavedSearch known = searches.getOrDefault(search.name(), search);
        List<String> more = new ArrayList<>(papers);
        more.removeAll(known.papers().keySet());
        if (more.isEmpty() || !searches.containsKey(search.name())) {
            return known;
        }
        append(new SearchRecord(search.name(), SearchRecord.FOUND, null, null, more, time));
        return Objects.requireNonNull(searches.get(search.name()));
    }

    /** Forgets a search; false where there is none of this name. */
    public synchronized boolean remove(String name, String time) {
        refresh();
        if (!searches.containsKey(name)) {
            return false;
        }
        append(new SearchRecord(name, SearchRecord.REMOVED, null, null, List.of(), time));
        return true;
    }

    /** What is wrong with the file, a sentence each; empty where nothing is. */
    public synchronized List<String> notices() {
        refresh();
        return log.notices();
    }

    private void append(SearchRecord each) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            log.append(each);
        } catch (IOException e) {
            throw new ReviewException("the search could not be kept in " + file + ": " + e.getMessage(), e);
        }
    }
}

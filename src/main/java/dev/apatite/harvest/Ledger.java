package dev.apatite.harvest;

import dev.apatite.review.RecordLog;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of each paper that was asked for: a log beside the fetched files that a kill does not harm. */
final class Ledger {
    /** A paper that was fetched: its names, its file, its licence and its source, and when, ISO 8601. */
    record Entry(
            String id,
            @Nullable String pmid,
            @Nullable String pmcid,
            @Nullable String doi,
            String file,
            @Nullable String license,
            String from,
            String at) {}

    private final RecordLog<Entry> log;
    private final Set<String> names = new HashSet<>();
    private final Map<String, String> files = new HashMap<>();

    Ledger(Path file) throws IOException {
        log = new RecordLog<>(file, Entry.class, new RecordLog.Follower<>() {
            @Override
            public void restart() {
                names.clear();
                files.clear();
            }

            @Override
            public void next(Entry each) {
                note("id", each.id());
                note("pmid", each.pmid());
                note("pmcid", each.pmcid());
                note("doi", each.doi());
                files.put(each.file(), each.id());
            }
        });
        log.refresh();
    }

    private void note(String kind, @Nullable String name) {
        if (name != null) {
            names.add(kind + ":" + name.toLowerCase(java.util.Locale.ROOT));
        }
    }

    /** Whether a paper was fetched before, under whichever of its names. */
    boolean has(HarvestCandidate paper) {
        return has("id", paper.name())
                || has("pmid", paper.pmid())
                || has("pmcid", paper.pmcid())
                || has("doi", paper.doi());
    }

    private boolean has(String kind, @Nullable String name) {
        return name != null && names.contains(kind + ":" + name.toLowerCase(java.util.Locale.ROOT));
    }

    void add(Entry entry) throws IOException {
        log.append(entry);
    }
}

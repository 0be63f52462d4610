package dev.apatite.ingest;

import dev.apatite.index.FailedFile;
import dev.apatite.index.PaperStore;
import dev.apatite.index.SourceFile;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.ContentHash;
import dev.apatite.paper.SourcePath;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to be done to bring the index up to date with the folder, seen from sizes and times; where only a file's time is
 * another, from its content.
 *
 * @param read files to read, by path
 * @param keep papers that stand, with those of their files that are still there or only away, own file first
 * @param failed failures that stand: the file is as it was when it could not be read
 * @param retried failures of the moment, by path; their files are read again
 * @param gone files that are no longer there
 */
record Stock(
        Map<String, CorpusFolder.Entry> read,
        Map<StoredPaper, List<SourceFile>> keep,
        List<FailedFile> failed,
        Map<String, FailedFile> retried,
        Set<String> gone) {

    /** There is nothing to do. */
    static final Stock NONE = new Stock(Map.of(), Map.of(), List.of(), Map.of(), Set.of());

    /**
     * By what the files are read.
     *
     * @param reader the reader's version
     * @param bounds those of the reading processes, in words
     */
    record Versions(String reader, String bounds) {
        /** Stands for the reader's version in the failure of a file that went beyond the bounds. */
        String ofBrokenBounds() {
            return reader + " within " + bounds;
        }

        Set<String> all() {
            return Set.of(reader, ofBrokenBounds());
        }
    }

    /** All files have to be read. */
    static Stock ofNothing(CorpusFolder.Listing listing) {
        return new Stock(new TreeMap<>(listing.files()), Map.of(), List.of(), Map.of(), Set.of());
    }

    static Stock take(
            Path corpus, CorpusFolder.Listing listing, Set<String> away, PaperStore index, Versions versions) {
        return new Taking(corpus, listing, away, versions).take(index);
    }

    /** The same with so many of the files to read, and all that are tried again; the rest is another run's. */
    Stock first(int most) {
        Map<String, CorpusFolder.Entry> some = new TreeMap<>();
        read.forEach((path, entry) -> {
            if (some.size() < most || retried.containsKey(path)) {
                some.put(path, entry);
            }
        });
        return new Stock(some, keep, failed, retried, gone);
    }

    private static final class Taking {
        private final Path corpus;
        private final CorpusFolder.Listing listing;
        private final Map<String, CorpusFolder.Entry> files;
        private final Set<String> away;
        private final Versions versions;
        private final Map<String, CorpusFolder.Entry> read;
        private final Set<String> gone = new TreeSet<>();

        /** Of files whose time is another, each read once although it may hold many papers. */
        private final Map<String, String> hashes = new HashMap<>();

        Taking(Path corpus, CorpusFolder.Listing listing, Set<String> away, Versions versions) {
            this.corpus = corpus;
            this.listing = listing;
            files = listing.files();
            this.away = away;
            this.versions = versions;
            read = new TreeMap<>(files);
        }

        Stock take(PaperStore index) {
            Map<StoredPaper, List<SourceFile>> keep = keep(index.papers());
            List<FailedFile> failed = new ArrayList<>();
            Map<String, FailedFile> retried = new TreeMap<>();
            for (FailedFile failure : index.failures()) {
                String path = failure.file().path();
                CorpusFolder.Entry entry = files.get(path);
                if (away.contains(path)) {
                    failed.add(failure);
                } else if (entry == null) {
                    gone.add(path);
                } else if (versions.all().contains(failure.readerVersion()) && stands(failure.file(), entry)) {
                    if (failure.passing()) {
                        retried.put(path, failure);
                    } else {
                        failed.add(failure);
                        read.remove(path);
                    }
                }
            }
            return new Stock(read, keep, failed, retried, gone);
        }

        /**
         * Only the reading of a paper's own file is kept; without it the other files have to be read again. A file is read
         * whole: where one of its papers has to be read, none of them is kept.
         */
        private Map<StoredPaper, List<SourceFile>> keep(Collection<StoredPaper> papers) {
            Map<StoredPaper, List<SourceFile>> keep = new HashMap<>();
            Set<String> known = new HashSet<>();
            Set<String> again = new HashSet<>();
            for (StoredPaper stored : papers) {
                List<SourceFile> standing = standing(stored);
                stored.provenance().files().forEach(file -> known.add(listing.holding(file.path())));
                if (!standing.isEmpty()
                        && standing.getFirst()
                                .equals(stored.provenance().files().getFirst())) {
                    keep.put(stored, standing);
                } else {
                    stored.provenance().files().forEach(file -> again.add(listing.holding(file.path())));
                }
                stored.provenance().files().stream()
                        .filter(file -> !standing.contains(file))
                        .forEach(file -> again.add(listing.holding(file.path())));
            }
            boolean settled = false;
            while (!settled) {
                settled = !breaksUp(keep, again)
                        && !keep.entrySet().removeIf(kept -> {
                            boolean broken = again.contains(
                                    listing.holding(kept.getValue().getFirst().path()));
                            if (broken) {
                                kept.getKey()
                                        .provenance()
                                        .files()
                                        .forEach(file -> again.add(listing.holding(file.path())));
                            }
                            return broken;
                        });
            }
            keep.replaceAll((stored, standing) -> standing.stream()
                    .filter(file -> !again.contains(listing.holding(file.path())))
                    .toList());
            known.stream().filter(path -> !again.contains(path)).forEach(read::remove);
            return keep;
        }

        /**
         * Where a file of a paper is gone or read again, what bound the others may be gone too: all but the paper's own are
         * read again. Whether there are more of them than before.
         */
        private boolean breaksUp(Map<StoredPaper, List<SourceFile>> keep, Set<String> again) {
            boolean more = false;
            for (Map.Entry<StoredPaper, List<SourceFile>> kept : keep.entrySet()) {
                List<SourceFile> standing = kept.getValue();
                boolean whole =
                        standing.size() == kept.getKey().provenance().files().size()
                                && standing.stream().noneMatch(file -> again.contains(listing.holding(file.path())));
                if (!whole) {
                    for (SourceFile file : standing.subList(1, standing.size())) {
                        String path = listing.holding(file.path());
                        more |= !away.contains(path) && again.add(path);
                    }
                }
            }
            return more;
        }

        private List<SourceFile> standing(StoredPaper stored) {
            boolean today = stored.provenance().readerVersion().equals(versions.reader());
            List<SourceFile> standing = new ArrayList<>();
            for (SourceFile file : stored.provenance().files()) {
                String path = listing.holding(file.path());
                CorpusFolder.Entry entry = files.get(path);
                if (away.contains(path)) {
                    standing.add(file);
                } else if (entry == null) {
                    gone.add(path);
                } else if (today && stands(file, entry)) {
                    standing.add(file);
                }
            }
            return standing;
        }

        /** A clock that jumps, or a copy that keeps no times, changes no content. */
        private boolean stands(SourceFile before, CorpusFolder.Entry now) {
            if (before.size() != now.size()) {
                return false;
            }
            return before.modified() == now.modified()
                    || (!before.contentHash().isEmpty() && before.contentHash().equals(hash(before, now)));
        }

        private String hash(SourceFile before, CorpusFolder.Entry entry) {
            int part = before.path().equals(entry.path()) ? 1 : SourcePath.part(before.path());
            try {
                String whole = hashes.get(entry.path());
                if (whole == null) {
                    whole = ContentHash.of(SourcePath.in(corpus, entry.path()));
                    hashes.put(entry.path(), whole);
                }
                return ContentHash.ofPart(whole, part);
            } catch (IOException e) {
                // Reading the file will say what is wrong with it.
                return "";
            }
        }
    }
}

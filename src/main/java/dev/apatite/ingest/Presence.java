package dev.apatite.ingest;

import dev.apatite.index.FailedFile;
import dev.apatite.index.PaperStore;
import dev.apatite.index.SourceFile;
import dev.apatite.index.StoredPaper;
import dev.apatite.paper.ContentHash;
import dev.apatite.paper.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;

/**
 * Which of the files that the index knows are deleted, and which are only away. Absence is not deletion: a file behind
 * something that cannot be looked at is away, and where all files, or more than half of ten or more, or ten or more of a
 * folder that still stands, are gone at once without having been moved, all of those are.
 */
final class Presence {
    private static final int MANY = 10;

    private final Path corpus;
    private final CorpusFolder.Listing listing;
    private final Map<String, SourceFile> known = new TreeMap<>();

    Presence(Path corpus, CorpusFolder.Listing listing, PaperStore index) {
        this.corpus = corpus;
        this.listing = listing;
        for (StoredPaper stored : index.papers()) {
            stored.provenance().files().forEach(this::know);
        }
        for (FailedFile failure : index.failures()) {
            known.put(failure.file().path(), failure.file());
        }
    }

    /** A file that holds several papers is known by its first. */
    private void know(SourceFile file) {
        String holding = listing.holding(file.path());
        if (holding.equals(file.path())) {
            known.put(holding, file);
        } else {
            known.putIfAbsent(holding, new SourceFile(holding, "", file.size(), file.modified()));
        }
    }

    /** The files that are away and not deleted, unless {@code allowed} says of all of them that they may be removed. */
    Absence absence(Predicate<Absence> allowed) {
        Set<String> hidden = new TreeSet<>();
        List<SourceFile> missing = new ArrayList<>();
        for (SourceFile file : known.values()) {
            if (listing.hides(file.path())) {
                hidden.add(file.path());
            } else if (!listing.files().containsKey(file.path())) {
                missing.add(file);
            }
        }
        TreeSet<String> away = new TreeSet<>(hidden);
        int visible = known.size() - hidden.size();
        if (areMost(missing.size(), visible)) {
            List<SourceFile> vanished = notMoved(missing);
            if (areMost(vanished.size(), visible)) {
                vanished.forEach(file -> away.add(file.path()));
            }
        }
        notMoved(ofEmptiedFolders(missing)).forEach(file -> away.add(file.path()));
        Absence absence = new Absence(away, known.size());
        return away.isEmpty() || allowed.test(absence) ? new Absence(new TreeSet<>(), known.size()) : absence;
    }

    /** Whether so many of so many are not likely to have been deleted by hand. */
    static boolean areMost(int some, int all) {
        return some > 0 && (some == all || (all >= MANY && some > all / 2));
    }

    /** Those of folders that held many and still stand, empty, as a place does where a disk was mounted. */
    private List<SourceFile> ofEmptiedFolders(List<SourceFile> missing) {
        Map<String, List<SourceFile>> byFolder = new HashMap<>();
        missing.forEach(file -> byFolder.computeIfAbsent(folder(file.path()), any -> new ArrayList<>())
                .add(file));
        byFolder.entrySet()
                .removeIf(each -> each.getValue().size() < MANY
                        || !Files.isDirectory(SourcePath.in(corpus, each.getKey()))
                        || listing.files().keySet().stream()
                                .anyMatch(file -> folder(file).equals(each.getKey())));
        return byFolder.values().stream().flatMap(List::stream).toList();
    }

    private static String folder(String path) {
        return path.substring(0, Math.max(0, path.lastIndexOf('/')));
    }

    /** Those whose content stands nowhere else in the folder by now. */
    private List<SourceFile> notMoved(List<SourceFile> missing) {
        Map<Long, List<String>> fresh = new HashMap<>();
        listing.files().values().stream()
                .filter(entry -> !known.containsKey(entry.path()))
                .forEach(entry -> fresh.computeIfAbsent(entry.size(), any -> new ArrayList<>())
                        .add(entry.path()));
        Map<Long, Set<String>> contents = new HashMap<>();
        return missing.stream()
                .filter(file -> !contents.computeIfAbsent(
                                file.size(), size -> hashes(fresh.getOrDefault(size, List.of())))
                        .contains(file.contentHash()))
                .toList();
    }

    private Set<String> hashes(List<String> paths) {
        Set<String> hashes = new HashSet<>();
        for (String path : paths) {
            try {
                hashes.add(ContentHash.of(SourcePath.in(corpus, path)));
            } catch (IOException unreadable) {
                // Then it is not known to be the missing one, which is kept.
                continue;
            }
        }
        return hashes;
    }
}

package dev.apatite.ingest;

import dev.apatite.index.FailedFile;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.SourceFile;
import dev.apatite.index.StoredPaper;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What has to be done to bring the index up to date with the folder, seen from sizes and times alone.
 *
 * @param read files to read, by path
 * @param keep papers that stand, with those of their files that are still there, own file first
 * @param failed failures that stand: the file is as it was when it could not be read
 * @param gone files that are no longer there
 */
record Stock(
        Map<String, CorpusFolder.Entry> read,
        Map<StoredPaper, List<SourceFile>> keep,
        List<FailedFile> failed,
        Set<String> gone) {

    static Stock take(Map<String, CorpusFolder.Entry> files, PaperIndex index, String readerVersion) {
        Map<String, CorpusFolder.Entry> read = new TreeMap<>(files);
        Map<StoredPaper, List<SourceFile>> keep = new HashMap<>();
        Set<String> gone = new TreeSet<>();
        for (StoredPaper stored : index.papers()) {
            List<SourceFile> standing = new ArrayList<>();
            for (SourceFile file : stored.provenance().files()) {
                if (!files.containsKey(file.path())) {
                    gone.add(file.path());
                } else if (stands(file, files.get(file.path()))
                        && stored.provenance().readerVersion().equals(readerVersion)) {
                    standing.add(file);
                }
            }
            // Only the reading of a paper's own file is kept; without it the other files have to be read again.
            SourceFile own = stored.provenance().files().getFirst();
            if (!standing.isEmpty() && standing.getFirst().equals(own)) {
                keep.put(stored, standing);
                standing.forEach(file -> read.remove(file.path()));
            }
        }
        List<FailedFile> failed = new ArrayList<>();
        for (FailedFile failure : index.failures()) {
            CorpusFolder.Entry entry = files.get(failure.file().path());
            if (entry == null) {
                gone.add(failure.file().path());
            } else if (stands(failure.file(), entry) && failure.readerVersion().equals(readerVersion)) {
                failed.add(failure);
                read.remove(entry.path());
            }
        }
        return new Stock(read, keep, failed, gone);
    }

    private static boolean stands(SourceFile before, CorpusFolder.Entry now) {
        return before.size() == now.size() && before.modified() == now.modified();
    }
}

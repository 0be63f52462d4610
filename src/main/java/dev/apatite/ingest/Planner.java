package dev.apatite.ingest;

import dev.apatite.index.PaperStore;
import dev.apatite.index.SourceFile;
import dev.apatite.index.StoredPaper;
import dev.apatite.ingest.Change.Plan;
import dev.apatite.paper.Paper;
import dev.apatite.works.CitationKeys;
import dev.apatite.works.CorpusCitations;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Says what has to be written and removed, by comparing all papers or only those that a change touches. */
final class Planner {
    /** So many papers are looked up one by one, however few there are. */
    private static final int FEW = 20;

    /** Looking a paper up costs as much as comparing so many. */
    private static final int MANY = 50;

    private final PaperStore index;
    private final ReadPapers spool;
    private final String annotatorVersion;
    private final CitationKeys keys;
    private final Stock stock;
    private final List<Outline> read;

    /** {@code read} are the papers that were read for this stock. */
    Planner(
            PaperStore index,
            ReadPapers spool,
            String annotatorVersion,
            CitationKeys keys,
            Stock stock,
            List<Outline> read) {
        this.index = index;
        this.spool = spool;
        this.annotatorVersion = annotatorVersion;
        this.keys = keys;
        this.stock = stock;
        this.read = read;
    }

    /** Whether it costs less to look for what the change touches than to compare all papers. */
    boolean touchesLittle() {
        int papers = read.size() + stock.gone().size();
        boolean stale = stock.keep().keySet().stream()
                .anyMatch(stored -> !stored.provenance().annotatorVersion().equals(annotatorVersion));
        return !stale
                && index.byKeys().isPresent()
                && (papers <= FEW || papers < stock.keep().size() / MANY);
    }

    /** Compares only what the change touches; the papers of the index have keys of today. */
    Plan touched() {
        Map<String, List<SourceFile>> kept = new HashMap<>();
        Set<String> regrouped = new TreeSet<>();
        stock.keep().forEach((stored, standing) -> {
            kept.put(stored.id(), standing);
            if (stored.provenance().files().size() != standing.size()) {
                regrouped.add(stored.id());
            }
        });
        Set<String> gone = new TreeSet<>();
        index.papers().stream()
                .map(StoredPaper::id)
                .filter(id -> !kept.containsKey(id))
                .forEach(gone::add);
        return new TouchedPart(index.byKeys().orElseThrow(), spool, annotatorVersion, keys, kept)
                .plan(read, gone, regrouped);
    }

    /**
     * Compares all papers.
     *
     * @param citations those of the papers that were read
     */
    Plan whole(CorpusCitations citations) {
        List<Outline> outlines = new ArrayList<>(read);
        Set<String> before = new TreeSet<>();
        Set<String> unkeyed = new HashSet<>();
        for (StoredPaper stored : index.papers()) {
            before.add(stored.id());
            if (!stored.keys().equals(Writing.VERSION)) {
                unkeyed.add(stored.id());
            }
        }
        addKept(citations, outlines);
        return new WholeCorpus(annotatorVersion, unkeyed).plan(outlines, citations, before);
    }

    /** Compares the papers that were read with each other. */
    Plan ofNothing(CorpusCitations citations) {
        return new WholeCorpus(annotatorVersion, Set.of()).plan(read, citations, Set.of());
    }

    /** Adds the papers that stand, and gives those that were read anew the ids that they had. */
    private void addKept(CorpusCitations citations, List<Outline> outlines) {
        Map<String, Paper> before = new HashMap<>();
        Map<String, List<SourceFile>> files = new HashMap<>();
        stock.keep().forEach((stored, standing) -> files.put(stored.id(), standing));
        index.outlines(paper -> {
            List<SourceFile> standing = files.get(paper.stored().id());
            if (standing != null) {
                outlines.add(Outline.stored(paper, standing, citations));
            } else {
                before.put(paper.bare().sourceFile(), paper.bare().withReferences(List.of()));
            }
        });
        outlines.replaceAll(each -> each.spooled() == null ? each : each.after(before.get(each.path())));
    }
}

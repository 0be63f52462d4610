package dev.apatite.ingest;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Provenance;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.works.CorpusCitations;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Turns the outlines of all papers into changes of the index: ids, other files, works cited, annotations of today. */
final class Writing {
    private static final String SHARED_DOI = "claims the DOI ";

    /** What a reader says that did not know what a record tells. */
    private static final String NO_TITLE = "no title was found";

    private static final String NO_AUTHORS = "no authors were found";

    /** How many papers are annotated, or wait to be, for each thread; bounds the memory that they take. */
    private static final int AHEAD = 2;

    private final PaperIndex index;
    private final Annotation annotation;
    private final Spool spool;
    private final IndexUpdate update;
    private final int threads;

    Writing(PaperIndex index, Annotation annotation, Spool spool, IndexUpdate update, int threads) {
        this.index = index;
        this.annotation = annotation;
        this.spool = spool;
        this.update = update;
        this.threads = threads;
    }

    /** Takes how many of the papers that have to be written are written. */
    interface Progress {
        void written(int done, int total);
    }

    /** Writes what differs from the index; {@code before} are the ids that stand in it. */
    void write(List<Outline> outlines, CorpusCitations citations, Set<String> before, Progress progress) {
        List<Outline> papers = Duplicates.merge(outlines);
        Map<Outline, String> ids = ids(papers);
        Map<Outline, String> warnings = sharedDois(papers);
        List<Paper> bare = new ArrayList<>();
        papers.forEach(outline -> bare.add(outline.bare().withId(ids.getOrDefault(outline, outline.plainId()))));
        CorpusCitations.Ids works =
                citations.ids(bare, papers.stream().map(Outline::cited).toList());
        Set<String> standing = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            Outline outline = papers.get(i);
            String id = bare.get(i).id();
            standing.add(id);
            if (differs(outline, id, works)) {
                changes.add(new Change(outline, id, warnings.get(outline)));
            }
        }
        put(changes, works, progress);
        before.stream().filter(id -> !standing.contains(id)).forEach(update::remove);
    }

    /** A paper that has to be written; {@code warning} is what its neighbours in the corpus give cause to say. */
    private record Change(
            Outline outline, String id, @Nullable String warning) {}

    /** Annotates the papers, each once, in several threads a little ahead of the writing, which keeps their order. */
    private void put(List<Change> changes, CorpusCitations.Ids works, Progress progress) {
        progress.written(0, changes.size());
        try (ExecutorService annotating = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("apatite-annotation-", 1).factory())) {
            Deque<Future<Paper>> ahead = new ArrayDeque<>();
            int submitted = 0;
            try {
                for (int done = 0; done < changes.size(); done++) {
                    while (submitted < changes.size() && ahead.size() < AHEAD * threads) {
                        Change next = changes.get(submitted++);
                        ahead.add(annotating.submit(() -> paper(next, works)));
                    }
                    update.put(
                            ahead.remove().get(), provenance(changes.get(done).outline()));
                    progress.written(done + 1, changes.size());
                }
            } catch (ExecutionException e) {
                throw new IngestException(
                        "writing stopped: " + (e.getCause() == null ? e : e.getCause()).getMessage(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IngestException("writing was interrupted", e);
            } finally {
                annotating.shutdownNow();
            }
        }
    }

    /** A paper whose file is away stays as another version read it. */
    private Provenance provenance(Outline outline) {
        Provenance stored = outline.stored();
        String reader = stored == null ? PaperReader.version() : stored.readerVersion();
        return new Provenance(outline.files(), reader, annotation.version());
    }

    private boolean differs(Outline outline, String id, CorpusCitations.Ids works) {
        Provenance stored = outline.stored();
        return stored == null
                || !stored.annotatorVersion().equals(annotation.version())
                || !stored.files().equals(outline.files())
                || !outline.bare().id().equals(id)
                || outline.cited().differsFrom(works)
                || !outline.bare().otherFiles().equals(otherFiles(outline));
    }

    /** The paper as it was read, with what only the whole corpus tells of it and what is recognised in it today. */
    private Paper paper(Change change, CorpusCitations.Ids works) {
        Outline outline = change.outline();
        Paper stands = outline.spooled() == null
                ? index.paper(outline.bare().id()).orElseThrow()
                : spool.get(outline.spooled());
        Paper read = stands.withBibliography(
                stands.bibliography().completedBy(outline.bare().bibliography()));
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.removeIf(Writing::isOfAnEarlierRun);
        if (read.title() != null) {
            warnings.remove(NO_TITLE);
        }
        if (!read.authors().isEmpty()) {
            warnings.remove(NO_AUTHORS);
        }
        if (change.warning() != null) {
            warnings.add(change.warning());
        }
        Paper paper = read.withId(change.id())
                .withReferences(outline.cited().named(read.references(), works))
                .withOtherFiles(otherFiles(outline))
                .withWarnings(warnings);
        try {
            return annotation.of(paper);
        } catch (Annotation.BrokenRules e) {
            warnings.add(String.valueOf(e.getMessage()));
            return paper.annotated(List.of(), List.of(), List.of()).withWarnings(warnings);
        }
    }

    private static boolean isOfAnEarlierRun(String warning) {
        return warning.startsWith(SHARED_DOI) || warning.startsWith(Annotation.BrokenRules.REASON);
    }

    private static List<String> otherFiles(Outline outline) {
        return outline.files().stream().skip(1).map(SourceFile::path).toList();
    }

    /** The plain id for the paper that has it in the index, else for the first by path; the others get a suffix. */
    private static Map<Outline, String> ids(List<Outline> papers) {
        Map<String, List<Outline>> claims = new HashMap<>();
        papers.forEach(paper -> claims.computeIfAbsent(paper.plainId(), any -> new ArrayList<>())
                .add(paper));
        Map<Outline, String> ids = new IdentityHashMap<>();
        claims.forEach((id, claimants) -> {
            claimants.sort(Comparator.comparing((Outline paper) ->
                            paper.stored() == null || !id.equals(paper.bare().id()))
                    .thenComparing(Outline::path));
            ids.put(claimants.getFirst(), id);
            claimants.stream()
                    .skip(1)
                    .forEach(paper ->
                            ids.put(paper, id + "-" + paper.bare().contentHash().substring(0, 8)));
        });
        return ids;
    }

    private static Map<Outline, String> sharedDois(List<Outline> papers) {
        Map<String, List<Outline>> claims = new HashMap<>();
        for (Outline paper : papers) {
            if (paper.bare().doi() != null) {
                claims.computeIfAbsent(paper.plainId(), any -> new ArrayList<>())
                        .add(paper);
            }
        }
        Map<Outline, String> warnings = new IdentityHashMap<>();
        claims.values().stream().filter(claimants -> claimants.size() > 1).forEach(claimants -> {
            for (Outline paper : claimants) {
                Outline other = claimants.get(claimants.getFirst() == paper ? 1 : 0);
                warnings.put(
                        paper,
                        SHARED_DOI + paper.bare().doi() + " like " + other.path()
                                + ", but has another title; both are kept");
            }
        });
        return warnings;
    }
}

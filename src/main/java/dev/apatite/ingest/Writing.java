package dev.apatite.ingest;

import dev.apatite.index.IndexBusy;
import dev.apatite.index.Kinship;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.PaperStore;
import dev.apatite.index.PaperUpdate;
import dev.apatite.index.Provenance;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.reading.PaperReader;
import dev.apatite.text.Fingerprint;
import dev.apatite.works.CitationKeys;
import dev.apatite.works.WorkName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/** Puts papers that changed into the index: with their ids, other files, works cited, annotations of today. */
final class Writing {
    /** What a reader says that did not know what a record tells. */
    private static final String NO_TITLE = "no title was found";

    private static final String ELSEWHERE = "The record names the file ";

    private static final String NO_AUTHORS = "no authors were found";

    /** How many papers are annotated, or wait to be, for each thread; bounds the memory that they take. */
    private static final int AHEAD = 2;

    /** The version of what papers and citations are found by. */
    static final String VERSION =
            Fingerprint.of(Ingest.class, List.of("dev/apatite/works", "dev/apatite/ingest", "dev/apatite/text"));

    private final PaperStore index;
    private final Annotation annotation;
    private final ReadPapers spool;
    private final PaperUpdate update;
    private final CitationKeys keys;
    private final int threads;

    Writing(
            PaperStore index,
            Annotation annotation,
            ReadPapers spool,
            PaperUpdate update,
            CitationKeys keys,
            int threads) {
        this.keys = keys;
        this.index = index;
        this.annotation = annotation;
        this.spool = spool;
        this.update = update;
        this.threads = threads;
    }

    /** Takes how many of the papers that have to be written are written. */
    interface Progress {
        /** Is called between two papers. */
        void written(int done, int total);
    }

    /** Writes what is planned. */
    void write(Change.Plan plan, Progress progress) {
        put(plan.changes(), progress);
        plan.removed().forEach(update::remove);
    }

    /** Annotates the papers, each once, in several threads a little ahead of the writing, which keeps their order. */
    private void put(List<Change> changes, Progress progress) {
        progress.written(0, changes.size());
        try (ExecutorService annotating = Executors.newFixedThreadPool(
                threads,
                Thread.ofPlatform().daemon().name("apatite-annotation-", 1).factory())) {
            Deque<Future<Runnable>> ahead = new ArrayDeque<>();
            int submitted = 0;
            try {
                for (int done = 0; done < changes.size(); done++) {
                    while (submitted < changes.size() && ahead.size() < AHEAD * threads) {
                        Change change = changes.get(submitted++);
                        ahead.add(annotating.submit(() -> {
                            Written made = written(change);
                            return update.prepared(made.paper(), provenance(change.outline()), made.keys());
                        }));
                    }
                    ahead.remove().get().run();
                    progress.written(done + 1, changes.size());
                }
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IndexBusy busy) {
                    throw busy;
                }
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
        Outline.Standing stored = outline.stored();
        String reader =
                stored == null ? PaperReader.version() : stored.provenance().readerVersion();
        return new Provenance(outline.files(), reader, annotation.version());
    }

    /** A paper as it is put. */
    private record Written(Paper paper, PaperKeys keys) {}

    private Written written(Change change) {
        Paper paper = paper(change);
        Map<Integer, PaperKeys.Mark> references = new HashMap<>();
        for (int i = 0; i < paper.references().size(); i++) {
            CitationKeys.Keyed keyed = keys.of(paper.references().get(i));
            WorkName name = change.works().get(i);
            if (keyed.work() != CitationKeys.NO_WORK) {
                references.put(i, mark(keyed, Set.of(), name == null ? List.of() : name.tried()));
            }
        }
        // Whichever of its keys others will look for.
        Set<Long> identity = new TreeSet<>(Identities.keys(change.outline()));
        identity.addAll(Identities.keys(change.outline().standingAs(change.id())));
        return new Written(
                paper,
                new PaperKeys(
                        VERSION,
                        mark(keys.of(paper), identity, List.of()),
                        references,
                        change.outline().remembered(),
                        new Kinship(change.group(), change.outline().sketch())));
    }

    private static PaperKeys.Mark mark(CitationKeys.Keyed keyed, Set<Long> more, List<String> tried) {
        List<Long> all = new ArrayList<>(more);
        for (long key : keyed.keys()) {
            all.add(key);
        }
        return new PaperKeys.Mark(keyed.work(), all, tried);
    }

    /** The paper as it was read, with what only the whole corpus tells of it and what is recognised in it today. */
    private Paper paper(Change change) {
        Outline outline = change.outline();
        Paper stands = outline.spooled() == null
                ? index.paper(outline.bare().id()).orElseThrow()
                : spool.get(outline.spooled());
        Paper read = stands.withBibliography(outline.bare().bibliography());
        List<String> warnings = new ArrayList<>(read.warnings());
        warnings.removeIf(each -> each.startsWith(Identities.SHARED_DOI));
        if (read.title() != null) {
            warnings.remove(NO_TITLE);
        }
        if (!read.authors().isEmpty()) {
            warnings.remove(NO_AUTHORS);
        }
        warnings.removeIf(each -> each.startsWith(ELSEWHERE));
        if (outline.isRecord()) {
            outline.readings().stream()
                    .flatMap(each -> each.attachments().stream())
                    .limit(1)
                    .forEach(each -> warnings.add(ELSEWHERE + each + ", which is not in the folder"));
        }
        if (change.warning() != null) {
            warnings.add(change.warning());
        }
        Paper paper = read.withId(change.id())
                .withReferences(cited(read.references(), change.works()))
                .withOtherFiles(outline.otherFiles())
                .withWarnings(warnings);
        // What is recognised in a paper depends neither on the works that it cites nor on its files.
        boolean today = outline.stored() != null
                && outline.stored().provenance().annotatorVersion().equals(annotation.version());
        boolean recognised =
                today && stands.id().equals(paper.id()) && stands.bibliography().equals(paper.bibliography());
        return recognised ? paper : annotation.orWarned(paper);
    }

    private static List<Reference> cited(List<Reference> references, List<@Nullable WorkName> works) {
        List<Reference> named = new ArrayList<>(references.size());
        for (int i = 0; i < references.size(); i++) {
            WorkName name = works.get(i);
            named.add(references.get(i).withWorkId(name == null ? null : name.id()));
        }
        return named;
    }
}

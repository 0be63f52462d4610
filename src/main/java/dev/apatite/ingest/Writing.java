package dev.apatite.ingest;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Provenance;
import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the outlines of all papers into changes of the index: ids, other files, works cited, annotations of today. */
final class Writing {
    private final PaperIndex index;
    private final Annotation annotation;
    private final Spool spool;
    private final IndexUpdate update;

    Writing(PaperIndex index, Annotation annotation, Spool spool, IndexUpdate update) {
        this.index = index;
        this.annotation = annotation;
        this.spool = spool;
        this.update = update;
    }

    /** Writes what differs from the index; {@code before} are the ids that stand in it. */
    void write(List<Outline> outlines, Citations citations, Set<String> before) {
        List<Outline> papers = Duplicates.merge(outlines);
        Map<Outline, String> ids = ids(papers);
        Map<Outline, String> warnings = sharedDois(papers);
        List<Paper> bare = new ArrayList<>();
        papers.forEach(outline -> bare.add(outline.bare().withId(ids.getOrDefault(outline, outline.plainId()))));
        Citations.Ids works =
                citations.ids(bare, papers.stream().map(Outline::cited).toList());
        Set<String> standing = new HashSet<>();
        for (int i = 0; i < papers.size(); i++) {
            Outline outline = papers.get(i);
            String id = bare.get(i).id();
            standing.add(id);
            if (differs(outline, id, works)) {
                put(outline, id, works, warnings.get(outline));
            }
        }
        before.stream().filter(id -> !standing.contains(id)).forEach(update::remove);
    }

    private boolean differs(Outline outline, String id, Citations.Ids works) {
        return !annotation.version().equals(outline.annotatedBy())
                || !outline.bare().id().equals(id)
                || outline.cited().differsFrom(works)
                || !outline.bare().otherFiles().equals(otherFiles(outline));
    }

    private void put(Outline outline, String id, Citations.Ids works, @Nullable String warning) {
        Paper paper = outline.spooled() == null
                ? index.paper(outline.bare().id()).orElseThrow()
                : spool.get(outline.spooled());
        boolean annotateAnew = outline.spooled() == null || !paper.id().equals(id);
        paper = paper.withId(id)
                .withReferences(outline.cited().named(paper.references(), works))
                .withOtherFiles(otherFiles(outline));
        if (warning != null) {
            paper = warned(paper, warning);
        }
        update.put(
                annotateAnew ? annotated(paper) : paper,
                new Provenance(outline.files(), PaperReader.VERSION, annotation.version()));
    }

    /** A paper that stood in the index still stands there when newer rules break at it, with a warning that says so. */
    private Paper annotated(Paper paper) {
        try {
            return annotation.of(paper);
        } catch (Annotation.BrokenRules e) {
            return warned(paper.annotated(List.of(), List.of(), List.of()), String.valueOf(e.getMessage()));
        }
    }

    private static Paper warned(Paper paper, String warning) {
        if (paper.warnings().contains(warning)) {
            return paper;
        }
        List<String> warnings = new ArrayList<>(paper.warnings());
        warnings.add(warning);
        return paper.withWarnings(warnings);
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
            claimants.sort(Comparator.comparing((Outline paper) -> paper.annotatedBy() == null
                            || !id.equals(paper.bare().id()))
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
                        "claims the DOI " + paper.bare().doi() + " like " + other.path()
                                + ", but has another title; both are kept");
            }
        });
        return warnings;
    }
}

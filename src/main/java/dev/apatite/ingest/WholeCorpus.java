package dev.apatite.ingest;

import dev.apatite.ingest.Change.Plan;
import dev.apatite.paper.Paper;
import dev.apatite.works.CorpusCitations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares all papers of a corpus with each other, and groups all that they cite. */
final class WholeCorpus {
    private final String annotatorVersion;
    private final Set<String> unkeyed;

    /** {@code unkeyed} are the ids of those papers of the index that have no keys of today. */
    WholeCorpus(String annotatorVersion, Set<String> unkeyed) {
        this.annotatorVersion = annotatorVersion;
        this.unkeyed = unkeyed;
    }

    /** What differs from the index; {@code before} are the ids that stand in it. */
    Plan plan(List<Outline> outlines, CorpusCitations citations, Set<String> before) {
        List<Outline> papers = Duplicates.merge(outlines);
        Identities identities = Identities.of(papers);
        Map<Outline, String> groups = VersionGroups.groups(papers, identities);
        List<Paper> bare = new ArrayList<>();
        papers.forEach(outline -> bare.add(outline.bare().withId(identities.id(outline))));
        CorpusCitations.Ids works =
                citations.ids(bare, papers.stream().map(Outline::cited).toList());
        Set<String> standing = new HashSet<>();
        List<Change> changes = new ArrayList<>();
        for (int i = 0; i < papers.size(); i++) {
            Outline outline = papers.get(i);
            String id = bare.get(i).id();
            standing.add(id);
            if (unkeyed.contains(outline.bare().id())
                    || outline.differs(id, groups.get(outline), annotatorVersion)
                    || outline.cited().differsFrom(works)) {
                changes.add(new Change(
                        outline,
                        id,
                        identities.warnings().get(outline),
                        groups.get(outline),
                        outline.cited().names(works)));
            }
        }
        Set<String> removed = new TreeSet<>(before);
        removed.removeAll(standing);
        return new Plan(changes, removed);
    }
}

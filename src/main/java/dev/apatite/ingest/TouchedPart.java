package dev.apatite.ingest;

import dev.apatite.index.KeyedPlaces;
import dev.apatite.index.KeyedStore;
import dev.apatite.index.PaperOutline;
import dev.apatite.index.SourceFile;
import dev.apatite.ingest.Change.Plan;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.works.CitationKeys;
import dev.apatite.works.CorpusCitations;
import dev.apatite.works.Regrouping;
import dev.apatite.works.WorkName;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Compares the papers that changed with those that they may be the same as, and regroups what these cite. The outcome is
 * that of {@link WholeCorpus}, at a cost that does not grow with the corpus.
 */
final class TouchedPart {
    private final KeyedStore index;
    private final ReadPapers spool;
    private final String annotatorVersion;
    private final CitationKeys keys;
    private final Map<String, List<SourceFile>> kept;

    /** {@code kept} are the papers that stand, by id, with those of their files that are still there. */
    TouchedPart(
            KeyedStore index,
            ReadPapers spool,
            String annotatorVersion,
            CitationKeys keys,
            Map<String, List<SourceFile>> kept) {
        this.index = index;
        this.spool = spool;
        this.annotatorVersion = annotatorVersion;
        this.keys = keys;
        this.kept = kept;
    }

    /**
     * What differs from the index.
     *
     * @param read papers that were read
     * @param gone the ids of those that stand in the index, but not in the folder as they did
     * @param regrouped the ids of those of which some of the files are gone
     */
    Plan plan(List<Outline> read, Set<String> gone, Set<String> regrouped) {
        return index.keyed(places -> new Planning(places).plan(read, gone, regrouped));
    }

    private final class Planning {
        private final KeyedPlaces places;
        private final CorpusCitations citations = new CorpusCitations();
        private final Map<String, Outline> standing = new LinkedHashMap<>();
        private final Map<Outline, List<Reference>> references = new HashMap<>();
        private final Deque<Long> open = new ArrayDeque<>();
        private final Set<Long> seen = new HashSet<>();
        private final Deque<String> texts = new ArrayDeque<>();
        private final Set<String> seenTexts = new HashSet<>();

        Planning(KeyedPlaces places) {
            this.places = places;
        }

        Plan plan(List<Outline> read, Set<String> gone, Set<String> regrouped) {
            Map<String, Paper> leaving = new TreeMap<>();
            Map<String, Paper> before = new HashMap<>();
            for (String id : gone) {
                PaperOutline outline = places.outline(id).orElseThrow();
                leaving.put(id, outline.bare());
                before.put(outline.bare().sourceFile(), outline.bare());
                look(Outline.stored(outline, outline.stored().provenance().files(), citations));
            }
            List<Outline> papers = new ArrayList<>();
            for (Outline each : read) {
                Outline named = each.after(before.get(each.path()));
                papers.add(named);
                look(named);
            }
            regrouped.forEach(this::stand);
            List<Long> first = new ArrayList<>(open);
            texts.forEach(each -> first.addAll(Identities.ofText(each)));
            places.look(first);
            while (!open.isEmpty() || !texts.isEmpty()) {
                if (open.isEmpty()) {
                    standAlike(texts.remove());
                } else {
                    places.withKey(open.remove(), place -> stand(places.paperId(place)));
                }
            }
            papers.addAll(standing.values());
            return plan(Duplicates.merge(papers), leaving);
        }

        private void look(Outline outline) {
            for (long key : Identities.ofPaper(outline)) {
                if (seen.add(key)) {
                    open.add(key);
                }
            }
            if (!outline.sketch().isEmpty() && seenTexts.add(outline.sketch())) {
                texts.add(outline.sketch());
            }
        }

        /**
         * Brings in the papers of nearly this text. Keys of texts are shared by many that have no more than a phrase in
         * common; nothing leads on from these, or one paper would lead to the whole corpus.
         */
        private void standAlike(String sketch) {
            Map<Integer, Integer> shared = new TreeMap<>();
            for (long key : Identities.ofText(sketch)) {
                places.withKey(key, place -> shared.merge(place, 1, Integer::sum));
            }
            int least = TextSketch.sharedBands(VersionGroups.NEARLY_THE_SAME);
            shared.forEach((place, bands) -> {
                String id = bands < least ? "" : places.paperId(place);
                if (kept.containsKey(id) && !standing.containsKey(id) && isAlike(sketch, id)) {
                    stand(id);
                }
            });
        }

        private boolean isAlike(String sketch, String id) {
            String other = places.outline(id).orElseThrow().kinship().sketch();
            return TextSketch.likeness(sketch, other) >= VersionGroups.NEARLY_THE_SAME;
        }

        private void stand(String id) {
            List<SourceFile> files = kept.get(id);
            if (files != null && !standing.containsKey(id)) {
                PaperOutline outline = places.outline(id).orElseThrow();
                Outline paper = Outline.stored(outline, files, citations);
                standing.put(id, paper);
                look(paper);
                List<SourceFile> before = outline.stored().provenance().files();
                if (before.size() != files.size()) {
                    // What only a file that is gone had in common with others.
                    look(Outline.stored(outline, before, citations));
                }
            }
        }

        private Plan plan(List<Outline> papers, Map<String, Paper> leaving) {
            Identities identities = Identities.of(papers);
            Map<Outline, String> groups = VersionGroups.groups(papers, identities);
            Map<String, Outline> coming = new TreeMap<>();
            Set<String> staying = new HashSet<>();
            for (Outline paper : papers) {
                String id = identities.id(paper);
                if (paper.differs(id, groups.get(paper), annotatorVersion) || warnsOtherwise(paper, id, identities)) {
                    coming.put(id, paper);
                } else {
                    staying.add(id);
                }
            }
            for (String id : standing.keySet()) {
                if (!staying.contains(id)) {
                    leaving.put(id, bare(id));
                }
            }
            List<Paper> come = new ArrayList<>();
            coming.forEach((id, paper) -> come.add(paper.bare().withId(id).withReferences(references(paper))));
            Set<Long> cited = new HashSet<>();
            Stream.concat(leaving.values().stream(), come.stream())
                    .flatMap(each -> Stream.concat(
                            Stream.of(keys.of(each)), each.references().stream().map(keys::of)))
                    .forEach(each -> {
                        for (long key : each.keys()) {
                            cited.add(key);
                        }
                    });
            places.look(cited);
            Regrouping.Outcome works = Regrouping.of(new CitationPlaces(places), keys, leaving.values(), come);
            List<Change> changes = new ArrayList<>();
            coming.forEach((id, paper) -> changes.add(new Change(
                    paper, id, identities.warnings().get(paper), groups.get(paper), names(references(paper), works))));
            for (String id : works.renaming()) {
                Outline paper = Outline.stored(
                        places.outline(id).orElseThrow(), Objects.requireNonNull(kept.get(id)), citations);
                Outline known = papers.stream()
                        .filter(each -> each.path().equals(paper.path()))
                        .findFirst()
                        .orElse(paper);
                String warning = known == paper ? null : identities.warnings().get(known);
                Outline.Standing before = paper.stored();
                String group = known != paper ? groups.get(known) : before == null ? null : before.group();
                changes.add(new Change(paper, id, warning, group, names(bare(id).references(), works)));
            }
            Set<String> removed = new TreeSet<>(leaving.keySet());
            removed.removeAll(coming.keySet());
            return new Plan(changes, removed);
        }

        private boolean warnsOtherwise(Outline paper, String id, Identities identities) {
            String warning = identities.warnings().get(paper);
            return !index.paper(id).orElseThrow().warnings().stream()
                    .filter(each -> each.startsWith(Identities.SHARED_DOI))
                    .toList()
                    .equals(warning == null ? List.of() : List.of(warning));
        }

        private Paper bare(String id) {
            return places.outline(id).orElseThrow().bare();
        }

        private List<Reference> references(Outline paper) {
            return references.computeIfAbsent(
                    paper,
                    any -> paper.spooled() == null
                            ? bare(paper.bare().id()).references()
                            : spool.references(paper.spooled()));
        }

        private List<@Nullable WorkName> names(Collection<Reference> references, Regrouping.Outcome works) {
            List<@Nullable WorkName> names = new ArrayList<>();
            references.forEach(each -> names.add(works.of(each)));
            return names;
        }
    }
}

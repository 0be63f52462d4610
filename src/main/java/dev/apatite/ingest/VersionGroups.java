package dev.apatite.ingest;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Papers that are versions of one work: a preprint and what was published of it, as one of them says or as title and first
 * author say; and texts that are nearly the same. They stay papers of their own, in one group.
 */
final class VersionGroups {
    /** Prefixes of archives' DOIs: bioRxiv and medRxiv, Research Square, Preprints.org, SSRN, OSF, arXiv, Authorea and others. */
    private static final Pattern PREPRINT = Pattern.compile(
            "(?i)10\\.(?:1101/(?:\\d{4}\\.|\\d{6})|64898/|21203/rs|20944/preprints|2139/ssrn|31219/|31234/|31222/|31235/|31730/|48550/arxiv|22541/au|36227/techrxiv|26434/chemrxiv|2196/preprints|1590/scielopreprints|55458/|32388/).*");

    private static final Pattern ARCHIVE = Pattern.compile(
            "(?i).*\\b(?:medrxiv|biorxiv|research square|preprints(?:\\.org)?|ssrn\\b.*|arxiv|osf preprints|authorea)\\b.*");

    /** Texts that are less alike are never taken for versions of one work. */
    static final double NEARLY_THE_SAME = 0.8;

    private static final double THE_SAME = 0.9;
    private static final int YEARS = 3;

    private final List<Outline> papers;
    private final DisjointSets sets;

    private VersionGroups(List<Outline> papers) {
        this.papers = papers;
        sets = new DisjointSets(papers.size());
    }

    /** The id of the version that leads its group, for each paper that has other versions. */
    static Map<Outline, String> groups(List<Outline> papers, Identities identities) {
        VersionGroups versions = new VersionGroups(papers);
        versions.linked();
        versions.joined(VersionGroups::titleAndAuthor, VersionGroups::mayBeVersions);
        versions.alike();
        return versions.named(identities);
    }

    static boolean isPreprint(Paper paper) {
        String doi = paper.doi();
        String journal = paper.journal();
        return doi != null && PREPRINT.matcher(doi).matches()
                || journal != null && ARCHIVE.matcher(journal).matches();
    }

    private void linked() {
        Map<String, Integer> byDoi = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            String doi = papers.get(i).bare().doi();
            if (doi != null) {
                byDoi.putIfAbsent(PaperId.slug(doi), i);
            }
        }
        for (int i = 0; i < papers.size(); i++) {
            for (String other : papers.get(i).bare().bibliography().relatedVersions()) {
                Integer known = byDoi.get(other);
                if (known != null) {
                    sets.join(i, known);
                }
            }
        }
    }

    private interface Key {
        List<String> of(Outline paper);
    }

    private void joined(Key key, BiPredicate<Outline, Outline> same) {
        Map<String, List<Integer>> seen = new HashMap<>();
        for (int i = 0; i < papers.size(); i++) {
            for (String each : key.of(papers.get(i))) {
                List<Integer> others = seen.computeIfAbsent(each, any -> new ArrayList<>());
                for (int other : others) {
                    if (!sets.areJoined(i, other) && same.test(papers.get(i), papers.get(other))) {
                        sets.join(i, other);
                    }
                }
                others.add(i);
            }
        }
    }

    private void alike() {
        joined(paper -> TextSketch.bands(paper.sketch()), (one, other) -> {
            double likeness = TextSketch.likeness(one.sketch(), other.sketch());
            boolean titles = one.bare().title() == null
                    || other.bare().title() == null
                    || Duplicates.haveLikeTitles(one.bare(), other.bare());
            return likeness >= (titles ? NEARLY_THE_SAME : THE_SAME);
        });
    }

    private static List<String> titleAndAuthor(Outline paper) {
        String title = Duplicates.longTitle(paper);
        List<Author> authors = paper.bare().authors();
        String family = authors.isEmpty() ? null : authors.getFirst().family();
        return title == null || family == null ? List.of() : List.of(title + "|" + family.toLowerCase(Locale.ROOT));
    }

    /** Two publications under one title by one author are two, unless one of them is a preprint or has no DOI. */
    private static boolean mayBeVersions(Outline one, Outline other) {
        Integer first = one.bare().year();
        Integer second = other.bare().year();
        boolean years = first == null || second == null || Math.abs(first - second) <= YEARS;
        boolean unknown = one.bare().doi() == null || other.bare().doi() == null;
        return years && (unknown || isPreprint(one.bare()) || isPreprint(other.bare()));
    }

    private Map<Outline, String> named(Identities identities) {
        Map<Outline, String> named = new IdentityHashMap<>();
        sets.groups().stream().filter(each -> each.size() > 1).forEach(each -> {
            List<Outline> group = each.stream().map(papers::get).toList();
            Outline first = group.stream()
                    .min(Comparator.comparing((Outline paper) -> isPreprint(paper.bare()))
                            .thenComparing(paper -> paper.bare().pmid() == null)
                            .thenComparing(paper -> paper.bare().doi() == null)
                            .thenComparing(identities::id))
                    .orElseThrow();
            String id = Objects.requireNonNull(identities.id(first));
            group.forEach(paper -> named.put(paper, id));
        });
        return named;
    }
}

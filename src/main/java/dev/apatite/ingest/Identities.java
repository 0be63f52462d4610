package dev.apatite.ingest;

import dev.apatite.index.OneReading;
import dev.apatite.paper.PaperId;
import dev.apatite.works.CitationKeys;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The ids of papers that stand side by side, and what has to be said where two of them claim one DOI. */
record Identities(Map<Outline, String> ids, Map<Outline, String> warnings) {
    /** What the warning about a DOI begins with. */
    static final String SHARED_DOI = "claims the DOI ";

    /** The kinds of keys here, behind those of {@link CitationKeys}. */
    private enum Kind {
        CONTENT,
        DOI,
        PMID,
        TITLE_YEAR_AUTHOR,
        LONG_TITLE,
        ID,
        FILE,
        VERSION,
        TEXT
    }

    private static final long FIRST_KIND = 64;

    /** Of papers that were merged where they are the same. */
    static Identities of(List<Outline> papers) {
        return new Identities(ids(papers), sharedDois(papers));
    }

    /** The paper's id. */
    String id(Outline paper) {
        return ids.getOrDefault(paper, paper.plainId());
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

    /** Keys that a paper shares with every other that may be the same, may claim its id, or has nearly its text. */
    static Set<Long> keys(Outline paper) {
        Set<Long> keys = ofPaper(paper);
        keys.addAll(ofText(paper.sketch()));
        return keys;
    }

    /** Keys that a text shares with those that are nearly the same, and with some that are not. */
    static Set<Long> ofText(String sketch) {
        Set<Long> keys = new TreeSet<>();
        TextSketch.bands(sketch).forEach(each -> add(keys, Kind.TEXT, each));
        return keys;
    }

    /** Keys that a paper shares with every other that may be the same, or may claim its id. */
    static Set<Long> ofPaper(Outline paper) {
        Set<Long> keys = new TreeSet<>();
        add(keys, Kind.CONTENT, paper.bare().contentHash());
        add(keys, Kind.DOI, Duplicates.lower(paper.bare().doi()));
        add(keys, Kind.PMID, Duplicates.lower(paper.bare().pmid()));
        add(keys, Kind.TITLE_YEAR_AUTHOR, Duplicates.titleYearAuthor(paper));
        add(keys, Kind.LONG_TITLE, Duplicates.longTitle(paper));
        add(keys, Kind.ID, paper.plainId());
        String doi = paper.bare().doi();
        add(keys, Kind.VERSION, doi == null ? null : PaperId.slug(doi));
        paper.bare().bibliography().relatedVersions().forEach(each -> add(keys, Kind.VERSION, each));
        Attachments.names(paper).forEach(name -> add(keys, Kind.FILE, name));
        // Its files are compared one by one where the paper is built anew.
        for (OneReading each : paper.readings()) {
            add(keys, Kind.DOI, Duplicates.lower(each.bibliography().doi()));
            add(keys, Kind.PMID, Duplicates.lower(each.bibliography().pmid()));
        }
        return keys;
    }

    private static void add(Set<Long> keys, Kind kind, @Nullable String value) {
        if (value != null) {
            keys.add(FIRST_KIND + kind.ordinal() << 32 | CitationKeys.hash(value));
        }
    }
}

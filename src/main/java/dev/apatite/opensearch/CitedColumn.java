package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.CitedCounts;
import dev.apatite.index.Schema;
import dev.apatite.paper.Paper;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * How many papers cite each one, as a child of the paper: a document of its own changes without the paper, which the
 * cluster would have to be given anew. Whoever puts or removes a paper leaves a note of what it cites and cited; before a
 * commit those are counted anew that the notes name, and nothing else.
 */
final class CitedColumn {
    /** The kind of a count, and its name as a child. */
    static final String KIND = "cited";

    /** By how much the count stays below the highest there can be, to sort the other way round. */
    static final String UNCITED = "uncited";

    /** More than any paper is cited; what is below is exact as a score. */
    static final int MOST = 1 << 22;

    private static final String NOTE = "citing";
    private static final String NAMES = "names";
    private static final int AT_ONCE = 1000;
    private static final int COUNTS_AT_ONCE = 500;

    private final Walk index;
    private final Nodes nodes;
    private final String place;

    /** Of the index at a place, which {@code index} walks through. */
    CitedColumn(Nodes nodes, String place, Walk index) {
        this.nodes = nodes;
        this.place = place;
        this.index = index;
    }

    /** Whose counts the coming, changing or leaving of a paper may change. */
    static Set<String> names(Paper paper) {
        Set<String> names = new TreeSet<>(CitedCounts.names(paper.references()));
        names.add(paper.id());
        if (paper.doi() != null) {
            names.add(CitedCounts.name(paper.doi()));
        }
        return names;
    }

    /** The same of a paper that stands. */
    static Set<String> names(String id, JsonNode source) {
        Set<String> names = new TreeSet<>();
        source.path(Schema.CITES).forEach(each -> names.add(each.asText()));
        names.add(id);
        source.path(Schema.DOI).forEach(each -> names.add(CitedCounts.name(each.asText())));
        return names;
    }

    /** A note of names; its id is like no other. */
    static PaperSource.Made note(Collection<String> names) {
        return new PaperSource.Made("@citing:" + UUID.randomUUID(), Map.of(Schema.KIND, NOTE, NAMES, names));
    }

    /** The id of a paper's count. */
    static String id(String paper) {
        return paper + "@cited";
    }

    private static Map<String, Object> count(String paper, long count) {
        Map<String, Object> source = new LinkedHashMap<>();
        source.put(Schema.KIND, KIND);
        source.put(Schema.PAPER, paper);
        source.put(Mapping.LINK, Map.of("name", KIND, "parent", paper));
        source.put(Schema.CITED_BY, count);
        source.put(UNCITED, MOST - 1 - count);
        return source;
    }

    /** Puts and removes documents of the index. */
    interface Changes {
        void put(String id, String routing, Map<String, Object> source);

        void remove(String id, String routing);
    }

    /** Counts anew what the notes name, and takes them off; all that was put can be searched. Whether there were any. */
    boolean bring(Changes writing) {
        Set<String> names = new HashSet<>();
        List<String> notes = new ArrayList<>();
        index.walk(Map.of("term", Map.of(Schema.KIND, NOTE)), List.of(NAMES), hit -> {
            hit.path("_source").path(NAMES).forEach(each -> names.add(each.asText()));
            notes.add(hit.path("_id").asText());
        });
        List<String> all = List.copyOf(names);
        Map<String, String> papers = new LinkedHashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            find(all.subList(from, Math.min(all.size(), from + AT_ONCE)), papers);
        }
        List<String> ids = List.copyOf(papers.keySet());
        for (int from = 0; from < ids.size(); from += COUNTS_AT_ONCE) {
            List<String> some = ids.subList(from, Math.min(ids.size(), from + COUNTS_AT_ONCE));
            List<Long> counts = counts(some, papers);
            for (int i = 0; i < some.size(); i++) {
                writing.put(id(some.get(i)), some.get(i), count(some.get(i), counts.get(i)));
            }
        }
        notes.forEach(each -> writing.remove(each, each));
        return !notes.isEmpty();
    }

    /** The papers of these names, with their DOIs. */
    private void find(List<String> names, Map<String, String> papers) {
        List<String> dois = names.stream()
                .filter(each -> each.startsWith(CitedCounts.DOI))
                .map(each -> each.substring(CitedCounts.DOI.length()))
                .toList();
        Map<String, Object> either = Map.of(
                "bool",
                Map.of(
                        "filter",
                        List.of(Map.of("term", Map.of(Schema.KIND, Schema.KIND_PAPER))),
                        "should",
                        List.of(
                                Map.of("terms", Map.of(Schema.PAPER, names)),
                                Map.of("terms", Map.of(Schema.DOI, dois))),
                        "minimum_should_match",
                        1));
        index.walk(
                either,
                List.of(Schema.DOI),
                hit -> papers.put(
                        hit.path("_id").asText(),
                        hit.path("_source").path(Schema.DOI).path(0).asText("")));
    }

    private List<Long> counts(List<String> ids, Map<String, String> dois) {
        List<Map<String, Object>> bodies = new ArrayList<>();
        for (String each : ids) {
            String doi = dois.getOrDefault(each, "");
            List<String> names = doi.isEmpty() ? List.of(each) : List.of(each, CitedCounts.name(doi));
            bodies.add(Map.of(
                    "query",
                    Map.of(
                            "bool",
                            Map.of(
                                    "filter",
                                    List.of(
                                            Map.of("terms", Map.of(Schema.CITES, names)),
                                            Map.of("term", Map.of(Schema.KIND, Schema.KIND_PAPER))),
                                    "must_not",
                                    List.of(Map.of("term", Map.of(Schema.PAPER, each)))))));
        }
        String path = "/" + place + "/_msearch";
        return nodes.counts(path, bodies, answer -> nodes.refused("POST", path, answer));
    }
}

package dev.apatite.opensearch;

import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.FacetDimensions;
import dev.apatite.index.Schema;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The fields of {@link Schema} as the cluster knows them. */
final class Mapping {
    /** Changes whenever an index made before cannot be read as one made now. */
    static final String VERSION = Schema.VERSION + ".5";

    /** Joins a paper and its rows. */
    static final String LINK = "link";

    /** The work of a reference, for one of those by which a paper cites it. */
    static final String COUNTED = RemoteSnapshot.COUNTED;

    static final String NODES = RemoteSnapshot.NODES;

    private static final String INTEGER = "integer";
    private static final String DOUBLE = "double";

    /** Numbers, each as the cluster keeps it. */
    static final Map<String, String> NUMBERS = Map.of(
            Schema.YEAR, INTEGER,
            Schema.DATE, INTEGER,
            Schema.TREATED, INTEGER,
            Schema.AGE, DOUBLE,
            Schema.CONFIDENCE, DOUBLE);

    /** Exact values. */
    static final List<String> EXACT = List.of(
            Schema.KIND,
            Schema.PAPER,
            Schema.GROUP,
            Schema.CONCEPT,
            Schema.GIVEN,
            Schema.JOURNAL_NAME,
            Schema.SECTION,
            Schema.TITLE_ORDER,
            Schema.DOI,
            Schema.PMID,
            Schema.PMCID,
            Schema.ORCID,
            Schema.CATALOGUE,
            Schema.FIRST_AUTHOR_ORDER,
            Schema.MEANING,
            Schema.CITES,
            Schema.ROW,
            Schema.TREATMENT,
            Schema.RESPONSE,
            Schema.OWN,
            Schema.FINDING,
            Schema.MARK,
            Schema.PATIENT,
            Schema.WORKS,
            Schema.WORK,
            COUNTED,
            Schema.TRIED,
            PaperSource.REVISED,
            Schema.TREATMENT_ORDER,
            Schema.SEX,
            Schema.ANTIBODY,
            FacetDimensions.PAPER_FIELD,
            FacetDimensions.FINDING_FIELD,
            FacetDimensions.PATIENT_FIELD,
            NODES + FacetDimensions.PAPER_FIELD,
            NODES + FacetDimensions.FINDING_FIELD,
            NODES + FacetDimensions.PATIENT_FIELD);

    /** Analysed text. */
    static final List<String> TEXTS = Stream.concat(
                    Schema.TEXTS.stream(), Stream.of(Schema.AFFILIATIONS, Schema.ALL, Schema.SENTENCE, Schema.CITED))
            .toList();

    private Mapping() {}

    /** What an index is made with. */
    static Map<String, Object> index(int shards, int replicas) {
        return Map.of(
                "settings",
                Map.of(
                        "number_of_shards",
                        shards,
                        "number_of_replicas",
                        replicas,
                        // What was written is seen at a commit, not before.
                        "refresh_interval",
                        "-1",
                        "analysis",
                        Terms.settings()),
                "mappings",
                Map.of(
                        "dynamic",
                        false,
                        "_source",
                        Map.of(
                                "excludes",
                                Stream.concat(TEXTS.stream(), Stream.of(Schema.WORDS))
                                        .toList()),
                        "properties",
                        properties()));
    }

    private static Map<String, Object> properties() {
        Map<String, Object> properties = new LinkedHashMap<>();
        EXACT.forEach(each -> properties.put(each, Map.of("type", "keyword", "use_similarity", true)));
        NUMBERS.forEach((name, type) -> properties.put(name, Map.of("type", type)));
        TEXTS.forEach(each -> properties.put(each, Map.of("type", "text", "analyzer", Terms.ANALYZER)));
        properties.put(
                Schema.WORDS,
                Map.of("type", "text", "analyzer", Terms.ANALYZER, "index_options", "docs", "norms", false));
        properties.put(Schema.KEY, Map.of("type", "keyword", "doc_values", false));
        properties.put(Schema.CITATION, Map.of("type", "long", "index", false));
        properties.put(Schema.CITED_BY, Map.of("type", INTEGER, "index", false));
        properties.put(CitedColumn.UNCITED, Map.of("type", INTEGER, "index", false));
        properties.put(
                LINK,
                Map.of(
                        "type",
                        "join",
                        "relations",
                        Map.of(
                                Schema.KIND_PAPER,
                                List.of(
                                        Schema.KIND_FINDING,
                                        Schema.KIND_PATIENT,
                                        Schema.KIND_STRUCK,
                                        Schema.KIND_REFERENCE,
                                        CitedColumn.KIND))));
        return properties;
    }
}

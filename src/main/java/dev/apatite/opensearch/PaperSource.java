package dev.apatite.opensearch;

import dev.apatite.index.FacetDimensions;
import dev.apatite.index.PaperKeys;
import dev.apatite.index.Provenance;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.StoredPaper;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.search.FacetNodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexableField;
import org.apache.lucene.util.BytesRef;

/**
 * A paper's block as documents of the cluster: the paper with all that it takes to put it together again, and each finding
 * and patient as a child of it. References are kept with the paper. Safe to share between threads.
 */
final class PaperSource {
    /** Where a paper comes from, as JSON. */
    static final String STORED = "stored";

    /** What is stored of a paper beside them. */
    static final List<String> PARTS = List.of(Schema.CARD, Schema.TEXT, Schema.SPANS, Schema.ENTRIES);

    /** What is stored of a paper's findings and patients, in their order. */
    static final String ROWS = "rows";

    /** How many references a paper has. */
    static final String REFERENCES = "references";

    /** What references were put with ({@link PaperKeys}), by place in the list. */
    static final String TRIED = "tried";

    /** What is stored of a patient's findings. */
    static final String FINDINGS = "findings";

    /** How many children a paper has. */
    static final String CHILDREN = "children";

    private final TextAnalysis analysis = new TextAnalysis();
    private final StoredJson json = new StoredJson();

    /** The id and what it holds. */
    record Made(String id, Map<String, Object> source) {}

    /** The documents of a block, the paper first. */
    List<Made> of(Paper paper, List<Document> block, Provenance provenance, PaperKeys keys) throws IOException {
        Document own = block.getLast();
        String id = paper.id();
        List<Object> rows = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        for (Document row : block.subList(paper.references().size(), block.size() - 1)) {
            Map<String, Object> child = fields(row);
            rows.add(Objects.requireNonNull(child.get(Schema.JSON)));
            child.put(Mapping.LINK, Map.of("name", row.get(Schema.KIND), "parent", id));
            child.put(Schema.CARD, base64(own.getBinaryValue(Schema.CARD)));
            int patient = made.size() - paper.findings().size();
            if (patient >= 0) {
                child.put(FINDINGS, findings(paper, paper.patients().get(patient), rows));
            }
            made.add(new Made(child(id, made.size()), child));
        }
        Map<String, Object> whole = fields(own);
        whole.put(Mapping.LINK, Schema.KIND_PAPER);
        whole.put(STORED, json.write(new StoredPaper(id, provenance, keys.version())));
        whole.put(ROWS, rows);
        whole.put(REFERENCES, paper.references().size());
        whole.put(CHILDREN, made.size());
        Map<String, List<String>> tried = new TreeMap<>();
        keys.references().forEach((place, mark) -> {
            if (!mark.tried().isEmpty()) {
                tried.put(place.toString(), mark.tried());
            }
        });
        whole.put(TRIED, tried);
        made.addFirst(new Made(id, whole));
        return made;
    }

    private static List<Object> findings(Paper paper, Patient patient, List<Object> rows) {
        return IntStream.range(0, paper.findings().size())
                .filter(each -> patient.id().equals(paper.findings().get(each).patient()))
                .mapToObj(rows::get)
                .toList();
    }

    /** The id of a paper's child. */
    static String child(String paper, int number) {
        return paper + "#" + number;
    }

    private Map<String, Object> fields(Document document) throws IOException {
        Map<String, Terms.Text> texts = new LinkedHashMap<>();
        Map<String, Set<String>> exact = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (IndexableField field : document) {
            String name = field.name();
            if (Mapping.NUMBERS.containsKey(name)) {
                if (field.fieldType().pointDimensionCount() > 0
                        || Mapping.NUMBERS.get(name).equals("integer")) {
                    fields.put(name, field.numericValue());
                }
            } else if (field.fieldType().indexOptions() != IndexOptions.NONE
                    && field.fieldType().tokenized()) {
                if (Mapping.TEXTS.contains(name) || name.equals(Schema.WORDS)) {
                    TokenStream tokens = field.tokenStream(analysis, null);
                    texts.computeIfAbsent(name, any -> new Terms.Text())
                            .add(tokens, analysis.getPositionIncrementGap(name));
                }
            } else if (Mapping.EXACT.contains(name)) {
                String value = exact(field);
                if (value != null) {
                    exact.computeIfAbsent(name, any -> new LinkedHashSet<>()).add(value);
                }
            } else if (field.fieldType().stored() || name.equals(Schema.GIST)) {
                BytesRef bytes = field.binaryValue();
                fields.put(name, bytes == null ? field.stringValue() : base64(bytes));
            }
        }
        texts.forEach((name, text) -> fields.put(name, text.toString()));
        exact.forEach((name, values) -> {
            boolean facets = name.equals(FacetDimensions.PAPER_FIELD)
                    || name.equals(FacetDimensions.FINDING_FIELD)
                    || name.equals(FacetDimensions.PATIENT_FIELD);
            if (facets) {
                fields.put(Mapping.NODES + name, FacetNodes.of(values));
            }
            fields.put(name, values);
        });
        return fields;
    }

    private static @org.jspecify.annotations.Nullable String exact(IndexableField field) {
        DocValuesType type = field.fieldType().docValuesType();
        if (type == DocValuesType.NUMERIC) {
            // The same as the term of this name.
            return null;
        }
        String value = field.stringValue();
        BytesRef bytes = field.binaryValue();
        return Terms.safe(value != null || bytes == null ? String.valueOf(value) : bytes.utf8ToString());
    }

    private static String base64(BytesRef bytes) {
        return Base64.getEncoder()
                .encodeToString(java.util.Arrays.copyOfRange(bytes.bytes, bytes.offset, bytes.offset + bytes.length));
    }
}

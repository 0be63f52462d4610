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
import dev.apatite.paper.Reference;
import dev.apatite.paper.Revision;
import dev.apatite.search.FacetNodes;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.HexFormat;
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
 * and patient as a child of it, each reference as one to count by. Safe to share between threads.
 */
final class PaperSource {
    /** Where a paper comes from, as JSON. */
    static final String STORED = "stored";

    /** What is stored of a paper beside them. */
    static final List<String> PARTS = List.of(Schema.CARD, Schema.TEXT, Schema.SPANS, Schema.ENTRIES);

    /** What is stored of a paper's findings and patients, in their order. */
    static final String ROWS = "rows";

    /** A reference, as JSON. */
    static final String ENTRY = "entry";

    /** What references were put with ({@link PaperKeys}), by place in the list. */
    static final String TRIED = "triedby";

    /** What is stored of a patient's findings. */
    static final String FINDINGS = "findings";

    /** What readers said of a paper, where they said something. */
    static final String REVISED = "revised";

    /** What is stored of such a paper as it was put: its {@link #PARTS} and its {@link #ROWS}. */
    static final String AS_PUT = "asput";

    /** How many children a paper has. */
    static final String CHILDREN = "children";

    private final TextAnalysis analysis = new TextAnalysis();
    private final StoredJson json = new StoredJson();

    /** The id and what it holds. */
    record Made(String id, Map<String, Object> source) {}

    /**
     * The documents of a paper as its readers left it, the paper first.
     *
     * @param block of the revision
     */
    List<Made> of(Revision revision, List<Document> block, Provenance provenance, PaperKeys keys) throws IOException {
        Paper paper = revision.paper();
        Document own = block.getLast();
        String id = paper.id();
        int struck = revision.struck().size();
        int references = struck + paper.references().size();
        List<Object> rows = new ArrayList<>();
        List<Made> made = new ArrayList<>();
        for (Document row : block.subList(references, block.size() - 1)) {
            Map<String, Object> child = row(row, own, id);
            rows.add(Objects.requireNonNull(child.get(Schema.JSON)));
            int patient = made.size() - paper.findings().size();
            if (patient >= 0) {
                child.put(FINDINGS, findings(paper, paper.patients().get(patient), rows));
            }
            made.add(new Made(child(id, made.size()), child));
        }
        for (Document row : block.subList(0, struck)) {
            made.add(new Made(child(id, made.size()), row(row, own, id)));
        }
        addReferences(paper, block.subList(struck, references), made);
        Map<String, Object> whole = fields(own);
        whole.put(Mapping.LINK, Schema.KIND_PAPER);
        whole.put(STORED, json.write(new StoredPaper(id, provenance, keys.version())));
        whole.put(ROWS, rows);
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

    private Map<String, Object> row(Document row, Document own, String paper) throws IOException {
        Map<String, Object> child = fields(row);
        child.put(Mapping.LINK, Map.of("name", row.get(Schema.KIND), "parent", paper));
        child.put(Schema.CARD, base64(own.getBinaryValue(Schema.CARD)));
        return child;
    }

    /** What is stored of a paper as it was put, for one that readers left otherwise. */
    Map<String, Object> asPut(List<Document> block, int references) throws IOException {
        Map<String, Object> whole = new LinkedHashMap<>();
        Map<String, Object> own = fields(block.getLast());
        PARTS.forEach(each -> whole.put(each, Objects.requireNonNull(own.get(each))));
        List<Object> rows = new ArrayList<>();
        for (Document row : block.subList(references, block.size() - 1)) {
            rows.add(Objects.requireNonNull(fields(row).get(Schema.JSON)));
        }
        whole.put(ROWS, rows);
        return whole;
    }

    private void addReferences(Paper paper, List<Document> block, List<Made> made) throws IOException {
        Set<String> counted = new HashSet<>();
        for (int i = 0; i < paper.references().size(); i++) {
            Map<String, Object> child = fields(block.get(i));
            Reference reference = paper.references().get(i);
            child.put(Mapping.LINK, Map.of("name", Schema.KIND_REFERENCE, "parent", paper.id()));
            child.put(ENTRY, json.write(reference));
            if (reference.workId() != null && counted.add(reference.workId())) {
                child.put(Mapping.COUNTED, child.get(Schema.WORK));
            }
            made.add(new Made(child(paper.id(), made.size()), child));
        }
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

    /** The number in the id of a child. */
    static int number(String child) {
        return Integer.parseInt(child.substring(child.lastIndexOf('#') + 1));
    }

    private Map<String, Object> fields(Document document) throws IOException {
        Map<String, Terms.Text> texts = new LinkedHashMap<>();
        Map<String, Set<String>> exact = new LinkedHashMap<>();
        Map<String, Object> fields = new LinkedHashMap<>();
        for (IndexableField field : document) {
            String name = field.name();
            if (name.equals(Schema.KEY)) {
                BytesRef key = field.binaryValue();
                if (key != null) {
                    exact.computeIfAbsent(name, any -> new LinkedHashSet<>())
                            .add(HexFormat.of().formatHex(key.bytes, key.offset, key.offset + key.length));
                }
            } else if (name.equals(Schema.CITATION)) {
                fields.put(name, field.numericValue());
            } else if (Mapping.NUMBERS.containsKey(name)) {
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

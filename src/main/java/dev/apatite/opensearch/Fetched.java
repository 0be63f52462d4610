package dev.apatite.opensearch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredPapers;
import dev.apatite.paper.Paper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.DocValuesSkipIndexType;
import org.apache.lucene.index.DocValuesType;
import org.apache.lucene.index.FieldInfo;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.StoredFieldVisitor;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.VectorEncoding;
import org.apache.lucene.index.VectorSimilarityFunction;

/** Documents that were fetched, read as what is stored of those on disk. */
final class Fetched extends StoredFields {
    private static final StoredPapers STORED = new StoredPapers();

    private final List<Map<String, byte[]>> documents = new ArrayList<>();

    /** The paper in a document, or in a part of one, that holds {@link PaperSource#PARTS} and {@link PaperSource#ROWS}. */
    static Paper paper(JsonNode source) {
        Fetched fetched = new Fetched();
        try {
            for (JsonNode each : source.path(PaperSource.ROWS)) {
                fetched.add(Schema.JSON, each);
            }
            return STORED.paper(fetched, fetched.add(source, PaperSource.PARTS));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Adds a document of one field and has its number. */
    int add(String name, JsonNode value) throws IOException {
        return add(Map.of(name, bytes(value)));
    }

    /** Adds a document of those fields that were fetched, and has its number. */
    int add(JsonNode source, List<String> names) throws IOException {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        for (String each : names) {
            fields.put(each, bytes(source.path(each)));
        }
        return add(fields);
    }

    private int add(Map<String, byte[]> fields) {
        documents.add(fields);
        return documents.size() - 1;
    }

    private static byte[] bytes(JsonNode value) throws IOException {
        if (!value.isTextual()) {
            throw new IOException("a document of the cluster lacks a part");
        }
        return Base64.getDecoder().decode(value.asText());
    }

    @Override
    public void document(int number, StoredFieldVisitor visitor) throws IOException {
        for (Map.Entry<String, byte[]> each : documents.get(number).entrySet()) {
            FieldInfo field = field(each.getKey());
            if (visitor.needsField(field) == StoredFieldVisitor.Status.YES) {
                visitor.binaryField(field, each.getValue());
            }
        }
    }

    private static FieldInfo field(String name) {
        return new FieldInfo(
                name,
                0,
                false,
                false,
                false,
                IndexOptions.NONE,
                DocValuesType.NONE,
                DocValuesSkipIndexType.NONE,
                -1,
                Map.of(),
                0,
                0,
                0,
                0,
                VectorEncoding.FLOAT32,
                VectorSimilarityFunction.EUCLIDEAN,
                false,
                false);
    }
}

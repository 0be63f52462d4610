package dev.apatite.search;

import dev.apatite.index.Schema;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.util.BytesRef;

/** Finds the rows that readers marked. */
final class MarkedFindings {
    private static final String NONE = "none";
    private static final List<String> VALUES = List.of("right", "wrong", "corrected", NONE);

    private MarkedFindings() {}

    /** Findings marked in one of these ways. */
    static Query query(List<String> values, Marks marks) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String value : values) {
            String kind = value.strip().toLowerCase(Locale.ROOT);
            if (!VALUES.contains(kind)) {
                throw new BadRequest("mark", "mark is " + String.join(", ", VALUES) + ", not " + value);
            }
            any.add(kind.equals(NONE) ? unmarked(marks) : marked(kind, marks), Occur.SHOULD);
        }
        return any.build();
    }

    private static Query marked(String kind, Marks marks) {
        return new TermInSetQuery(
                Schema.FINDING,
                marks.all().entrySet().stream()
                        .filter(each -> each.getValue().kind().name().equalsIgnoreCase(kind))
                        .map(each -> new BytesRef(each.getKey()))
                        .toList());
    }

    private static Query unmarked(Marks marks) {
        return new BooleanQuery.Builder()
                .add(new MatchAllDocsQuery(), Occur.MUST)
                .add(
                        new TermInSetQuery(
                                Schema.FINDING,
                                marks.all().keySet().stream().map(BytesRef::new).toList()),
                        Occur.MUST_NOT)
                .build();
    }

    /** What was said of the documents of a segment. */
    static Map<Integer, Marks.Said> of(LeafReaderContext leaf, Marks marks) throws IOException {
        Map<Integer, Marks.Said> said = new HashMap<>();
        for (Map.Entry<String, Marks.Said> each : marks.all().entrySet()) {
            PostingsEnum documents = leaf.reader().postings(new Term(Schema.FINDING, each.getKey()), PostingsEnum.NONE);
            if (documents != null) {
                for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                    said.put(doc, each.getValue());
                }
            }
        }
        return said;
    }
}

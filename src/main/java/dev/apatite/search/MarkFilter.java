package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.query.EvidenceQueries;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Which findings count: those that no reader called wrong, or those that readers marked as the filter says. */
final class MarkFilter {
    private static final String NONE = "none";
    private static final String WRONG = "wrong";
    private static final List<String> VALUES = List.of("right", WRONG, "corrected", "added", "disputed", NONE);

    private MarkFilter() {}

    /** The findings that are marked in one of these ways; all that count where there is no way. */
    static Query findings(List<String> values) {
        if (values.isEmpty()) {
            return EvidenceQueries.kind(Schema.KIND_FINDING);
        }
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        for (String value : values) {
            String kind = value.strip().toLowerCase(Locale.ROOT);
            if (!VALUES.contains(kind)) {
                throw new BadRequest("mark", "mark is " + String.join(", ", VALUES) + ", not " + value);
            }
            any.add(
                    switch (kind) {
                        case WRONG -> EvidenceQueries.kind(Schema.KIND_STRUCK);
                        case NONE -> counting(new PrefixQuery(new Term(Schema.MARK, "")), Occur.MUST_NOT);
                        default -> counting(new TermQuery(new Term(Schema.MARK, kind)), Occur.FILTER);
                    },
                    Occur.SHOULD);
        }
        return any.build();
    }

    private static Query counting(Query marked, Occur occur) {
        return new BooleanQuery.Builder()
                .add(EvidenceQueries.kind(Schema.KIND_FINDING), Occur.FILTER)
                .add(marked, occur)
                .build();
    }
}

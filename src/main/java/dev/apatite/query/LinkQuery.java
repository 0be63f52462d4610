package dev.apatite.query;

import dev.apatite.index.LookedUpQuery;
import dev.apatite.index.Schema;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The papers that cite a paper, or that it cites; which those are is looked up in the commit that is searched. */
final class LinkQuery extends LookedUpQuery {
    /** Which way the citation goes. */
    enum Way {
        CITES,
        CITED_BY
    }

    private static final int MOST_REFERENCES = 10_000;

    private final Way way;
    private final String address;

    /** {@code address} is whatever a paper can be asked for by. */
    LinkQuery(Way way, String address) {
        this.way = way;
        this.address = address;
    }

    @Override
    public Query found(Lookup lookup) throws IOException {
        Map<String, String> paper = null;
        for (Query each : PaperAddress.queries(address)) {
            List<Map<String, String>> meant = lookup.values(each, List.of(Schema.PAPER, Schema.DOI), 1);
            paper = paper == null && !meant.isEmpty() ? meant.getFirst() : paper;
        }
        if (paper == null) {
            return new MatchNoDocsQuery("no paper " + address);
        }
        String id = paper.getOrDefault(Schema.PAPER, "");
        Query linked = way == Way.CITES
                ? citing(id, paper.getOrDefault(Schema.DOI, ""))
                : new TermInSetQuery(Schema.PAPER, cited(lookup, id));
        return new ConstantScoreQuery(new BooleanQuery.Builder()
                .add(linked, Occur.FILTER)
                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                .add(new TermQuery(new Term(Schema.PAPER, id)), Occur.MUST_NOT)
                .build());
    }

    private static Query citing(String id, String doi) {
        BooleanQuery.Builder citing =
                new BooleanQuery.Builder().add(new TermQuery(new Term(Schema.CITES, id)), Occur.SHOULD);
        if (!doi.isEmpty()) {
            citing.add(new TermQuery(new Term(Schema.CITES, "doi:" + doi)), Occur.SHOULD);
        }
        return citing.build();
    }

    private static List<BytesRef> cited(Lookup lookup, String id) throws IOException {
        Query references = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Schema.PAPER, id)), Occur.FILTER)
                .add(EvidenceQueries.kind(Schema.KIND_REFERENCE), Occur.FILTER)
                .build();
        return lookup.values(references, List.of(Schema.WORK), MOST_REFERENCES).stream()
                .map(each -> each.get(Schema.WORK))
                .filter(Objects::nonNull)
                .map(BytesRef::new)
                .toList();
    }

    @Override
    public String toString(@Nullable String field) {
        return way + ":" + address;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof LinkQuery link && link.way == way && link.address.equals(address);
    }

    @Override
    public int hashCode() {
        return 31 * way.hashCode() + address.hashCode();
    }
}

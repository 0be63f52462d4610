package dev.apatite.query;

import dev.apatite.index.Schema;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.QueryVisitor;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermInSetQuery;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The papers that cite a paper, or that it cites; which those are is looked up in the commit that is searched. */
final class LinkQuery extends Query {
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
    public Query rewrite(IndexSearcher searcher) throws IOException {
        Optional<Integer> document = PaperAddress.document(searcher, address);
        if (document.isEmpty()) {
            return new MatchNoDocsQuery("no paper " + address);
        }
        String id = value(searcher, document.get(), Schema.PAPER);
        Query linked = way == Way.CITES
                ? citing(id, value(searcher, document.get(), Schema.DOI))
                : new TermInSetQuery(Schema.PAPER, cited(searcher, id));
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

    private static List<BytesRef> cited(IndexSearcher searcher, String id) throws IOException {
        Query references = new BooleanQuery.Builder()
                .add(new TermQuery(new Term(Schema.PAPER, id)), Occur.FILTER)
                .add(EvidenceQueries.kind(Schema.KIND_REFERENCE), Occur.FILTER)
                .build();
        List<BytesRef> works = new ArrayList<>();
        for (ScoreDoc each : searcher.search(references, MOST_REFERENCES).scoreDocs) {
            String work = value(searcher, each.doc, Schema.WORK);
            if (!work.isEmpty()) {
                works.add(new BytesRef(work));
            }
        }
        return works;
    }

    private static String value(IndexSearcher searcher, int document, String field) throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        LeafReaderContext leaf = leaves.get(ReaderUtil.subIndex(document, leaves));
        SortedDocValues values = DocValues.getSorted(leaf.reader(), field);
        return values.advanceExact(document - leaf.docBase)
                ? values.lookupOrd(values.ordValue()).utf8ToString()
                : "";
    }

    @Override
    public void visit(QueryVisitor visitor) {
        visitor.visitLeaf(this);
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

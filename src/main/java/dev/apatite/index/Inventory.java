package dev.apatite.index;

import dev.apatite.paper.Paper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.StoredFields;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.TermQuery;
import org.apache.lucene.search.TopDocs;
import org.apache.lucene.util.Bits;

/** What is stored in one commit. */
final class Inventory {
    private final IndexView view;
    private final IndexSearcher searcher;
    private final StoredPapers papers;

    Inventory(IndexView view, StoredPapers papers) {
        this.view = view;
        this.papers = papers;
        searcher = view.searcher();
    }

    private interface Each {
        void accept(int document) throws IOException;
    }

    List<StoredPaper> papers() throws IOException {
        List<StoredPaper> found = new ArrayList<>();
        for (LeafReaderContext leaf : view.reader().leaves()) {
            ProvenanceColumns columns = new ProvenanceColumns(leaf.reader());
            forEach(leaf, Schema.KIND_PAPER, document -> found.add(columns.paper(document)));
        }
        return found;
    }

    List<FailedFile> failures() throws IOException {
        List<FailedFile> failures = new ArrayList<>();
        for (LeafReaderContext leaf : view.reader().leaves()) {
            StoredFields fields = leaf.reader().storedFields();
            forEach(
                    leaf,
                    Schema.KIND_FAILURE,
                    document -> failures.add(papers.row(fields, document, FailedFile.class)));
        }
        failures.sort(Comparator.comparing(each -> each.file().path()));
        return failures;
    }

    Optional<Paper> paper(String id) throws IOException {
        TopDocs found = searcher.search(
                new BooleanQuery.Builder()
                        .add(new TermQuery(new Term(Schema.PAPER, id)), Occur.FILTER)
                        .add(new TermQuery(new Term(Schema.KIND, Schema.KIND_PAPER)), Occur.FILTER)
                        .build(),
                1);
        return found.scoreDocs.length == 0
                ? Optional.empty()
                : Optional.of(papers.paper(searcher.storedFields(), found.scoreDocs[0].doc));
    }

    IndexSummary summary() throws IOException {
        String time = view.said(IndexUpdate.COMMITTED);
        Instant committed = time == null ? null : Instant.parse(time);
        return new IndexSummary(
                count(Schema.KIND_PAPER),
                count(Schema.KIND_REFERENCE),
                count(Schema.KIND_FINDING),
                count(Schema.KIND_PATIENT),
                count(Schema.KIND_FAILURE),
                committed);
    }

    private int count(String kind) throws IOException {
        return searcher.count(new TermQuery(new Term(Schema.KIND, kind)));
    }

    boolean unfinished() {
        return view.said(IndexUpdate.UNFINISHED) != null;
    }

    private static void forEach(LeafReaderContext leaf, String kind, Each each) throws IOException {
        PostingsEnum documents = leaf.reader().postings(new Term(Schema.KIND, kind), PostingsEnum.NONE);
        if (documents == null) {
            return;
        }
        Bits live = leaf.reader().getLiveDocs();
        for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
            if (live == null || live.get(doc)) {
                each.accept(doc);
            }
        }
    }
}

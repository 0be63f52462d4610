package dev.apatite.index;

import dev.apatite.paper.Paper;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.document.Document;
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
    private final StoredJson stored = new StoredJson();

    Inventory(IndexView view, StoredPapers papers) {
        this.view = view;
        this.papers = papers;
        searcher = view.searcher();
    }

    private interface Each {
        void accept(Document document);
    }

    List<StoredPaper> papers() throws IOException {
        List<StoredPaper> papers = new ArrayList<>();
        record Name(String id) {}
        forEach(
                Schema.KIND_PAPER,
                Set.of(Schema.PROVENANCE, Schema.CARD),
                document -> papers.add(new StoredPaper(
                        stored.read(document.get(Schema.CARD), Name.class).id(),
                        stored.read(document.get(Schema.PROVENANCE), Provenance.class))));
        return papers;
    }

    List<FailedFile> failures() throws IOException {
        List<FailedFile> failures = new ArrayList<>();
        forEach(
                Schema.KIND_FAILURE,
                Set.of(Schema.JSON),
                document -> failures.add(stored.read(document.get(Schema.JSON), FailedFile.class)));
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

    private void forEach(String kind, Set<String> fields, Each each) throws IOException {
        for (LeafReaderContext leaf : view.reader().leaves()) {
            PostingsEnum documents = leaf.reader().postings(new Term(Schema.KIND, kind), PostingsEnum.NONE);
            if (documents == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            StoredFields storedFields = leaf.reader().storedFields();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (live == null || live.get(doc)) {
                    each.accept(storedFields.document(doc, fields));
                }
            }
        }
    }
}

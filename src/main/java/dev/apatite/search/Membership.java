package dev.apatite.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;

/** Which of some documents have a term, without looking at any others. */
final class Membership {
    private final IndexReader reader;
    private final int[] documents;

    /** Of these documents, in their order in the index. */
    Membership(IndexReader reader, int[] documents) {
        this.reader = reader;
        this.documents = documents.clone();
    }

    /** Those that have any of these terms. */
    Set<Integer> ofAny(List<Term> terms) throws IOException {
        Set<Integer> having = new LinkedHashSet<>();
        for (LeafReaderContext leaf : reader.leaves()) {
            int from = lowest(leaf.docBase);
            int to = lowest(leaf.docBase + leaf.reader().maxDoc());
            if (from == to) {
                continue;
            }
            for (Term term : terms) {
                PostingsEnum postings = leaf.reader().postings(term, PostingsEnum.NONE);
                for (int i = from; postings != null && i < to; i++) {
                    int wanted = documents[i] - leaf.docBase;
                    int at = postings.docID() < wanted ? postings.advance(wanted) : postings.docID();
                    if (at == wanted) {
                        having.add(documents[i]);
                    } else if (at == DocIdSetIterator.NO_MORE_DOCS) {
                        break;
                    }
                }
            }
        }
        return having;
    }

    private int lowest(int document) {
        int at = Arrays.binarySearch(documents, document);
        return at < 0 ? -at - 1 : at;
    }
}

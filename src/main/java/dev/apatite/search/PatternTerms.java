package dev.apatite.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.TermState;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.search.AutomatonQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** The terms of a pattern that some documents of a segment have in a field. */
final class PatternTerms {
    private record Found(BytesRef term, TermState state) {}

    private final Terms field;
    private final BytesRef label;
    private final Map<Integer, List<Found>> byDocument = new HashMap<>();

    private PatternTerms(Terms field, AutomatonQuery pattern) {
        this.field = field;
        // As Lucene's highlighter names what patterns hit; all of it counts as one term.
        label = new BytesRef(pattern.toString());
    }

    /**
     * Null where more than {@code most} terms are of the pattern.
     *
     * @param documents of the segment, in order
     */
    static @Nullable PatternTerms of(Terms field, AutomatonQuery pattern, int[] documents, int most)
            throws IOException {
        PatternTerms found = new PatternTerms(field, pattern);
        TermsEnum terms = pattern.getCompiled().getTermsEnum(field);
        PostingsEnum having = null;
        int seen = 0;
        for (BytesRef term = terms.next(); term != null; term = terms.next()) {
            if (++seen > most) {
                return null;
            }
            having = terms.postings(having, PostingsEnum.NONE);
            Found copied = null;
            for (int i = 0; i < documents.length; i++) {
                int at = having.docID() < documents[i] ? having.advance(documents[i]) : having.docID();
                if (at == documents[i]) {
                    copied = copied == null ? new Found(BytesRef.deepCopyOf(term), terms.termState()) : copied;
                    found.byDocument
                            .computeIfAbsent(at, any -> new ArrayList<>())
                            .add(copied);
                } else if (at == DocIdSetIterator.NO_MORE_DOCS) {
                    break;
                }
            }
        }
        return found;
    }

    /** Where they stand in one of the documents. */
    void add(int document, List<OffsetsEnum> to) throws IOException {
        List<Found> found = byDocument.getOrDefault(document, List.of());
        List<PostingsEnum> postings = new ArrayList<>();
        int frequency = 0;
        TermsEnum terms = found.isEmpty() ? TermsEnum.EMPTY : field.iterator();
        for (Found each : found) {
            terms.seekExact(each.term(), each.state());
            PostingsEnum of = terms.postings(null, PostingsEnum.OFFSETS);
            if (of.advance(document) == document) {
                postings.add(of);
                frequency += of.freq();
            }
        }
        for (PostingsEnum each : postings) {
            to.add(new OffsetsEnum.OfPostings(label, frequency, each));
        }
    }
}

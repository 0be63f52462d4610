package dev.apatite.search;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Terms;
import org.apache.lucene.index.TermsEnum;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** Where terms stand side by side in one field of the documents of a segment, one document after the other. */
final class PhrasePlaces {
    private final List<BytesRef> terms;
    private final PostingsEnum[] postings;
    private final int[][] positions;
    private final long[][] places;
    private final int[] frequencies;

    private PhrasePlaces(List<BytesRef> terms, PostingsEnum[] postings) {
        this.terms = terms;
        this.postings = postings;
        positions = new int[postings.length][16];
        places = new long[postings.length][16];
        frequencies = new int[postings.length];
    }

    /** Null where the segment lacks one of the terms. */
    static @Nullable PhrasePlaces of(Terms field, List<BytesRef> terms) throws IOException {
        PostingsEnum[] postings = new PostingsEnum[terms.size()];
        TermsEnum all = field.iterator();
        for (int i = 0; i < postings.length; i++) {
            int same = terms.indexOf(terms.get(i));
            if (same < i) {
                postings[i] = postings[same];
            } else if (all.seekExact(terms.get(i))) {
                postings[i] = all.postings(null, PostingsEnum.OFFSETS);
            } else {
                return null;
            }
        }
        return new PhrasePlaces(terms, postings);
    }

    /** Adds where the phrase stands in a later document than the last one: of each term but {@code without}. */
    void add(int document, Set<BytesRef> without, Map<BytesRef, Occurrences> to) throws IOException {
        for (PostingsEnum each : postings) {
            if (each.docID() < document && each.advance(document) != document || each.docID() != document) {
                return;
            }
        }
        for (int i = 0; i < postings.length; i++) {
            int same = terms.indexOf(terms.get(i));
            if (same == i) {
                read(i);
            } else {
                positions[i] = positions[same];
                places[i] = places[same];
                frequencies[i] = frequencies[same];
            }
        }
        for (int k = 0; k < frequencies[0]; k++) {
            addAt(positions[0][k], without, to);
        }
    }

    private void addAt(int start, Set<BytesRef> without, Map<BytesRef, Occurrences> to) {
        for (int i = 1; i < positions.length; i++) {
            if (Arrays.binarySearch(positions[i], 0, frequencies[i], start + i) < 0) {
                return;
            }
        }
        for (int i = 0; i < positions.length; i++) {
            if (without.contains(terms.get(i))) {
                continue;
            }
            Occurrences term = to.computeIfAbsent(terms.get(i), Occurrences::new);
            // Terms that stand at one position, as the parts and the whole of a compound, are all in the phrase.
            for (int k = first(i, start + i); k < frequencies[i] && positions[i][k] == start + i; k++) {
                term.add((int) (places[i][k] >> 32), (int) places[i][k]);
            }
        }
    }

    private int first(int term, int position) {
        int k = Arrays.binarySearch(positions[term], 0, frequencies[term], position);
        while (k > 0 && positions[term][k - 1] == position) {
            k--;
        }
        return k;
    }

    private void read(int term) throws IOException {
        PostingsEnum of = postings[term];
        int frequency = of.freq();
        if (positions[term].length < frequency) {
            positions[term] = new int[frequency];
            places[term] = new long[frequency];
        }
        for (int k = 0; k < frequency; k++) {
            positions[term][k] = of.nextPosition();
            places[term][k] = (long) of.startOffset() << 32 | of.endOffset();
        }
        frequencies[term] = frequency;
    }
}

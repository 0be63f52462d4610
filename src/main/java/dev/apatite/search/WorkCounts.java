package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.OrdinalMap;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreMode;
import org.apache.lucene.search.Scorer;
import org.apache.lucene.search.Weight;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.BytesRef;
import org.apache.lucene.util.LongBitSet;
import org.apache.lucene.util.packed.PackedInts;

/** Counts how many papers of one commit cite each work. Safe to share between threads. */
final class WorkCounts {
    private static final long MOST_KEPT = 2_000_000;

    private final IndexSearcher searcher;
    private final OrdinalMap ordinals;
    private final Cache<Query, Ranked> lately = Caffeine.newBuilder()
            .maximumWeight(MOST_KEPT)
            .executor(Runnable::run)
            .weigher((Query asked, Ranked ranked) -> ranked.size() + 1)
            .build();

    WorkCounts(IndexSearcher searcher) {
        this.searcher = searcher;
        try {
            ordinals = OrdinalMap.build(null, works(), PackedInts.DEFAULT);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SortedDocValues[] works() throws IOException {
        List<LeafReaderContext> leaves = searcher.getIndexReader().leaves();
        SortedDocValues[] works = new SortedDocValues[leaves.size()];
        for (LeafReaderContext leaf : leaves) {
            works[leaf.ord] = DocValues.getSorted(leaf.reader(), Schema.WORK);
        }
        return works;
    }

    /** Works, most cited first and else by their ids; for one request, by one thread. */
    final class Ranked {
        /** The complement of the count before the work's number, so that they sort as they are ranked. */
        private final long[] keys;

        private Ranked(long[] keys) {
            this.keys = keys;
        }

        /** Those of them that are wanted, in the same order. */
        Ranked only(Wanted wanted) throws IOException {
            long[] left = new long[keys.length];
            int size = 0;
            for (int rank = 0; rank < keys.length; rank++) {
                if (wanted.is(work(rank))) {
                    left[size++] = keys[rank];
                }
            }
            return new Ranked(Arrays.copyOf(left, size));
        }

        int size() {
            return keys.length;
        }

        int papers(int rank) {
            return Integer.MAX_VALUE - (int) (keys[rank] >>> 32);
        }

        String work(int rank) throws IOException {
            return term(rank).utf8ToString();
        }

        private BytesRef term(int rank) throws IOException {
            long number = keys[rank] & 0xFFFFFFFFL;
            int segment = ordinals.getFirstSegmentNumber(number);
            SortedDocValues works = DocValues.getSorted(
                    searcher.getIndexReader().leaves().get(segment).reader(), Schema.WORK);
            return BytesRef.deepCopyOf(works.lookupOrd((int) ordinals.getFirstSegmentOrd(number)));
        }

        /** The rank behind a work that so many papers cite. */
        int behind(int papers, BytesRef work) throws IOException {
            int from = 0;
            int to = keys.length;
            while (from < to) {
                int middle = (from + to) >>> 1;
                int difference = papers - papers(middle);
                if (difference < 0 || difference == 0 && term(middle).compareTo(work) <= 0) {
                    from = middle + 1;
                } else {
                    to = middle;
                }
            }
            return from;
        }
    }

    /** Chooses among works by their ids. */
    interface Wanted {
        boolean is(String work) throws IOException;
    }

    /** How many works are cited: none, some, or more than are few. */
    enum Few {
        NONE,
        SOME,
        MORE
    }

    /** Whether these references cite any works, and no more than so many; it looks no further than that. */
    Few few(Query references, int most) throws IOException {
        Set<Integer> cited = new HashSet<>();
        SortedDocValues[] works = works();
        Weight weight = searcher.createWeight(searcher.rewrite(references), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator documents = scorer.iterator();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if ((live == null || live.get(doc)) && works[leaf.ord].advanceExact(doc)) {
                    cited.add((int) ordinals.getGlobalOrds(leaf.ord).get(works[leaf.ord].ordValue()));
                    if (cited.size() > most) {
                        return Few.MORE;
                    }
                }
            }
        }
        return cited.isEmpty() ? Few.NONE : Few.SOME;
    }

    /**
     * The works of those references that one of {@code named} cites too: papers print a work differently, and each counts
     * for it.
     */
    Ranked count(Query references, Query named) throws IOException {
        Query both = both(references, named);
        LongBitSet wanted = new LongBitSet(ordinals.getValueCount());
        for (long key : counted(both).keys) {
            wanted.set(key & 0xFFFFFFFFL);
        }
        return new Ranked(Arrays.stream(count(references).keys)
                .filter(key -> wanted.get(key & 0xFFFFFFFFL))
                .toArray());
    }

    /** References that are among both. */
    static Query both(Query references, Query named) {
        return new BooleanQuery.Builder()
                .add(references, Occur.FILTER)
                .add(named, Occur.FILTER)
                .build();
    }

    /** The works that these references cite; a paper that lists a work twice cites it once. */
    Ranked count(Query references) throws IOException {
        Ranked known = lately.getIfPresent(references);
        if (known == null) {
            known = counted(references);
            lately.put(references, known);
        }
        return known;
    }

    private Ranked counted(Query references) throws IOException {
        int[] counts = new int[Math.toIntExact(ordinals.getValueCount())];
        int[] lastPaper = new int[counts.length];
        SortedDocValues[] works = works();
        Weight weight = searcher.createWeight(searcher.rewrite(references), ScoreMode.COMPLETE_NO_SCORES, 1);
        for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
            Scorer scorer = weight.scorer(leaf);
            if (scorer == null) {
                continue;
            }
            // Papers of one segment are in no other, and numbered from 1.
            Arrays.fill(lastPaper, 0);
            SortedDocValues papers = DocValues.getSorted(leaf.reader(), Schema.PAPER);
            Bits live = leaf.reader().getLiveDocs();
            DocIdSetIterator documents = scorer.iterator();
            for (int doc = documents.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = documents.nextDoc()) {
                if (live != null && !live.get(doc) || !works[leaf.ord].advanceExact(doc) || !papers.advanceExact(doc)) {
                    continue;
                }
                int work = (int) ordinals.getGlobalOrds(leaf.ord).get(works[leaf.ord].ordValue());
                int paper = papers.ordValue() + 1;
                if (lastPaper[work] != paper) {
                    lastPaper[work] = paper;
                    counts[work]++;
                }
            }
        }
        long[] keys = new long[counts.length];
        int size = 0;
        for (int work = 0; work < counts.length; work++) {
            if (counts[work] > 0) {
                keys[size++] = (long) (Integer.MAX_VALUE - counts[work]) << 32 | work;
            }
        }
        keys = Arrays.copyOf(keys, size);
        Arrays.sort(keys);
        return new Ranked(keys);
    }
}

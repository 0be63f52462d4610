package dev.apatite.index;

import java.io.IOException;
import java.util.Collection;
import org.apache.lucene.index.FilterLeafReader;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.PostingsEnum;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.util.Bits;
import org.apache.lucene.util.FixedBitSet;
import org.jspecify.annotations.Nullable;

/** A segment without some of its papers, as if they had been deleted. What is cached of the segment still holds. */
final class Hidden extends FilterLeafReader {
    private final FixedBitSet live;
    private final int documents;

    private Hidden(LeafReader in, FixedBitSet live) {
        super(in);
        this.live = live;
        documents = live.cardinality();
    }

    /** The segment without the papers of these ids; itself where it holds none of them. */
    static LeafReader of(LeafReader in, Collection<String> papers) throws IOException {
        FixedBitSet live = null;
        for (String id : papers) {
            PostingsEnum block = in.postings(new Term(Schema.PAPER, id), PostingsEnum.NONE);
            if (block == null) {
                continue;
            }
            for (int doc = block.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = block.nextDoc()) {
                live = live == null ? living(in) : live;
                live.clear(doc);
            }
        }
        return live == null ? in : new Hidden(in, live);
    }

    private static FixedBitSet living(LeafReader in) {
        FixedBitSet all = new FixedBitSet(in.maxDoc());
        Bits before = in.getLiveDocs();
        if (before == null) {
            all.set(0, in.maxDoc());
        } else {
            for (int i = 0; i < in.maxDoc(); i++) {
                if (before.get(i)) {
                    all.set(i);
                }
            }
        }
        return all;
    }

    @Override
    public Bits getLiveDocs() {
        return live;
    }

    @Override
    public int numDocs() {
        return documents;
    }

    @Override
    public CacheHelper getCoreCacheHelper() {
        return in.getCoreCacheHelper();
    }

    @Override
    public @Nullable CacheHelper getReaderCacheHelper() {
        return null;
    }
}

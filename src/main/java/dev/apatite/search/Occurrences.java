package dev.apatite.search;

import java.util.Arrays;
import org.apache.lucene.search.uhighlight.OffsetsEnum;
import org.apache.lucene.util.BytesRef;

/** Where a term stands in a text, each place once, in order. */
final class Occurrences extends OffsetsEnum {
    private final BytesRef term;
    private long[] places = new long[4];
    private int size;
    private int at = -1;
    private boolean sorted = true;

    Occurrences(BytesRef term) {
        this.term = term;
    }

    /** Adds a place, before the first one is asked for. */
    void add(int start, int end) {
        if (size == places.length) {
            places = Arrays.copyOf(places, size * 2);
        }
        long place = (long) start << 32 | end;
        sorted &= size == 0 || places[size - 1] < place;
        places[size++] = place;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(places, 0, size);
            int kept = 0;
            for (int i = 0; i < size; i++) {
                if (i == 0 || places[i] != places[i - 1]) {
                    places[kept++] = places[i];
                }
            }
            size = kept;
            sorted = true;
        }
    }

    @Override
    public boolean nextPosition() {
        sort();
        return ++at < size;
    }

    @Override
    public int freq() {
        sort();
        return size;
    }

    @Override
    public BytesRef getTerm() {
        return term;
    }

    @Override
    public int startOffset() {
        return (int) (places[at] >> 32);
    }

    @Override
    public int endOffset() {
        return (int) places[at];
    }
}

package dev.apatite.works;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.Arrays;

/**
 * By which keys a citation is found again among those of a whole corpus. An index keeps them without knowing what they
 * stand for. Safe to share between threads.
 */
public final class CitationKeys {
    /** No work: a citation that says too little to be found again. */
    public static final long NO_WORK = 0;

    /** Set in the number of a paper. */
    private static final long PAPER = 1;

    private final CitedWorks reading = new CitedWorks();

    /**
     * The keys of a citation, or of a paper as a work that can be cited.
     *
     * @param work the same for all citations that are equal in what identifies the work; {@link #NO_WORK} where it is not
     *     identified
     * @param keys those that it shares with every work that it is worth comparing with; never empty where there is a work
     */
    public record Keyed(long work, long[] keys) {
        /** Of what is no work. */
        public static final Keyed NONE = new Keyed(NO_WORK, new long[0]);
    }

    /** The keys of a reference. */
    public Keyed of(Reference reference) {
        CitedWork work = work(reference);
        return work.isIdentified() ? keyed(work) : Keyed.NONE;
    }

    /** The keys of a paper of the corpus. */
    public Keyed of(Paper paper) {
        return keyed(work(paper));
    }

    /** Whether a number is that of a paper, and not of a citation. */
    static boolean isPaper(long work) {
        return (work & PAPER) != 0;
    }

    CitedWork work(Reference reference) {
        return reading.of(reference);
    }

    CitedWork work(Paper paper) {
        return reading.of(paper);
    }

    static Keyed keyed(CitedWork work) {
        long number = number(work);
        int[] hashes = BlockKeys.of(work);
        long[] keys = new long[hashes.length + 1];
        int size = 0;
        for (int kind = 0; kind < hashes.length; kind++) {
            if (hashes[kind] != BlockKeys.NONE) {
                keys[size++] = (long) kind << 32 | hashes[kind] & 0xFFFFFFFFL;
            }
        }
        if (size == 0) {
            // It is like no other, but its equals have to be found.
            keys[size++] = (long) hashes.length << 32 | number & 0xFFFFFFFFL;
        }
        return new Keyed(number, Arrays.copyOf(keys, size));
    }

    /** 32 bits for a text. */
    public static long hash(String text) {
        return BlockKeys.hash(text) & 0xFFFFFFFFL;
    }

    private static long number(CitedWork work) {
        String all = String.join(
                "\n",
                work.family(),
                work.title(),
                String.valueOf(work.year()),
                work.journal(),
                work.volume(),
                work.page(),
                work.doi(),
                work.pmid(),
                String.valueOf(work.edition()),
                work.paper() == null ? "" : work.paper());
        // Mixed as SplitMix64 does (Steele, Lea and Flood 2014), as FNV alone leaves like texts near each other.
        long hash = BlockKeys.hash(all);
        hash = (hash ^ hash >>> 30) * 0xBF58476D1CE4E5B9L;
        hash = (hash ^ hash >>> 27) * 0x94D049BB133111EBL;
        hash ^= hash >>> 31;
        hash = work.paper() == null ? hash & ~PAPER : hash | PAPER;
        return hash == NO_WORK ? 2 : hash;
    }
}

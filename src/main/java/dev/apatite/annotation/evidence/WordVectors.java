package dev.apatite.annotation.evidence;

import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What words mean, as vectors: words that mean alike lie near each other, so that what was learned of "decreased" holds
 * for "lessened". A sentence's vector is the mean of its words', frequent ones weighing less (Arora, Liang and Ma 2017).
 * Safe to share between threads.
 */
final class WordVectors {
    static final String FILE = "/dev/apatite/annotation/evidence/word-vectors.bin.gz";

    /** Half a vector's number at most, in steps of a byte. */
    private static final float SCALE = 254;

    private static final int BUFFER = 1 << 16;

    private static final int MAGIC = 0x41505631;

    /** How much a sentence's vector counts beside single facts. */
    private static final float LENGTH = 2;

    private final int dimensions;
    private final SlotTable words;
    private final byte[] numbers;
    private final byte[] rarity;
    private final int[] keys;

    private WordVectors(int dimensions, int[] hashes, byte[] rarity, byte[] numbers) {
        this.dimensions = dimensions;
        this.numbers = numbers;
        this.rarity = rarity;
        words = new SlotTable(hashes.length);
        for (int hash : hashes) {
            words.add(hash);
        }
        keys = new int[dimensions];
        for (int d = 0; d < dimensions; d++) {
            keys[d] = Hashes.of("vector" + d);
        }
    }

    /** Those that are shipped. */
    static WordVectors shipped() {
        try (InputStream in = Objects.requireNonNull(WordVectors.class.getResourceAsStream(FILE), FILE)) {
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static WordVectors read(InputStream in) throws IOException {
        ByteBuffer data = ByteBuffer.wrap(new GZIPInputStream(in, BUFFER).readAllBytes());
        if (data.remaining() < 3 * Integer.BYTES || data.getInt() != MAGIC) {
            throw new IOException("these are no vectors of words");
        }
        int count = data.getInt();
        int dimensions = data.getInt();
        if (count < 0 || dimensions < 0 || data.remaining() < (long) count * (Integer.BYTES + 1 + dimensions)) {
            throw new IOException("the vectors of words break off");
        }
        int[] hashes = new int[count];
        data.asIntBuffer().get(hashes);
        data.position(data.position() + Integer.BYTES * count);
        byte[] rarity = new byte[count];
        data.get(rarity);
        byte[] numbers = new byte[count * dimensions];
        data.get(numbers);
        return new WordVectors(dimensions, hashes, rarity, numbers);
    }

    /**
     * Writes vectors of unit length.
     *
     * @param words in lower case, no two alike; a number is "0"
     * @param weights how much each counts in a sentence, 0 to 1
     */
    static void write(List<String> words, double[] weights, float[][] vectors, OutputStream to) throws IOException {
        try (DataOutputStream data = new DataOutputStream(new GZIPOutputStream(to))) {
            data.writeInt(MAGIC);
            data.writeInt(vectors.length);
            data.writeInt(vectors.length == 0 ? 0 : vectors[0].length);
            for (String word : words) {
                data.writeInt(Hashes.of(word));
            }
            for (double weight : weights) {
                data.writeByte((int) Math.round(weight * 255));
            }
            for (float[] vector : vectors) {
                for (float number : vector) {
                    data.writeByte(Math.max(-127, Math.min(127, Math.round(number * SCALE))));
                }
            }
        }
    }

    /** Adds the vector of a text's words to its features; of words that none knows nothing. */
    void of(Tokens tokens, SparseFeatures into) {
        float[] sum = new float[dimensions];
        int[] slots = new int[tokens.size()];
        words.slots(tokens.words(), slots.length, slots);
        for (int slot : slots) {
            if (slot >= 0) {
                int weight = rarity[slot] & 0xff;
                int at = slot * dimensions;
                for (int d = 0; d < dimensions; d++) {
                    sum[d] += weight * numbers[at + d];
                }
            }
        }
        double square = 0;
        for (float each : sum) {
            square += (double) each * each;
        }
        if (square > 0) {
            float scale = (float) (LENGTH / Math.sqrt(square));
            for (int d = 0; d < dimensions; d++) {
                into.add(SparseFeatures.FACTS, keys[d], sum[d] * scale);
            }
        }
    }
}

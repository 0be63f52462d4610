package dev.apatite.reading.citation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The tagger's trained weights, in hundredths.
 *
 * @param words for each feature of a word, the weight of each label
 * @param steps for what is printed between two words, the weight of each pair of labels, {@code left * COUNT + right};
 *     the key {@link #ANY} holds for all
 */
record TaggerWeights(WeightTable words, WeightTable steps) {
    /** The key in {@link #steps} that holds whatever is printed; no gap between words is this text. */
    static final String ANY = "any";

    private static final Label[] LABELS = Label.values();

    /** No weights yet. */
    TaggerWeights() {
        this(new WeightTable(Label.COUNT), new WeightTable(Label.COUNT * Label.COUNT));
    }

    /** The weights that come with the build. */
    static TaggerWeights builtIn() {
        return BuiltIn.WEIGHTS;
    }

    private static final class BuiltIn {
        static final TaggerWeights WEIGHTS = load();

        private static TaggerWeights load() {
            try (InputStream in = Objects.requireNonNull(TaggerWeights.class.getResourceAsStream("weights.tsv.gz"))) {
                return read(in);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /**
     * Reads the file's lines: {@code w FEATURE LABEL=WEIGHT...}, {@code s GAP LEFT>RIGHT=WEIGHT...}, separated by tabs;
     * lines that begin with # are words to the reader.
     */
    static TaggerWeights read(InputStream gzip) throws IOException {
        TaggerWeights weights = new TaggerWeights();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gzip, 1 << 16), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (!line.startsWith("#")) {
                    weights.addLine(line);
                }
            }
        }
        return weights;
    }

    private void addLine(String line) {
        boolean word = line.charAt(0) == 'w';
        WeightTable table = word ? words : steps;
        int cell = line.indexOf('\t', 2);
        int row = table.add(FeatureHash.of(line.substring(2, cell)));
        while (cell > 0) {
            int equals = line.indexOf('=', cell);
            int next = line.indexOf('\t', equals);
            table.set(
                    row, column(line, cell + 1, equals), hundredths(line, equals + 1, next < 0 ? line.length() : next));
            cell = next;
        }
    }

    private static int column(String line, int start, int end) {
        int arrow = line.indexOf('>', start);
        return arrow < 0 || arrow > end
                ? label(line, start, end)
                : label(line, start, arrow) * Label.COUNT + label(line, arrow + 1, end);
    }

    private static int label(String line, int start, int end) {
        for (Label label : LABELS) {
            String name = label.name();
            if (name.length() == end - start && line.startsWith(name, start)) {
                return label.ordinal();
            }
        }
        throw new IllegalArgumentException("no label: " + line.substring(start, end));
    }

    /** A decimal number of at most two places, times a hundred. */
    private static int hundredths(String line, int start, int end) {
        boolean negative = line.charAt(start) == '-';
        int value = 0;
        int places = -1;
        for (int i = negative ? start + 1 : start; i < end; i++) {
            char c = line.charAt(i);
            if (c == '.') {
                places = 0;
            } else if (c >= '0' && c <= '9' && places < 2) {
                value = value * 10 + c - '0';
                places = places < 0 ? places : places + 1;
            } else {
                throw new IllegalArgumentException("no weight: " + line.substring(start, end));
            }
        }
        for (int i = Math.max(places, 0); i < 2; i++) {
            value *= 10;
        }
        return negative ? -value : value;
    }
}

package dev.apatite.reading.citation;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.zip.GZIPInputStream;

/**
 * The tagger's trained weights.
 *
 * @param words for each feature of a word, the weight of each label
 * @param steps for what is printed between two words, the weight of each pair of labels, {@code left * COUNT + right};
 *     the empty key holds for all
 */
record Weights(Map<String, float[]> words, Map<String, float[]> steps) {
    /** The key in {@link #steps} that holds whatever is printed; no gap between words is this text. */
    static final String ANY = "any";

    /** The weights that come with the build. */
    static Weights builtIn() {
        return BuiltIn.WEIGHTS;
    }

    private static final class BuiltIn {
        static final Weights WEIGHTS = load();

        private static Weights load() {
            try (InputStream in =
                    Objects.requireNonNull(Weights.class.getResourceAsStream("/citation/weights.tsv.gz"))) {
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
    static Weights read(InputStream gzip) throws IOException {
        Map<String, float[]> words = new HashMap<>();
        Map<String, float[]> steps = new HashMap<>();
        try (BufferedReader in =
                new BufferedReader(new InputStreamReader(new GZIPInputStream(gzip), StandardCharsets.UTF_8))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("#")) {
                    continue;
                }
                String[] cells = line.split("\t", -1);
                boolean word = cells[0].equals("w");
                float[] weights = new float[word ? Label.COUNT : Label.COUNT * Label.COUNT];
                for (int i = 2; i < cells.length; i++) {
                    int equals = cells[i].lastIndexOf('=');
                    weights[index(cells[i].substring(0, equals))] = Float.parseFloat(cells[i].substring(equals + 1));
                }
                (word ? words : steps).put(cells[1], weights);
            }
        }
        return new Weights(words, steps);
    }

    private static int index(String name) {
        int arrow = name.indexOf('>');
        return arrow < 0
                ? Label.valueOf(name).ordinal()
                : Label.valueOf(name.substring(0, arrow)).ordinal() * Label.COUNT
                        + Label.valueOf(name.substring(arrow + 1)).ordinal();
    }
}

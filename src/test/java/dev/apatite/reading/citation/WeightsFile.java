package dev.apatite.reading.citation;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;

/** Writes trained weights in the form that {@link TaggerWeights#read} reads. */
final class WeightsFile {
    private static final float LEAST = Float.parseFloat(System.getProperty("least", "0.08"));
    private static final String HEADER = """
            # Weights of the conditional random field that labels the words of references.
            # Trained by dev.apatite.reading.citation.CitationTrainer (src/test) on: citations of open-access articles
            # (PubMed Central, CC BY; as printed, and printed anew in common styles), reference strings from the same
            # source (CC BY), and the core set of AnyStyle (https://github.com/inukshuk/anystyle, BSD-2-Clause).
            # w FEATURE LABEL=WEIGHT...: features of a word; s GAP LEFT>RIGHT=WEIGHT...: what is printed between two words.
            """;

    private WeightsFile() {}

    static void write(TrainedWeights weights, Path file) throws IOException {
        int kept = 0;
        try (Writer out =
                new OutputStreamWriter(new GZIPOutputStream(Files.newOutputStream(file)), StandardCharsets.UTF_8)) {
            out.write(HEADER);
            for (Map.Entry<String, float[]> each : new TreeMap<>(weights.words()).entrySet()) {
                String line = line("w", each.getKey(), each.getValue());
                out.write(line);
                kept += line.isEmpty() ? 0 : 1;
            }
            for (Map.Entry<String, float[]> each : new TreeMap<>(weights.steps()).entrySet()) {
                out.write(line("s", each.getKey(), each.getValue()));
            }
        }
        System.err.printf("%d features kept, %d bytes%n", kept, Files.size(file));
    }

    private static String line(String kind, String key, float[] weights) {
        StringBuilder line = new StringBuilder(kind).append('\t').append(key);
        int head = line.length();
        for (int i = 0; i < weights.length; i++) {
            if (Math.abs(weights[i]) >= LEAST) {
                line.append('\t')
                        .append(name(i, weights.length))
                        .append('=')
                        .append(Math.round(weights[i] * 100) / 100f);
            }
        }
        return line.length() == head ? "" : line.append('\n').toString();
    }

    private static String name(int index, int length) {
        Label[] labels = Label.values();
        return length == Label.COUNT
                ? labels[index].name()
                : labels[index / Label.COUNT].name() + ">" + labels[index % Label.COUNT].name();
    }
}

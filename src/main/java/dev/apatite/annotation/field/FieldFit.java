package dev.apatite.annotation.field;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.apatite.paper.Finding;
import dev.apatite.paper.SectionKind;
import dev.apatite.text.Sha256;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * How the confidence of findings is to be moved in a field, in {@code evidence-field.json} beside the index.
 *
 * @param examples how many it was learned from
 * @param levels from which confidence on findings are likely and possible there
 * @param weights what is added to the log-odds, by feature
 */
public record FieldFit(int examples, FieldLevels levels, Map<String, Double> weights) {
    /** The file's name in the index folder. */
    public static final String FILE = "evidence-field.json";

    private static final ObjectMapper MAPPER =
            JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

    public FieldFit {
        java.util.Objects.requireNonNull(levels, "levels");
        weights = java.util.Collections.unmodifiableMap(new TreeMap<>(weights));
    }

    /** Learned from examples. */
    public static FieldFit learn(List<FieldExample> examples, FieldLevels shipped) {
        return FieldLearning.of(examples, shipped);
    }

    /** How sure a finding is in this field, by how sure it is by the shipped judge. */
    public double confidence(Finding finding, @Nullable SectionKind kind, double shipped) {
        double z = FieldFeatures.odds(shipped);
        for (Map.Entry<String, Double> each :
                FieldFeatures.of(finding, kind, shipped).entrySet()) {
            z += weights.getOrDefault(each.getKey(), 0.0) * each.getValue();
        }
        return Math.round(1000 / (1 + Math.exp(-z))) / 1000.0;
    }

    /** Changes whenever it says something else. */
    public String version() {
        try {
            return Sha256.hex(MAPPER.writeValueAsBytes(this), 4);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /**
     * The one that stands beside an index; empty where there is none.
     *
     * @throws UncheckedIOException where the file is there and is none; the message says what to do
     */
    public static Optional<FieldFit> beside(Path index) {
        Path file = index.resolve(FILE);
        try {
            return Optional.of(MAPPER.readValue(Files.readString(file, StandardCharsets.UTF_8), FieldFit.class));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (JacksonException | NullPointerException e) {
            throw unreadable(file, new IOException("it is not what \"train evidence --marks\" wrote", e));
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static UncheckedIOException unreadable(Path file, IOException e) {
        String words = file + " cannot be used: " + e.getMessage() + "; delete it to go by the shipped judge";
        return new UncheckedIOException(words, e);
    }

    /** Writes it beside an index, in place of the one that stood there. */
    public void write(Path index) throws IOException {
        Path draft = index.resolve(FILE + ".new");
        Files.writeString(draft, MAPPER.writeValueAsString(this) + "\n", StandardCharsets.UTF_8);
        Files.move(draft, index.resolve(FILE), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}

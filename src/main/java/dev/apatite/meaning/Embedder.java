package dev.apatite.meaning;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.embedding.onnx.bgesmallenv15q.BgeSmallEnV15QuantizedEmbeddingModel;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Turns texts into vectors, in this process (bge-small-en-v1.5: Xiao et al. 2023). Safe to share between threads. */
public final class Embedder {
    /** How many numbers a vector has. */
    public static final int DIMENSIONS = 384;

    /** What the model's makers put before a question, so that it lies near its answers. */
    private static final String ASKING = "Represent this sentence for searching relevant passages: ";

    private static final int LONGEST_QUERY = 1000;
    private static final int LONGEST_PASSAGE = 4000;
    private static final int MOST_REMEMBERED = 500;

    private static final Logger LOG = LoggerFactory.getLogger(Embedder.class);

    private final EmbeddingModel model;
    private final Cache<String, float[]> asked =
            Caffeine.newBuilder().maximumSize(MOST_REMEMBERED).build();

    private Embedder(EmbeddingModel model) {
        this.model = model;
    }

    /** The model; nothing where this build or this machine cannot run it. Takes a second or two. */
    public static Optional<Embedder> load() {
        try {
            return Optional.of(new Embedder(new BgeSmallEnV15QuantizedEmbeddingModel(Runnable::run)));
        } catch (LinkageError | RuntimeException e) {
            LOG.warn("vectors=off reason=\"{}\"", String.valueOf(e.getMessage()).replace('"', '\''));
            return Optional.empty();
        }
    }

    /** The vector of a passage; what goes beyond its first thousand words does not count. */
    public float[] passage(String text) {
        return vector(cut(text, LONGEST_PASSAGE));
    }

    /** The vector of a question. */
    public float[] question(String text) {
        return asked.get(cut(text, LONGEST_QUERY), each -> vector(ASKING + each));
    }

    private float[] vector(String text) {
        return model.embed(text).content().vector();
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most);
    }
}

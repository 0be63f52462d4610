package dev.apatite.query;

import dev.apatite.index.Schema;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * How much a word counts in each field. A word in the title of a paper says more about it than one in its methods, and a
 * word that stands only in the title of a work that it cites says little.
 */
final class FieldWeights {
    /** What a hit in the reference list counts, against one in the text. */
    static final float REFERENCES = 0.15f;

    /** What a hit by another name of a concept counts, against one by the typed words. */
    static final float CONCEPT = 0.6f;

    /** What a hit by a member of a typed class counts. */
    static final float NARROWER = 0.3f;

    /** What a compound that is written in one counts for each of its parts. */
    static final float JOINED = 0.5f;

    /** What the beginning of a word counts, against a whole word. */
    static final float PREFIX = 0.5f;

    private static final Map<String, Float> TEXTS = texts();

    private FieldWeights() {}

    /** No text field but the reference list counts less than 1. */
    static float of(String field) {
        return field.equals(Schema.REFERENCES) ? REFERENCES : TEXTS.getOrDefault(field, 1f);
    }

    private static Map<String, Float> texts() {
        Map<String, Float> weights = new LinkedHashMap<>();
        for (String field : Schema.TEXTS) {
            switch (field) {
                case Schema.TITLE -> weights.put(field, 3f);
                case Schema.KEYWORDS -> weights.put(field, 3f);
                case Schema.ABSTRACT, Schema.CASE, Schema.AUTHORS -> weights.put(field, 2f);
                case Schema.RESULTS, Schema.CONCL -> weights.put(field, 1.5f);
                case Schema.REFERENCES -> {}
                default -> weights.put(field, 1f);
            }
        }
        return weights;
    }
}

package dev.apatite.annotation.evidence;

import java.util.HashMap;
import java.util.Map;

/**
 * What the model of marked text says of pairs. A sentence reads the same for all treatments that it does not name, and
 * the sentence that named a treatment last is the last for many that follow: each is scored once.
 */
final class PairScores {
    private final PairText texts;
    private final Cast cast;
    private final LinearModel model;
    private final SparseFeatures features = new SparseFeatures();
    private final Map<Integer, double[]> unnamed = new HashMap<>();
    private final Map<String, double[]> before = new HashMap<>();
    private final double[] none;

    PairScores(PairText texts, Cast cast, LinearModel model) {
        this.texts = texts;
        this.cast = cast;
        this.model = model;
        none = new double[model.outputs()];
    }

    double[] of(int line, String name) {
        Occurrence last = cast.lastUpTo(name, line);
        boolean here = last != null && last.line() == line;
        double[] text = here ? text(line, name) : unnamed.computeIfAbsent(line, any -> text(line, name));
        double[] context = last == null || here ? none : context(last.line(), name);
        features.clear();
        texts.facts(line, name, features);
        double[] said = new double[none.length];
        model.score(model.part(features, SparseFeatures.FACTS), text, context, said);
        return said;
    }

    private double[] text(int line, String name) {
        features.clear();
        texts.text(line, name, features);
        return model.part(features, SparseFeatures.TEXT);
    }

    private double[] context(int line, String name) {
        return before.computeIfAbsent(line + "/" + name, any -> {
            features.clear();
            texts.context(line, name, features);
            return model.part(features, SparseFeatures.CONTEXT);
        });
    }
}

package dev.apatite.reading.citation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The names of features as readable strings. */
final class FeatureNames implements FeatureSink {
    private final List<String> names = new ArrayList<>();
    private final StringBuilder name = new StringBuilder();

    /** Those that {@code features} gives. */
    static List<String> of(Consumer<FeatureSink> features) {
        FeatureNames all = new FeatureNames();
        features.accept(all);
        return all.names;
    }

    @Override
    public FeatureSink add(String text, int start, int end) {
        name.append(text, start, end);
        return this;
    }

    @Override
    public void end() {
        names.add(name.toString());
        name.setLength(0);
    }
}

package dev.apatite.annotation.field;

import dev.apatite.paper.Finding;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What of a candidate may matter in a field: what is said of whom and where, the treatment, the words of the sentence. */
final class FieldFeatures {
    private static final Pattern WORD = Pattern.compile("[\\p{L}]{3,}");
    private static final double SURE = 0.995;

    private FieldFeatures() {}

    /** The log-odds of a confidence. */
    static double odds(double confidence) {
        double bounded = Math.clamp(confidence, 1 - SURE, SURE);
        return Math.log(bounded / (1 - bounded));
    }

    /** By name. Words together weigh as much as one of the others. */
    static Map<String, Double> of(Finding finding, @Nullable SectionKind kind, double shipped) {
        Map<String, Double> features = new LinkedHashMap<>();
        features.put("always", 1.0);
        features.put("odds", odds(shipped));
        features.put("response " + finding.response().code(), 1.0);
        features.put(finding.own() ? "own" : "cited", 1.0);
        features.put("section " + (kind == null ? "TITLE" : kind.name()), 1.0);
        features.put("treatment " + finding.treatment().toLowerCase(Locale.ROOT), 1.0);
        List<String> words = words(finding);
        for (String word : words) {
            features.put("word " + word, 1 / Math.sqrt(words.size()));
        }
        return features;
    }

    private static List<String> words(Finding finding) {
        String text = finding.sentence()
                .toLowerCase(Locale.ROOT)
                .replace(finding.text().toLowerCase(Locale.ROOT), " ");
        Set<String> words = new LinkedHashSet<>();
        WORD.matcher(text).results().forEach(each -> words.add(each.group()));
        return new ArrayList<>(words);
    }
}

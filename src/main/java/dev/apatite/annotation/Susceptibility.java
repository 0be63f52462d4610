package dev.apatite.annotation;

import dev.apatite.vocabulary.Words;
import java.util.Set;

/** Tells antibiotics that an isolate was tested against from antibiotics that a patient got. */
final class Susceptibility {
    private static final Set<String> ISOLATES = Set.of(
            "isolate",
            "strain",
            "organism",
            "bacterium",
            "bacteria",
            "bacterial",
            "pathogen",
            "colony",
            "mic",
            "culture",
            "antibiogram",
            "cultured",
            "isolated",
            "grew",
            "etest",
            "vitro");
    private static final Set<String> TESTED = Set.of(
            "resistant", "susceptible", "sensitive", "susceptibility", "sensitivity", "resistance", "antibiogram");

    private Susceptibility() {}

    /** The first word of the sentence behind which drugs are only tested; {@code to} where there is none. */
    static int from(Words words, int from, int to) {
        boolean isolate = false;
        int tested = to;
        for (int i = from; i < to; i++) {
            String form = words.form(i);
            isolate |= ISOLATES.contains(form);
            if (tested == to && TESTED.contains(form)) {
                tested = i;
            }
        }
        return isolate ? tested : to;
    }
}

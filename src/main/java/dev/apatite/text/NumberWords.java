package dev.apatite.text;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** English words for whole numbers: cardinals from zero to twenty, ordinals from first to tenth, in small letters. */
public final class NumberWords {
    /** Stands for a word that is no number. */
    public static final int NONE = -1;

    private static final List<String> CARDINALS = List.of(
            "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
                    .concat(" seventeen eighteen nineteen twenty")
                    .split(" "));
    private static final List<String> ORDINALS =
            List.of("first second third fourth fifth sixth seventh eighth ninth tenth".split(" "));
    private static final Map<String, Integer> VALUES = values();

    private NumberWords() {}

    private static Map<String, Integer> values() {
        Map<String, Integer> values = new HashMap<>();
        for (int i = 0; i < CARDINALS.size(); i++) {
            values.put(CARDINALS.get(i), i);
        }
        for (int i = 0; i < ORDINALS.size(); i++) {
            values.put(ORDINALS.get(i), i + 1);
        }
        return Map.copyOf(values);
    }

    /** The value of a cardinal or an ordinal, or {@link #NONE}. */
    public static int valueOf(String word) {
        return VALUES.getOrDefault(word, NONE);
    }

    /** The value of a cardinal, or {@link #NONE}. */
    public static int cardinal(String word) {
        return CARDINALS.indexOf(word);
    }

    /** The cardinals from one to twenty in their order, to choose from in a pattern. */
    public static List<String> fromOneToTwenty() {
        return CARDINALS.subList(1, CARDINALS.size());
    }

    /** A number of 0 to 20 as a word. */
    public static String of(int number) {
        return CARDINALS.get(number);
    }
}

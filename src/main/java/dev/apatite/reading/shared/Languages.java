package dev.apatite.reading.shared;

import dev.apatite.paper.Section;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a paper's language by its commonest small words. */
public final class Languages {
    private static final int ENOUGH = 8;
    private static final int MOST_WORDS = 3000;
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,12}");
    private static final Map<String, Set<String>> SMALL_WORDS = Map.of(
            "en", Set.of("the", "of", "and", "with", "was", "is", "to", "for", "were", "that", "by", "from"),
            "es", Set.of("el", "los", "las", "del", "una", "con", "por", "para", "se", "fue", "en", "que"),
            "pt", Set.of("os", "um", "uma", "com", "por", "para", "foi", "da", "do", "não", "em", "que"),
            "fr", Set.of("le", "les", "des", "une", "avec", "par", "pour", "est", "dans", "du", "et", "que"),
            "de", Set.of("der", "die", "und", "mit", "eine", "bei", "wurde", "ist", "von", "zu", "den", "das"),
            "it", Set.of("il", "gli", "della", "una", "con", "per", "è", "di", "nel", "che", "sono", "stato"),
            "tr", Set.of("ve", "bir", "ile", "bu", "olarak", "için", "olan", "hasta", "tedavi", "da", "de", "en"));

    private static final String[] LANGUAGES =
            SMALL_WORDS.keySet().stream().sorted().toArray(String[]::new);

    /** By small word the languages that have it, as bits in the order of {@link #LANGUAGES}. */
    private static final Map<String, Integer> LANGUAGES_OF = languagesOf();

    private static final int LONGEST_SMALL_WORD =
            LANGUAGES_OF.keySet().stream().mapToInt(String::length).max().orElse(0);

    private Languages() {}

    private static Map<String, Integer> languagesOf() {
        Map<String, Integer> bits = new HashMap<>();
        SMALL_WORDS.forEach((language, words) -> {
            int bit = 1 << Arrays.binarySearch(LANGUAGES, language);
            words.forEach(word -> bits.merge(word, bit, (one, other) -> one | other));
        });
        return Map.copyOf(bits);
    }

    /** ISO 639-1, or null where the text is too short to tell. */
    public static @Nullable String of(List<Section> sections) {
        int[] counts = new int[LANGUAGES.length];
        int words = 0;
        for (Section section : sections) {
            String text = section.text();
            Matcher word = WORD.matcher(text);
            while (words < MOST_WORDS && word.find()) {
                words++;
                if (word.end() - word.start() <= LONGEST_SMALL_WORD) {
                    String lower = text.substring(word.start(), word.end()).toLowerCase(Locale.ROOT);
                    int bits = LANGUAGES_OF.getOrDefault(lower, 0);
                    for (int left = bits; left != 0; left &= left - 1) {
                        counts[Integer.numberOfTrailingZeros(left)]++;
                    }
                }
            }
        }
        String likeliest = null;
        int most = ENOUGH;
        for (int i = 0; i < counts.length; i++) {
            if (counts[i] >= most) {
                most = counts[i];
                likeliest = LANGUAGES[i];
            }
        }
        return likeliest;
    }
}

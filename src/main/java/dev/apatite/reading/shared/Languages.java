package dev.apatite.reading.shared;

import dev.apatite.paper.Section;
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

    private Languages() {}

    /** ISO 639-1, or null where the text is too short to tell. */
    public static @Nullable String of(List<Section> sections) {
        Map<String, Integer> counts = new HashMap<>();
        int words = 0;
        for (Section section : sections) {
            Matcher word = WORD.matcher(section.text());
            while (words < MOST_WORDS && word.find()) {
                words++;
                String lower = word.group().toLowerCase(Locale.ROOT);
                SMALL_WORDS.forEach(
                        (language, small) -> counts.merge(language, small.contains(lower) ? 1 : 0, Integer::sum));
            }
        }
        return counts.entrySet().stream()
                .filter(entry -> entry.getValue() >= ENOUGH)
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(null);
    }
}

package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names the harm that a sentence puts down to a treatment, by {@code harm-names.tsv}. Safe to share between threads. */
final class HarmNames {
    private static final Pattern ENDS = Pattern.compile("^(?:a|an|the|his|her|their|some|any|of|to)\\s+|[\\s,;:.(]+$");
    private static final int LONGEST = 90;

    private final List<Pattern> patterns = new ArrayList<>();

    HarmNames() {
        for (String[] row : ResourceLines.cells("harm-names.tsv", 4)) {
            patterns.add(Pattern.compile(row[0]));
        }
    }

    /** As printed; null where the sentence does not name it. */
    @Nullable
    String in(Passage passage, String treatment) {
        String named = in(passage.text(), treatment);
        if (named != null) {
            return named;
        }
        return passage.of(MentionType.CONDITION).stream()
                .map(Mention::text)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    String in(String sentence, String treatment) {
        String plain = Passage.lower(sentence);
        String name = Passage.lower(treatment);
        String lower = Pattern.compile("(?<![\\p{L}\\d])" + Pattern.quote(name) + "(?![\\p{L}\\d])")
                .matcher(plain)
                .replaceAll("~".repeat(name.length()));
        for (Pattern pattern : patterns) {
            Matcher match = pattern.matcher(lower);
            if (match.find() && match.end(1) - match.start(1) <= LONGEST) {
                String harm = sentence.substring(match.start(1), match.end(1)).strip();
                String bare = ENDS.matcher(harm).replaceAll("").strip();
                if (bare.length() > 2 && !bare.contains("~")) {
                    return bare;
                }
            }
        }
        return null;
    }
}

package dev.apatite.vocabulary;

import dev.apatite.paper.MentionType;
import java.util.Locale;
import java.util.Set;

/** Turns names as thesauri print them into names as texts print them. */
final class StandardName {
    /** Words before which a capital usually is a person's or a place's. */
    private static final Set<String> AFTER_EPONYMS = Set.of(
            "disease",
            "syndrome",
            "sign",
            "phenomenon",
            "tumor",
            "anomaly",
            "palsy",
            "disorder",
            "fever",
            "virus",
            "encephalopathy",
            "lymphoma",
            "sarcoma",
            "deformity",
            "reaction",
            "contracture");

    private static final Set<String> ADJECTIVE_ENDINGS =
            Set.of("ic", "al", "ous", "ar", "ary", "ive", "ed", "ing", "ory", "ent", "ant", "ine", "oid", "ate");

    private StandardName() {}

    /** "Carcinoma, Squamous Cell" as "Squamous Cell Carcinoma". */
    static String inReadingOrder(String name) {
        int comma = name.indexOf(", ");
        boolean inverted = comma > 0 && name.indexOf(", ", comma + 2) < 0 && name.indexOf('(') < 0;
        return inverted ? name.substring(comma + 2) + " " + name.substring(0, comma) : name;
    }

    /** "Calcinosis Cutis" as "calcinosis cutis"; "Crohn Disease" as "Crohn disease"; organisms stay as they are. */
    static String inRunningText(String name, MentionType type) {
        if (type == MentionType.ORGANISM) {
            return name;
        }
        String[] words = name.split(" ", -1);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < words.length; i++) {
            String next = i + 1 < words.length ? words[i + 1].toLowerCase(Locale.ROOT) : "";
            text.append(i == 0 ? "" : " ")
                    .append(isName(words[i], next) ? words[i] : words[i].toLowerCase(Locale.ROOT));
        }
        return text.toString();
    }

    private static boolean isName(String word, String next) {
        boolean title = word.length() > 1
                && Character.isUpperCase(word.charAt(0))
                && word.substring(1).equals(word.substring(1).toLowerCase(Locale.ROOT));
        if (!title) {
            return true;
        }
        boolean adjective = ADJECTIVE_ENDINGS.stream().anyMatch(word.toLowerCase(Locale.ROOT)::endsWith);
        return word.endsWith("'s") || AFTER_EPONYMS.contains(next) && !adjective;
    }
}

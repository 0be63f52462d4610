package dev.apatite.reading.shared;

import java.util.ArrayList;
import java.util.List;

/** Splits a printed line of keywords. */
public final class Keywords {
    private static final int LONGEST = 120;

    private Keywords() {}

    /** The keywords between semicolons, else commas, else bullets, dashes or wide spaces. */
    public static List<String> split(String printed) {
        String text = printed.strip();
        String separator = " {3,}|\\t";
        for (String candidate : List.of(";", "[•·●|∙⋅]", ",", " [–—-] ", "\\. (?=\\p{Lu})")) {
            if (text.split(candidate, -1).length > 1) {
                separator = candidate;
                break;
            }
        }
        List<String> keywords = new ArrayList<>();
        for (String part : text.split(separator, -1)) {
            String keyword =
                    part.strip().replaceAll("^[*•·–—:-]\\s*|[.;,*\\s]+$", "").strip();
            if (!keyword.isEmpty() && keyword.length() <= LONGEST && !keywords.contains(keyword)) {
                keywords.add(keyword);
            }
        }
        return keywords;
    }
}

package dev.apatite.search;

import java.util.ArrayList;
import java.util.List;

/**
 * A paper that is about the same as another one, with the reason.
 *
 * @param score 0 to about 3; comparable among the papers related to one paper
 * @param concepts names of concepts that both are about, the most telling first
 * @param words what both have in title or abstract, the most telling first
 * @param references how many works both cite
 * @param cites whether it cites the other one
 * @param cited whether it is cited by the other one
 */
public record RelatedPaper(
        PaperCard paper,
        double score,
        List<String> concepts,
        List<String> words,
        int references,
        boolean cites,
        boolean cited) {
    private static final int MOST_NAMED = 4;

    public RelatedPaper {
        concepts = List.copyOf(concepts);
        words = List.copyOf(words);
    }

    /** Why, in words. */
    public String reason() {
        List<String> reasons = new ArrayList<>();
        if (cites) {
            reasons.add("cites this paper");
        }
        if (cited) {
            reasons.add("is cited by this paper");
        }
        if (!concepts.isEmpty()) {
            reasons.add("both are about "
                    + String.join(", ", concepts.subList(0, Math.min(MOST_NAMED, concepts.size()))));
        }
        if (references > 0) {
            reasons.add(references == 1 ? "both cite one work" : "both cite " + references + " works");
        }
        if (reasons.isEmpty()) {
            reasons.add("similar words: " + String.join(", ", words.subList(0, Math.min(MOST_NAMED, words.size()))));
        }
        return String.join("; ", reasons);
    }
}

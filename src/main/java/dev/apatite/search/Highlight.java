package dev.apatite.search;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sentence with what was searched in it.
 *
 * @param section the name of the field that it stands in: TITLE, ABSTRACT, CASE, REF, ...
 * @param heading the section's printed heading, null where none is printed
 * @param index the section's index in the paper, -1 where it stands in no section (the title, a reference)
 * @param start where the sentence begins in the section's text
 * @param page the page of its file on which it begins, from 1; null where that is not known
 * @param text the sentence; of a very long one what surrounds its first hit, with an ellipsis where it was cut
 * @param hits in order, apart from each other, counted in {@code text}
 */
public record Highlight(
        String section,
        @Nullable String heading,
        int index,
        int start,
        @Nullable Integer page,
        String text,
        List<TextRange> hits) {
    public Highlight {
        hits = List.copyOf(hits);
    }
}

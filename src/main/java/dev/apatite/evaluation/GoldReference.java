package dev.apatite.evaluation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A reference string with the fields that a reader or a publisher gave it.
 *
 * @param label the printed number, not part of {@code raw}
 * @param families the family names of all printed authors in order; empty where the gold has the names in one piece
 * @param names all authors as one printed piece, empty where there are none; null where the gold has them one by one
 */
record GoldReference(
        @Nullable String label,
        String raw,
        List<String> families,
        @Nullable String names,
        @Nullable String title,
        @Nullable String journal,
        @Nullable String year,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String firstPage,
        @Nullable String lastPage,
        @Nullable String doi) {}

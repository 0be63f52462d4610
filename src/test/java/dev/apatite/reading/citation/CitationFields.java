package dev.apatite.reading.citation;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of a citation before they are printed; names are pairs of family and given. */
record CitationFields(
        String group,
        List<String[]> authors,
        List<String[]> editors,
        boolean etAl,
        @Nullable String title,
        @Nullable String journal,
        String year,
        @Nullable String month,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String firstPage,
        @Nullable String lastPage,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String publisher,
        @Nullable String place) {}

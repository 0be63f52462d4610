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
        @Nullable String place) {
    /** The same article as a chapter. */
    CitationFields inBook(CitationFields book, List<String[]> bookEditors) {
        return new CitationFields(
                group,
                authors,
                bookEditors,
                etAl,
                title,
                book.title(),
                year,
                null,
                null,
                null,
                firstPage,
                lastPage,
                doi,
                null,
                book.publisher(),
                book.place());
    }

    CitationFields withYear(String other) {
        return new CitationFields(
                group, authors, editors, etAl, title, journal, other, month, volume, issue, firstPage, lastPage, doi,
                pmid, publisher, place);
    }
}

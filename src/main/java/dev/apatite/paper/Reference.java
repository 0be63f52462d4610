package dev.apatite.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the reference list. Fields are as printed, typing errors included; what is not printed is null.
 *
 * @param label as printed, without brackets or full stop ("1", "IV"); null in an unnumbered list
 * @param raw the whole printed entry without its label
 * @param workId the same for every reference in the corpus that cites the same work; null until reconciled
 */
public record Reference(
        @Nullable String label,
        String raw,
        List<PersonName> authors,
        @Nullable String title,
        @Nullable String journal,
        @Nullable Integer year,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String firstPage,
        @Nullable String lastPage,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String url,
        @Nullable String workId) {
    public Reference {
        authors = authors == null ? List.of() : List.copyOf(authors);
    }

    /** The same reference under another label. */
    public Reference withLabel(@Nullable String newLabel) {
        return new Reference(
                newLabel, raw, authors, title, journal, year, volume, issue, firstPage, lastPage, doi, pmid, url,
                workId);
    }

    /** The same reference, known to cite the work {@code newWorkId}. */
    public Reference withWorkId(@Nullable String newWorkId) {
        return new Reference(
                label, raw, authors, title, journal, year, volume, issue, firstPage, lastPage, doi, pmid, url,
                newWorkId);
    }
}

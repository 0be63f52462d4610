package dev.apatite.harvest;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper as Europe PMC's search tells of it.
 *
 * @param fullTextId the identifier that a full text is asked for by; null where there is none
 * @param freeAt addresses where the paper is free to read
 */
record HarvestCandidate(
        String source,
        String id,
        @Nullable String pmid,
        @Nullable String pmcid,
        @Nullable String doi,
        @Nullable String title,
        @Nullable String license,
        boolean openAccess,
        @Nullable String fullTextId,
        List<String> freeAt) {
    HarvestCandidate {
        freeAt = List.copyOf(freeAt);
    }

    /** How the paper is named in the ledger and to people. */
    String name() {
        return pmcid != null ? pmcid : source + ":" + id;
    }

    HarvestReport.Missing missing(String reason) {
        return new HarvestReport.Missing(name(), title, doi, reason, freeAt);
    }
}

package dev.apatite.harvest;

import java.io.IOException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where full texts are fetched from. */
interface ArticleSource {
    /** A full text as JATS, and the licence that its source names. */
    record FullText(byte[] jats, @Nullable String license) {}

    /** Whether this source may have a paper's full text; what certainly is not there is not asked for. */
    boolean mayHave(HarvestCandidate paper);

    /**
     * A paper's full text; empty where the source has none.
     *
     * @throws IOException where it does not answer or sends something else
     */
    Optional<FullText> fetch(HarvestCandidate paper) throws IOException, InterruptedException;
}

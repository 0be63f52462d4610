package dev.apatite.paper;

import dev.apatite.text.Folding;
import org.jspecify.annotations.Nullable;

/** Makes a paper's id: stable, {@code [a-z0-9._-]+}, safe in a path. */
public final class PaperId {
    private static final int LONGEST = 120;
    private static final String OF_CONTENT = "sha-";

    private PaperId() {}

    /** The id by the first of DOI, PMCID, PMID that is known, else by the content's hash. */
    public static String of(@Nullable String doi, @Nullable String pmcid, @Nullable String pmid, String contentHash) {
        if (doi != null && !slug(doi).isEmpty()) {
            return slug(doi);
        }
        if (pmcid != null && !slug(pmcid).isEmpty()) {
            return slug(pmcid);
        }
        if (pmid != null && !slug(pmid).isEmpty()) {
            return "pmid" + slug(pmid);
        }
        return OF_CONTENT + contentHash.substring(0, Math.min(16, contentHash.length()));
    }

    /** Whether the id was made of a file's content, for want of identifiers. */
    public static boolean isOfContent(String id) {
        return id.startsWith(OF_CONTENT);
    }

    /** Lower case, other characters to underscores, no leading or trailing dots (so that no path can be climbed). */
    public static String slug(String text) {
        String folded = Folding.plain(text)
                .replaceAll("[^a-z0-9._-]+", "_")
                .replaceAll("\\.{2,}", ".")
                .replaceAll("^[._-]+|[._-]+$", "");
        return folded.length() > LONGEST ? folded.substring(0, LONGEST) : folded;
    }
}

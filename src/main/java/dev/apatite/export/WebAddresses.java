package dev.apatite.export;

import dev.apatite.paper.Paper;
import org.jspecify.annotations.Nullable;

/** Where a paper stands on the web. */
public final class WebAddresses {
    private WebAddresses() {}

    /** By its DOI, else by PubMed Central, else by PubMed; null where none has it. */
    public static @Nullable String of(Paper paper) {
        if (paper.doi() != null) {
            return "https://doi.org/" + paper.doi();
        }
        if (paper.pmcid() != null) {
            return "https://pmc.ncbi.nlm.nih.gov/articles/" + paper.pmcid() + "/";
        }
        return paper.pmid() == null ? null : "https://pubmed.ncbi.nlm.nih.gov/" + paper.pmid() + "/";
    }
}

package dev.apatite.web.page;

import dev.apatite.paper.Finding;
import dev.apatite.search.SearchRequest;
import org.jspecify.annotations.Nullable;

/**
 * How sure the findings are that a page shows.
 *
 * @param state what the address asks for
 * @param shown what is shown: the same, or only the likely ones of it
 * @param likely the confidence from which on findings are likely
 * @param onlyLikely whether only likely ones are shown because the address says nothing of it
 * @param possible how many more there are that are possible only
 * @param share of the judged ones that is right, by what the judge says; null where none was judged
 */
public record Sureness(
        SearchState state,
        SearchRequest shown,
        double likely,
        boolean onlyLikely,
        long possible,
        @Nullable Double share) {
    /** The same search with all findings that are possible at least. */
    public String withPossible() {
        return state.with("minConfidence", "0");
    }

    /** The same search with likely findings only. */
    public String likelyOnly() {
        return state.withoutAll("minConfidence");
    }

    /** Whether findings are shown that are possible only. */
    public boolean isWide() {
        return !onlyLikely && likely > 0;
    }

    /** The rows that are shown, in a format of the API. */
    public SearchState exported() {
        return new SearchState(state.view(), shown);
    }

    /** "about two of three of these rows are right", and who says so. */
    public @Nullable String words() {
        return share == null
                ? null
                : CodeNames.share(share)
                        + " of the rows that no reader has checked are right, as measured on papers that it was not learned from";
    }

    /** Whether a finding is possible only. */
    public boolean isUnsure(Finding finding) {
        return isUnsure(finding, likely);
    }

    static boolean isUnsure(Finding finding, double likely) {
        Double confidence = finding.confidence();
        return confidence != null && confidence < likely;
    }
}

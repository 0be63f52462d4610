package dev.apatite.paper;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One author of the paper, in printed order; a group author has its whole name as {@code family}.
 *
 * @param given given names or initials as printed
 * @param orcid the bare sixteen-digit identifier with hyphens
 * @param affiliations the printed addresses
 */
public record Author(
        @Nullable String family,
        @Nullable String given,
        @Nullable String orcid,
        List<String> affiliations) {
    public Author {
        affiliations = affiliations == null ? List.of() : List.copyOf(affiliations);
    }

    /** An author without ORCID and affiliations. */
    public static Author of(@Nullable String family, @Nullable String given) {
        return new Author(family, given, null, List.of());
    }
}

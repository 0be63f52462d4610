package dev.apatite.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class AuthorComparisonTest {
    private static final String STONES = "Department of Stones, Utopia University, Utopia";
    private static final String SEA = "Sea College, Atlantis";

    @Test
    void anAddressCountsAtItsAuthorOnly() {
        AuthorComparison comparison = new AuthorComparison(
                List.of(author("Hall", null, STONES), author("Okri", null, STONES, SEA)),
                List.of(author("Hall", null, SEA), author("Okri", null, STONES)));
        assertThat(comparison.soft()).containsEntry("affiliations", new Score(1, 1, 2));
    }

    @Test
    void anAddressWithAPieceMoreIsAlike() {
        AuthorComparison comparison = new AuthorComparison(
                List.of(author("Hall", null, SEA)), List.of(author("Hall", null, "Sea College, 12 Quay, Atlantis")));
        assertThat(comparison.soft()).containsEntry("affiliations", new Score(1, 0, 0));
        assertThat(comparison.exact()).containsEntry("affiliations", new Score(0, 1, 1));
    }

    @Test
    void anOrcidIsRightOrWrong() {
        AuthorComparison comparison = new AuthorComparison(
                List.of(
                        author("Hall", "0000-0002-1825-0097"),
                        author("Okri", "0000-0001-5109-3700"),
                        author("Ray", null)),
                List.of(
                        author("Hall", "0000-0002-1825-0097"),
                        author("Okri", null),
                        author("Ray", "0000-0001-5109-3700")));
        assertThat(comparison.exact()).containsEntry("orcid", new Score(1, 1, 1));
    }

    private static Author author(String family, @Nullable String orcid, String... addresses) {
        return new Author(family, "A", orcid, List.of(addresses));
    }
}

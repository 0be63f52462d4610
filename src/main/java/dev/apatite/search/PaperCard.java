package dev.apatite.search;

import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PersonalName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A paper as a list shows it: what it takes to name it, without its text. */
public record PaperCard(
        String id,
        @Nullable String title,
        List<Author> authors,
        @Nullable String journal,
        @Nullable Integer year,
        @Nullable String volume,
        @Nullable String issue,
        @Nullable String firstPage,
        @Nullable String lastPage,
        @Nullable String doi,
        @Nullable String pmid,
        @Nullable String pmcid,
        String sourceFile) {
    public PaperCard {
        authors = authors == null ? List.of() : List.copyOf(authors);
    }

    /** The card of a paper. */
    public static PaperCard of(Paper paper) {
        return new PaperCard(
                paper.id(),
                paper.title(),
                paper.authors(),
                paper.journal(),
                paper.year(),
                paper.volume(),
                paper.issue(),
                paper.firstPage(),
                paper.lastPage(),
                paper.doi(),
                paper.pmid(),
                paper.pmcid(),
                paper.sourceFile());
    }

    /** The authors as Europe PMC prints them: {@code "Smith J, Jones AB"}. */
    public String authorString() {
        return String.join(", ", printedAuthors());
    }

    /** The same, "et al." in place of those behind the first so many. */
    public String authorString(int most) {
        List<String> printed = printedAuthors();
        return printed.size() <= most
                ? String.join(", ", printed)
                : String.join(", ", printed.subList(0, most)) + " et al.";
    }

    private List<String> printedAuthors() {
        return authors.stream()
                .map(each -> PersonalName.of(each).brief())
                .filter(each -> !each.isEmpty())
                .toList();
    }
}

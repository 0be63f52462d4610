package dev.apatite.works;

import dev.apatite.paper.Author;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Content;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Papers that are nothing but a title and what they cite. */
final class CitingPapers {
    private CitingPapers() {}

    static Paper paper(
            String id, @Nullable String title, @Nullable String doi, List<String> related, List<Reference> references) {
        Bibliography bibliography = new Bibliography(
                title,
                List.of(Author.of("Marlow", "P")),
                null,
                2011,
                null,
                null,
                null,
                null,
                doi,
                null,
                null,
                List.of(),
                "en",
                related,
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
        return Paper.read(id, id + ".txt", "0", bibliography, Content.ofReferences(references));
    }
}

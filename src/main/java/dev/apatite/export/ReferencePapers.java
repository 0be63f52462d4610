package dev.apatite.export;

import dev.apatite.paper.Author;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Content;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import dev.apatite.paper.Reference;
import java.util.List;

/** A printed reference as a paper of which nothing but its bibliography is known, so that it is exported like one. */
public final class ReferencePapers {
    private ReferencePapers() {}

    /** Where the reference could not be taken apart, its whole text is the title. */
    public static Paper of(Reference reference) {
        Bibliography bibliography = new Bibliography(
                reference.title() == null ? reference.raw() : reference.title(),
                reference.authors().stream()
                        .map(each -> Author.of(each.family(), each.given()))
                        .toList(),
                reference.journal(),
                reference.year(),
                reference.volume(),
                reference.issue(),
                reference.firstPage(),
                reference.lastPage(),
                reference.doi(),
                reference.pmid(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                List.of(),
                null,
                null,
                null,
                List.of(),
                List.of());
        String content = Integer.toHexString(reference.raw().hashCode());
        String id = PaperId.of(reference.doi(), null, reference.pmid(), content);
        return Paper.read(id, "", content, bibliography, new Content(List.of(), List.of(), List.of(), List.of()));
    }
}

package dev.apatite.review;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Takes what readers said along when a paper gets another id: a DOI that was read at last, or one that was put right. A
 * paper that is there no more under its id is sought by the content that its id was made of, and by the file that it was
 * read from; a mark follows only where its sentence stands in the paper that is found.
 */
public final class PaperMoves {
    private final Reviews reviews;

    /** What papers there are. */
    public interface Known {
        /** Whether there is a paper with this id. */
        boolean has(String id);

        /** The paper of a file whose content an id was made of ({@link PaperId#isOfContent}). */
        Optional<Paper> ofContent(String id);

        /** The paper that is read from a file, relative to the corpus. */
        Optional<Paper> ofFile(String file);
    }

    /** Over what readers said, in which the moves are kept. */
    public PaperMoves(Reviews reviews) {
        this.reviews = reviews;
    }

    /** Whether readers said anything, so that there is something to move. */
    public boolean isNeeded() {
        return !reviews.all().isEmpty() || !reviews.lists().all().isEmpty();
    }

    /**
     * Moves all that can be moved; what cannot stays as it is.
     *
     * @return how many papers were found under another id
     * @throws ReviewException where the moves cannot be written
     */
    public int follow(Known papers) {
        Set<String> moved = new TreeSet<>();
        for (Mark mark : List.copyOf(reviews.all())) {
            if (papers.has(mark.paper())) {
                continue;
            }
            now(mark.paper(), Optional.ofNullable(mark.file()), papers)
                    .filter(paper -> SentencePlace.of(paper, mark.sentence()).isPresent())
                    .ifPresent(paper -> {
                        reviews.add(mark.moved(paper, finding(paper, mark)));
                        reviews.add(mark.takenBack());
                        moved.add(mark.paper());
                    });
        }
        for (PaperList list : reviews.lists().all()) {
            list.papers().forEach((id, said) -> {
                if (!papers.has(id)) {
                    now(id, Optional.empty(), papers).ifPresent(paper -> {
                        move(said.values(), paper);
                        moved.add(id);
                    });
                }
            });
        }
        return moved.size();
    }

    private void move(Collection<ListEntry> said, Paper paper) {
        said.forEach(each -> reviews.lists().keep(each.moved(paper)));
        said.stream().findFirst().ifPresent(each -> reviews.lists().keep(each.removed(each.time())));
    }

    private static Optional<Paper> now(String id, Optional<String> file, Known papers) {
        Optional<Paper> same = PaperId.isOfContent(id) ? papers.ofContent(id) : Optional.empty();
        return same.or(() -> file.flatMap(papers::ofFile));
    }

    /** The finding that the mark was made on; one that is stated no more keeps what its id was made of. */
    private static String finding(Paper paper, Mark mark) {
        return paper.findings().stream()
                .filter(each -> ReaderRevisions.isOf(mark, each))
                .map(Finding::id)
                .findFirst()
                .orElseGet(() -> Finding.idOf(paper.id(), mark.treatment(), mark.response(), mark.sentence()));
    }
}

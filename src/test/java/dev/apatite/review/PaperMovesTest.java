package dev.apatite.review;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What readers said, when a paper is there under another id. */
class PaperMovesTest {
    private static final String HELPED = "Diltiazem cleared the lesions of the hand.";
    private static final String OF_CONTENT = "sha-0123456789abcdef";
    private static final String TIME = "2026-01-02T03:04:05Z";

    @TempDir
    @SuppressWarnings("NullAway.Init")
    private Path folder;

    @SuppressWarnings("NullAway.Init")
    private Reviews reviews;

    @BeforeEach
    void open() {
        reviews = Reviews.open(folder);
    }

    private static Paper helped(String id, String sentence) {
        return paper(id)
                .title("Diltiazem")
                .section(SectionKind.CASE, null, sentence)
                .finding("diltiazem", Response.COMPLETE_RESPONSE, true, 1, sentence)
                .build()
                .withSourceFile("case.txt");
    }

    private void mark(Paper paper, Verdict verdict, String reader) {
        Finding row = paper.findings().getFirst();
        Mark.By by = new Mark.By(reader, "read twice", TIME, false);
        reviews.add(Mark.of(paper, row, verdict, Mark.Correction.NONE, by));
    }

    /** One paper, which knows the content of {@link #OF_CONTENT} and its own file. */
    private record One(Paper paper) implements PaperMoves.Known {
        @Override
        public boolean has(String id) {
            return paper.id().equals(id);
        }

        @Override
        public Optional<Paper> ofContent(String id) {
            return id.equals(OF_CONTENT) ? Optional.of(paper) : Optional.empty();
        }

        @Override
        public Optional<Paper> ofFile(String file) {
            return paper.sourceFile().equals(file) ? Optional.of(paper) : Optional.empty();
        }
    }

    private int follow(Paper now) {
        return new PaperMoves(reviews).follow(new One(now));
    }

    @Test
    void marksFollowAPaperWhoseDoiIsReadAtLast() {
        mark(helped(OF_CONTENT, HELPED), Verdict.WRONG, "ann");
        mark(helped(OF_CONTENT, HELPED), Verdict.RIGHT, "ben");
        Paper now = helped("10.1000_case", HELPED);
        assertThat(follow(now)).isEqualTo(1);
        assertThat(reviews.byPaper()).containsOnlyKeys("10.1000_case");
        assertThat(reviews.allOf(now.findings().getFirst().id()))
                .extracting(Mark::reader, Mark::verdict, Mark::note, Mark::time)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("ann", Verdict.WRONG, "read twice", TIME),
                        org.assertj.core.groups.Tuple.tuple("ben", Verdict.RIGHT, "read twice", TIME));
        // The log says so too, and nothing is left to move.
        assertThat(Reviews.open(folder).byPaper()).containsOnlyKeys("10.1000_case");
        assertThat(follow(now)).isZero();
    }

    @Test
    void marksFollowAFileWhoseDoiIsPutRight() {
        mark(helped("10.1000_wrong", HELPED), Verdict.WRONG, "ann");
        Paper now = helped("10.1000_right", HELPED);
        assertThat(follow(now)).isEqualTo(1);
        assertThat(new ReaderRevisions(reviews).of(now).paper().findings()).isEmpty();
    }

    @Test
    void aMarkStaysWhereItsSentenceIsNotInThePaper() {
        mark(helped("10.1000_wrong", HELPED), Verdict.WRONG, "ann");
        assertThat(follow(helped("10.1000_other", "Quite another text stands here.")))
                .isZero();
        assertThat(reviews.byPaper()).containsOnlyKeys("10.1000_wrong");
    }

    @Test
    void aRowThatAReaderAddedFollowsAsItIs() {
        Paper before = helped(OF_CONTENT, HELPED);
        Finding added = before.findings().getFirst().renamed("sha-0123456789abcdef-00112233445566");
        reviews.add(Mark.of(before, added, Verdict.ADDED, Mark.Correction.NONE, new Mark.By("ann", null, TIME, false)));
        Paper bare =
                paper("10.1000_case").section(SectionKind.CASE, null, HELPED).build();
        follow(bare);
        assertThat(new ReaderRevisions(reviews).of(bare).paper().findings())
                .extracting(Finding::treatment)
                .containsExactly("diltiazem");
    }

    @Test
    void listsKeepThePaperWithWhatWasDecidedOfIt() {
        ListEntry listed = ListEntry.of("mine", OF_CONTENT, "Diltiazem", "ann", TIME);
        reviews.lists().keep(listed);
        reviews.lists().keep(listed.decided(Decision.EXCLUDE, "a child", TIME));
        follow(helped("10.1000_case", HELPED));
        PaperList list = reviews.lists().of("mine").orElseThrow();
        assertThat(list.papers()).containsOnlyKeys("10.1000_case");
        assertThat(list.prisma().reasons()).containsEntry("a child", 1);
    }
}

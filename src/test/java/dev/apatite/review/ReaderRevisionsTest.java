package dev.apatite.review;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.Papers;
import dev.apatite.paper.Finding;
import dev.apatite.paper.FindingSource;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.Revision;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Statement;
import java.nio.file.Path;
import java.util.List;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What marks make of a paper, also when its rows are others than those that were marked. */
class ReaderRevisionsTest {
    private static final String HELPED = "Diltiazem reduced the pain.";
    private static final String FAILED = "Warfarin had no effect.";

    @TempDir
    private Path index;

    private Reviews reviews;
    private ReaderRevisions revisions;

    @BeforeEach
    void open() {
        reviews = Reviews.open(index);
        revisions = new ReaderRevisions(reviews);
    }

    private static Papers text(String paragraph) {
        return paper("p").section(SectionKind.CASE, null, paragraph);
    }

    private static Paper found() {
        return text(HELPED + " " + FAILED)
                .finding("diltiazem", Response.PARTIAL_RESPONSE, true, 1, HELPED)
                .finding("warfarin", Response.NO_RESPONSE, true, 1, FAILED)
                .build();
    }

    private void say(Finding row, Verdict verdict, Mark.Correction correction, String reader) {
        reviews.add(
                Mark.of(found(), row, verdict, correction, new Mark.By(reader, null, "2026-01-02T03:04:05Z", false)));
    }

    private void say(Finding row, Verdict verdict) {
        say(row, verdict, Mark.Correction.NONE, "");
    }

    private static Finding anew(Finding row, String id) {
        return ReaderRevisions.row(
                        id,
                        row.treatment(),
                        row.response(),
                        row.own(),
                        row.patient(),
                        new Statement(row.section(), row.start(), row.end(), row.sentence()))
                .judged(0.4, null, null, List.of());
    }

    @Test
    void withoutMarksAPaperIsAsItWas() {
        assertThat(revisions.of(found()).isNone()).isTrue();
        assertThat(revisions.of(found()).paper()).isEqualTo(found());
    }

    @Test
    void aMarkFindsItsRowUnderAnotherIdByWhatItSays() {
        say(found().findings().getFirst(), Verdict.WRONG);
        Finding renamed = anew(found().findings().getFirst(), "p-renamed");
        Revision revision = revisions.of(text(HELPED).finding(renamed).build());
        assertThat(revision.struck()).containsExactly(renamed);
        assertThat(revision.paper().findings()).isEmpty();
    }

    @Test
    void aLaterMarkOnTheNewIdIsTheOneThatCounts() {
        say(found().findings().getFirst(), Verdict.RIGHT);
        Finding renamed = anew(found().findings().getFirst(), "p-renamed");
        say(renamed, Verdict.WRONG);
        assertThat(revisions.of(text(HELPED).finding(renamed).build()).paper().findings())
                .isEmpty();
    }

    @Test
    void aConfirmedRowThatTheProgramNoLongerFindsStandsWhereItsSentenceNowIs() {
        say(found().findings().get(1), Verdict.RIGHT);
        Paper later =
                text("Words before it. Warfarin  had no\u00a0effect. More.").build();
        assertThat(revisions.of(later).paper().findings()).singleElement().satisfies(row -> {
            assertThat(row.source()).isEqualTo(FindingSource.READER);
            assertThat(row.confidence()).isNull();
            assertThat(row.sentence()).isEqualTo("Warfarin  had no\u00a0effect.");
            assertThat(later.textOf(row.section()).substring(row.start(), row.end()))
                    .isEqualTo(row.sentence());
        });
    }

    @Test
    void aRowWhoseSentenceIsGoneCountsNoMoreButItsMarkIsKept() {
        say(found().findings().get(1), Verdict.RIGHT);
        assertThat(revisions.of(text("Something else.").build()).paper().findings())
                .isEmpty();
        assertThat(reviews.all()).hasSize(1);
    }

    @Test
    void whatAReaderReadTakesThePlaceOfWhatTheProgramSaysThereNow() {
        say(found().findings().getFirst(), Verdict.RIGHT);
        Paper program = text(HELPED)
                .finding("warfarin", Response.MIXED, true, 1, HELPED)
                .finding("diltiazem", Response.PROGRESSION, true, 1, HELPED)
                .finding("diltiazem", Response.ADVERSE_EVENT, true, 1, HELPED)
                .build();
        Paper other = program.annotated(List.of(), List.of(), program.findings().subList(1, 3));
        assertThat(revisions.of(other).paper().findings())
                .extracting(Finding::response, Finding::source)
                .containsExactlyInAnyOrder(
                        Tuple.tuple(Response.PARTIAL_RESPONSE, FindingSource.READER),
                        Tuple.tuple(Response.ADVERSE_EVENT, FindingSource.PROGRAM));
    }

    @Test
    void aCorrectionChangesWhatIsSaidAndOfOnePatientHowManyResponded() {
        say(
                found().findings().get(1),
                Verdict.CORRECTED,
                new Mark.Correction("phenprocoumon", Response.COMPLETE_RESPONSE, null, null),
                "");
        assertThat(revisions.of(found()).paper().findings().get(1)).satisfies(row -> {
            assertThat(row.treatment()).isEqualTo("phenprocoumon");
            assertThat(row.concept()).isNull();
            assertThat(row.response()).isEqualTo(Response.COMPLETE_RESPONSE);
            assertThat(row.responding()).isEqualTo(1);
            assertThat(row.id()).isEqualTo("p-1");
        });
    }

    @Test
    void whatReadersDisagreeOnStaysAsTheProgramHasIt() {
        say(found().findings().getFirst(), Verdict.WRONG, Mark.Correction.NONE, "ann");
        say(found().findings().getFirst(), Verdict.RIGHT, Mark.Correction.NONE, "bob");
        Revision revision = revisions.of(found());
        assertThat(revision.paper()).isEqualTo(found());
        assertThat(revision.marks()).containsEntry("p-0", ReaderRevisions.DISPUTED);
    }
}

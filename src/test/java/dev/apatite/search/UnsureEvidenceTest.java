package dev.apatite.search;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.index.IndexUpdate;
import dev.apatite.index.PaperIndex;
import dev.apatite.index.Papers;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Finding;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Findings that no index keeps, worked out when they are asked for. */
class UnsureEvidenceTest {
    private static final String SURE = "Diltiazem helped.";
    private static final String UNSURE = "Warfarin may have helped.";

    @TempDir
    private Path folder;

    private PaperIndex index;
    private Searcher searcher;

    @BeforeEach
    void open() {
        Vocabulary vocabulary = Vocabulary.builtIn();
        index = PaperIndex.open(folder, vocabulary);
        try (IndexUpdate update = index.update()) {
            IntStream.range(0, 30)
                    .mapToObj(UnsureEvidenceTest::kept)
                    .forEach(each -> update.put(each, Papers.provenance(each)));
            update.commit();
        }
        searcher = new EmbeddedSearcher(index, vocabulary, Semantics.none(), new EveryFinding() {
            @Override
            public double kept() {
                return 0.3;
            }

            @Override
            public List<Finding> of(Paper paper) {
                return whole(Integer.parseInt(paper.id().substring(1))).findings();
            }
        });
    }

    @AfterEach
    void close() {
        searcher.close();
        index.close();
    }

    private static String word(int number) {
        return number < 4 ? "few" : "many";
    }

    private static Paper kept(int number) {
        return judged(
                paper("p" + number)
                        .title("Calcinosis in " + word(number))
                        .section(SectionKind.CASE, null, SURE + " " + UNSURE)
                        .mentions(MentionType.TREATMENT, "warfarin", "Warfarin", Assertion.AFFIRMED)
                        .finding("diltiazem", Response.PARTIAL_RESPONSE, true, null, SURE)
                        .build(),
                0.8);
    }

    private static Paper whole(int number) {
        return judged(
                paper("p" + number)
                        .section(SectionKind.CASE, null, SURE + " " + UNSURE)
                        .finding("diltiazem", Response.PARTIAL_RESPONSE, true, null, SURE)
                        .finding("warfarin", Response.PARTIAL_RESPONSE, true, null, UNSURE)
                        .build(),
                0.1);
    }

    private static Paper judged(Paper paper, double confidence) {
        List<Finding> rows = new ArrayList<>();
        paper.findings().forEach(each -> rows.add(each.judged(confidence, null, null, List.of())));
        return paper.annotated(paper.mentions(), paper.patients(), rows);
    }

    private static SearchRequest asked(String query, String least) {
        return SearchRequest.of(query).filter("minConfidence", least);
    }

    @Test
    void few_papers_give_all_that_they_may_state() {
        AllEvidence all = searcher.allEvidence(asked("few", "0"));
        assertThat(all.unsure()).isEqualTo(new AllEvidence.Unsure(4, 25, true));
        assertThat(all.response().hitCount()).isEqualTo(8);
        assertThat(all.response().rows())
                .extracting(each -> each.finding().treatment())
                .containsOnly("diltiazem", "warfarin");
        assertThat(all.response().rows())
                .filteredOn(each -> each.finding().treatment().equals("diltiazem"))
                .allSatisfy(each -> assertThat(each.finding().confidence()).isEqualTo(0.8));
        assertThat(all.response().facets().get("treatment"))
                .extracting(FacetValue::label)
                .contains("warfarin");
    }

    @Test
    void filters_choose_among_them_and_the_least_confidence_holds() {
        assertThat(searcher.allEvidence(asked("few", "0").filter("treatment", "warfarin"))
                        .response()
                        .hitCount())
                .isEqualTo(4);
        assertThat(searcher.allEvidence(asked("few", "0.2")).response().hitCount())
                .isEqualTo(4);
    }

    @Test
    void pages_follow_each_other() {
        SearchRequest request = asked("few", "0").withPageSize(3);
        List<String> ids = new ArrayList<>();
        String cursor = SearchRequest.FIRST_PAGE;
        while (cursor != null) {
            EvidenceResponse page =
                    searcher.allEvidence(request.withCursor(cursor)).response();
            page.rows()
                    .forEach(each -> ids.add(each.paper().id() + each.finding().treatment()));
            cursor = page.nextCursor();
        }
        assertThat(ids).hasSize(8).doesNotHaveDuplicates();
    }

    @Test
    void of_too_many_papers_those_that_are_kept_are_given_and_it_is_said() {
        AllEvidence all = searcher.allEvidence(asked("", "0"));
        assertThat(all.unsure()).isEqualTo(new AllEvidence.Unsure(30, 25, false));
        assertThat(all.response().hitCount()).isEqualTo(30);
        assertThatThrownBy(() -> searcher.forEachOfAllFindings(asked("", "0"), 25, row -> {}))
                .isInstanceOf(BadRequest.class)
                .hasMessageContaining("25 papers at most, and the search finds 30");
    }

    @Test
    void a_terminal_reads_as_many_papers_anew_as_there_are() {
        List<String> rows = new ArrayList<>();
        searcher.forEachOfAllFindings(
                asked("", "0"), Integer.MAX_VALUE, row -> rows.add(row.paper().id()));
        assertThat(rows).hasSize(60);
    }

    @Test
    void nothing_is_read_anew_where_all_that_is_asked_for_is_kept() {
        assertThat(searcher.allEvidence(asked("few", "0.3")).unsure()).isNull();
        assertThat(searcher.allEvidence(SearchRequest.of("few")).unsure()).isNull();
        assertThat(searcher.allEvidence(SearchRequest.of("few")).response().hitCount())
                .isEqualTo(4);
    }
}

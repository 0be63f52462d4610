package dev.apatite.export;

import static dev.apatite.export.Goldens.bare;
import static dev.apatite.export.Goldens.full;
import static dev.apatite.export.Goldens.golden;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.review.Decision;
import dev.apatite.review.ListEntry;
import dev.apatite.review.Mark;
import dev.apatite.review.PaperList;
import dev.apatite.review.PaperLists;
import dev.apatite.review.Reviews;
import dev.apatite.review.Verdict;
import dev.apatite.search.AntibodyChip;
import dev.apatite.search.Concepts;
import dev.apatite.search.EvidenceRow;
import dev.apatite.search.Expansion;
import dev.apatite.search.FacetValue;
import dev.apatite.search.FindingChip;
import dev.apatite.search.Highlight;
import dev.apatite.search.Hit;
import dev.apatite.search.PaperCard;
import dev.apatite.search.PatientRow;
import dev.apatite.search.RelatedPaper;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.SentenceRow;
import dev.apatite.search.TextRange;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Findings, patients, marks, lists and hits as they leave the house, each to a byte. */
class RowExportsTest {
    private static final String THEN = "2026-01-02T03:04:05Z";
    private static final ObjectMapper PRETTY =
            new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT).findAndRegisterModules();

    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private static Mark mark(Verdict verdict, Mark.Correction correction, String reader, String note) {
        Paper paper = full();
        return Mark.of(paper, paper.findings().getFirst(), verdict, correction, new Mark.By(reader, note, THEN, false));
    }

    private static Mark corrected() {
        return mark(
                Verdict.CORRECTED,
                new Mark.Correction("sodium thiosulfate", Response.PARTIAL_RESPONSE, false, "rash"),
                "=jane",
                "said of \"both\" drugs,\nnot one");
    }

    private static List<EvidenceRow> findings() {
        Paper paper = full();
        Finding finding = paper.findings().getFirst();
        return List.of(
                new EvidenceRow(
                        PaperCard.of(paper), finding, SectionKind.CASE, "Case", 3, List.of("w1", "w2"), "corrected"),
                new EvidenceRow(PaperCard.of(bare()), finding.renamed("bare-1"), null, null, null, List.of(), null));
    }

    @ParameterizedTest
    @EnumSource(value = RowFormat.class, names = "PHENOPACKETS", mode = EnumSource.Mode.EXCLUDE)
    void findings(RowFormat format) throws IOException {
        Reviews reviews = Reviews.open(folder);
        reviews.add(corrected());
        reviews.add(mark(Verdict.WRONG, Mark.Correction.NONE, "", "no name"));
        StringBuilder out = new StringBuilder();
        try (Export<EvidenceRow> export = format.evidence(out, reviews)) {
            for (EvidenceRow each : findings()) {
                export.add(each);
            }
        }
        golden("findings." + format.code(), out.toString());
    }

    @Test
    void findingsAreNoPhenopackets() {
        assertThatThrownBy(() -> RowFormat.PHENOPACKETS.evidence(new StringBuilder(), Reviews.open(folder)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @EnumSource(RowFormat.class)
    void patients(RowFormat format) throws IOException {
        Paper paper = full();
        StringBuilder out = new StringBuilder();
        try (Export<PatientRow> export = format.patients(out, new Concepts(Vocabulary.builtIn()))) {
            export.add(new PatientRow(PaperCard.of(paper), paper.patients().getFirst(), paper.findings()));
        }
        golden("patients." + format.code(), out.toString().replaceAll("\"created\":\"[^\"]+\"", "\"created\":\"\""));
    }

    @ParameterizedTest(name = "{0} is a format with the media type {1}, in files *.{2}")
    @CsvSource({
        "csv, text/csv, csv",
        "JSONL, application/jsonl, jsonl",
        "Phenopackets, application/jsonl, phenopackets.jsonl",
    })
    void aFormatIsAskedForByItsName(String name, String mediaType, String extension) {
        assertThat(RowFormat.of(name)).hasValueSatisfying(format -> {
            assertThat(format.mediaType()).isEqualTo(mediaType);
            assertThat(format.extension()).isEqualTo(extension);
        });
    }

    @Test
    void aFormatOfAnotherNameIsNone() {
        assertThat(RowFormat.of("xlsx")).isEmpty();
    }

    @Test
    void marks() throws IOException {
        StringBuilder out = new StringBuilder();
        try (MarksCsvExport export = new MarksCsvExport(out)) {
            export.add(corrected());
            export.add(mark(Verdict.RIGHT, Mark.Correction.NONE, "", "-"));
        }
        golden("marks.csv", out.toString());
    }

    @Test
    void marksComeBackAsTheyWent() throws IOException {
        StringBuilder out = new StringBuilder();
        try (MarksCsvExport export = new MarksCsvExport(out)) {
            export.add(corrected());
        }
        Reviews reviews = Reviews.open(folder);
        assertThat(read(reviews, null, out.toString())).isEqualTo(new MarksCsvImport.Outcome(1, 0, List.of()));
        assertThat(reviews.allOf(corrected().finding())).containsExactly(corrected());
        assertThat(read(reviews, null, out.toString())).isEqualTo(new MarksCsvImport.Outcome(0, 1, List.of()));
    }

    private static MarksCsvImport.Outcome read(Reviews reviews, @Nullable String only, String table)
            throws IOException {
        MarksCsvImport.Papers papers = new MarksCsvImport.Papers() {
            @Override
            public Optional<Paper> paper(String id) {
                return Optional.of(full()).filter(each -> each.id().equals(id));
            }

            @Override
            public List<Finding> rows(Paper paper) {
                return paper.findings();
            }
        };
        return new MarksCsvImport(papers, reviews, only, THEN).read(new StringReader(table));
    }

    private static final String MARK_HEAD =
            "paper,verdict,treatment,response,sentence,reader,time,own,correct_own,note\n";
    private static final String SAID = "The calcinosis cleared with diltiazem.";

    @ParameterizedTest(name = "{0} is refused for its {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "nobody,right,diltiazem,complete_response,S,,,,,        | paper     | there is no paper nobody here",
                "P,maybe,diltiazem,complete_response,S,,,,,             | verdict   | verdict is right, wrong, corrected, added or none, not \"maybe\"",
                "P,undone,diltiazem,complete_response,S,,,,,            | verdict   | verdict is right, wrong, corrected, added or none, not \"undone\"",
                "P,right,,complete_response,S,,,,,                      | treatment | the column treatment is empty",
                "P,right,diltiazem,cured,S,,,,,                         | response  | there is no response \"cured\"",
                "P,right,aspirin,complete_response,Never printed.,,,,,  | sentence  | the sentence does not stand in the text of the paper 10.1000_open_a",
                "P,right,diltiazem,complete_response,S,,yesterday,,,    | time      | time is in ISO 8601 with UTC (2026-01-02T03:04:05Z), not \"yesterday\"",
                "P,corrected,diltiazem,complete_response,S,,,,,         | correct_treatment | a correction says what is right, and this row does not",
                "P,corrected,diltiazem,complete_response,S,,,,perhaps,  | correct_own | correct_own is true or false, not \"perhaps\"",
            })
    void aRowThatMakesNoSenseIsNamed(String row, String column, String message) throws IOException {
        String table = MARK_HEAD + row.replace("P,", "10.1000_open_a,").replace(",S,", ",\"" + SAID + "\",") + "\n";
        MarksCsvImport.Outcome outcome = read(Reviews.open(folder), null, table);
        assertThat(outcome)
                .isEqualTo(new MarksCsvImport.Outcome(0, 0, List.of(new MarksCsvImport.Problem(1, column, message))));
    }

    @Test
    void aCorrectionMaySayInItsNoteAloneWhatIsWrong() throws IOException {
        Reviews reviews = Reviews.open(folder);
        assertThat(read(
                                reviews,
                                null,
                                MARK_HEAD + "10.1000_open_a,corrected,diltiazem,complete_response," + SAID
                                        + ",,,,,it was the other knee\n")
                        .kept())
                .isOne();
    }

    @Test
    void whoSignedInMarksInNoOtherName() throws IOException {
        Reviews reviews = Reviews.open(folder);
        String row = "10.1000_open_a,right,diltiazem,complete_response," + SAID;
        assertThat(read(reviews, "jane", MARK_HEAD + row + ",john,,,,\n" + row + ",,,,,\n"))
                .isEqualTo(new MarksCsvImport.Outcome(
                        1,
                        0,
                        List.of(new MarksCsvImport.Problem(
                                1, "reader", "this is a mark of john, and jane signed in"))));
        assertThat(reviews.allOf(full().findings().getFirst().id()))
                .singleElement()
                .satisfies(mark -> {
                    assertThat(mark.reader()).isEqualTo("jane");
                    assertThat(mark.time()).isEqualTo(THEN);
                });
    }

    @Test
    void aRowOfAReadersOwnStandsWhereItsSentenceDoes() throws IOException {
        Reviews reviews = Reviews.open(folder);
        String row = "10.1000_open_a,added,prednisone,no_response,A girl was treated (p < 0.05) with 100% success.";
        assertThat(read(reviews, null, MARK_HEAD + row + ",,,no,,\n" + row.replace("no_", "partial_") + ",,,,,\n")
                        .kept())
                .isEqualTo(2);
        assertThat(reviews.all())
                .extracting(mark -> mark.treatment() + " " + mark.response().code() + " "
                        + Objects.requireNonNull(mark.row()).own() + " "
                        + Objects.requireNonNull(mark.row()).section())
                .containsExactlyInAnyOrder("prednisone no_response false 0", "prednisone partial_response true 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"paper;verdict\n1;2\n", "", "nothing at all"})
    void aTableWithoutItsColumnsIsRefusedWhole(String table) throws IOException {
        MarksCsvImport.Outcome outcome = read(Reviews.open(folder), null, table);
        assertThat(outcome.kept()).isZero();
        assertThat(outcome.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.row()).isZero();
            assertThat(problem.message()).startsWith("the head line names no column paper, verdict, treatment");
        });
    }

    @Test
    void aTableOfAnySpreadsheetIsRead() throws IOException {
        String table = "\uFEFFSENTENCE,Verdict , paper,treatment,response\r\n\r\n" + SAID
                + ", WRONG ,10.1000_open_a,Diltiazem,Complete_Response\r\n";
        assertThat(read(Reviews.open(folder), null, table)).isEqualTo(new MarksCsvImport.Outcome(1, 0, List.of()));
    }

    private PaperList list() {
        PaperLists lists = PaperLists.open(folder);
        ListEntry put = ListEntry.of("screen", "10.1000_open_a", "Diltiazem", "jane", THEN);
        lists.keep(
                put.noted("seen\ntwice", List.of("bone", "a; b"), THEN).decided(Decision.EXCLUDE, "no patient", THEN));
        lists.keep(
                ListEntry.of("screen", "10.1000_open_a", "Diltiazem", "", THEN).decided(Decision.INCLUDE, null, THEN));
        lists.keep(ListEntry.of("screen", "gone", "+ A paper that left", "jane", THEN));
        return lists.of("screen").orElseThrow();
    }

    private static Optional<Paper> found(String id) {
        return Optional.of(full()).filter(each -> each.id().equals(id));
    }

    @Test
    void listsAsTables() throws IOException {
        StringBuilder out = new StringBuilder();
        new ListCsv(RowExportsTest::found).write(list(), out);
        golden("list.csv", out.toString());
    }

    @Test
    void listsAsRis() throws IOException {
        StringBuilder out = new StringBuilder();
        ListRis.write(list(), RowExportsTest::found, out);
        golden("list.ris", out.toString());
    }

    @ParameterizedTest(name = "{0} is refused for its {1}: {2}")
    @CsvSource(
            delimiter = '|',
            value = {
                "gone,include,,    | paper    | there is no paper gone here",
                "P,perhaps,,       | decision | decision is include, exclude or open, not \"perhaps\"",
                "P,include,john,   | reader   | this is a decision of john, and jane signed in",
            })
    void aDecisionThatMakesNoSenseIsNamed(String row, String column, String message) throws IOException {
        PaperLists lists = PaperLists.open(folder);
        MarksCsvImport.Outcome outcome = new ListCsv(RowExportsTest::found)
                .read(
                        new StringReader("paper,decision,reader,tags\n" + row.replace("P,", "10.1000_open_a,") + "\n"),
                        "screen",
                        lists,
                        "jane",
                        THEN);
        assertThat(outcome.problems()).containsExactly(new MarksCsvImport.Problem(1, column, message));
        assertThat(outcome.kept()).isZero();
        assertThat(lists.all()).isEmpty();
    }

    @Test
    void decisionsAreTakenFromATable() throws IOException {
        PaperLists lists = PaperLists.open(folder);
        String table = "paper,decision,reason,note,tags\n10.1000_open_a,Exclude,too old,seen,\"bone; , skin,bone\"\n";
        ListCsv csv = new ListCsv(RowExportsTest::found);
        assertThat(csv.read(new StringReader(table), "screen", lists, "jane", THEN)
                        .kept())
                .isOne();
        assertThat(csv.read(new StringReader(table), "screen", lists, "jane", THEN)
                        .unchanged())
                .isOne();
        assertThat(lists.of("screen").orElseThrow().by("jane", "10.1000_open_a"))
                .isEqualTo(new ListEntry(
                        "screen",
                        "10.1000_open_a",
                        full().title(),
                        "jane",
                        true,
                        Decision.EXCLUDE,
                        "too old",
                        "seen",
                        List.of("bone", "skin"),
                        THEN));
    }

    private static Hit hit(Paper paper, float score) {
        return new Hit(
                PaperCard.of(paper),
                List.of("warfarin"),
                false,
                score,
                2,
                1,
                List.of(new Highlight(
                        "CASE",
                        "Case",
                        1,
                        6,
                        3,
                        "p < 0.05 & clear",
                        List.of(new TextRange(0, 1), new TextRange(9, 10)))),
                List.of(new FindingChip("diltiazem", Response.COMPLETE_RESPONSE, true)),
                List.of(new AntibodyChip("anti-Scl-70", AntibodyStatus.POSITIVE)));
    }

    @Test
    void hitsOfManyQueries() throws IOException {
        StringBuilder out = new StringBuilder();
        BatchCsv table = new BatchCsv(out);
        table.add("q1", "calcinosis", List.of(hit(full(), 1.5f), hit(bare(), 0.25f)));
        table.add("q2", "=nothing", List.of());
        golden("batch.csv", out.toString());
    }

    @Test
    void aRunForEvaluators() throws IOException {
        StringBuilder out = new StringBuilder();
        TrecRun.write(out, "q1", List.of(hit(full(), 1.5f), hit(bare(), 0.25f), hit(bare(), 0)));
        golden("run.trec", out.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed"})
    void aTopicIsAWord(String topic) {
        assertThatThrownBy(() -> TrecRun.write(new StringBuilder(), topic, List.of()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aFeed() throws IOException {
        golden(
                "search.atom",
                SearchFeed.of(
                        new SearchFeed.Head("calcinosis & more", "http://here/feed", "http://here", THEN),
                        List.of(
                                new SearchFeed.Entry(PaperCard.of(full()), THEN),
                                new SearchFeed.Entry(
                                        PaperCard.of(Paper.ofText("sha-1", "hands/one.txt", null)), THEN))));
    }

    @ParameterizedTest
    @EnumSource(SearchJson.ResultType.class)
    void anAnswer(SearchJson.ResultType type) throws IOException {
        SearchRequest request = SearchRequest.of("calcinosis").filter("treatment", "diltiazem");
        SearchResponse response = new SearchResponse(
                3,
                2,
                1,
                false,
                "calcinosis",
                List.of(hit(full(), 1.5f)),
                Map.of("treatment", List.of(new FacetValue("diltiazem", "diltiazem", 3, true, 0, List.of()))),
                "next",
                List.of(new Expansion(
                        "STS",
                        List.of("sodium thiosulfate"),
                        List.of(new Expansion.Other("d:sts", List.of("sodium thiosulfate"), false, true)))),
                "calcinosis",
                "calcinosis",
                List.of("warfarin"),
                true);
        golden(
                "answer." + type.code() + ".json",
                PRETTY.writeValueAsString(SearchJson.answer(request, response, type, "http://here/next")) + "\n");
        assertThat(SearchJson.ResultType.of(type.name())).contains(type);
    }

    @Test
    void sentencesAndRelatedPapers() throws IOException {
        Highlight sentence = hit(full(), 1).highlights().getFirst();
        golden(
                "rows.json",
                PRETTY.writeValueAsString(List.of(
                                SearchJson.sentence(new SentenceRow(PaperCard.of(full()), sentence, 2.5f)),
                                SearchJson.quoted(sentence),
                                SearchJson.related(new RelatedPaper(
                                        PaperCard.of(bare()),
                                        1.23456,
                                        List.of("calcinosis"),
                                        List.of("bone"),
                                        2,
                                        true,
                                        false)),
                                SearchJson.request(SearchRequest.of(""), null)))
                        + "\n");
    }

    @Test
    void mentionsAsWebAnnotations() throws IOException {
        golden(
                "mentions.json",
                PRETTY.writeValueAsString(new WebAnnotations("http://here/papers/a").of(full())) + "\n");
    }
}

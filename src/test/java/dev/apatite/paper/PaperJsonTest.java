package dev.apatite.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PaperJsonTest {
    private final PaperJson json = new PaperJson();

    @Test
    void keysStandInTheOrderOfTheContractAndNoneIsMissing() throws Exception {
        JsonNode written = new ObjectMapper().readTree(json.write(Paper.ofText("a", "a.txt", null)));

        assertThat(written.properties())
                .extracting(Map.Entry::getKey)
                .containsExactly(
                        ("id sourceFile otherFiles contentHash title authors journal year volume issue firstPage lastPage"
                                        + " doi pmid pmcid keywords language relatedWorks articleType publicationTypes"
                                        + " publicationDate issn license funding relatedVersions sections tables references"
                                        + " citations pages mentions patients findings warnings")
                                .split(" "));
    }

    @Test
    void everythingThatIsWrittenIsReadAgain() {
        Paper paper = full();

        assertThat(json.read(json.write(paper))).isEqualTo(paper);
    }

    @Test
    void nothingOfAFullPaperIsNullOrEmpty() throws Exception {
        for (Map.Entry<String, JsonNode> each :
                new ObjectMapper().readTree(json.write(full())).properties()) {
            JsonNode value = each.getValue();

            assertThat(value.isNull() || value.isContainerNode() && value.isEmpty())
                    .as(each.getKey() + " is empty")
                    .isFalse();
        }
    }

    @Test
    void aPaperOfAnEarlierVersionLacksWhatIsNewer() {
        Paper read = json.read("""
                {"id":"a","sourceFile":"a.txt","contentHash":"0","title":"T","later":1,
                 "findings":[{"id":"a-1","treatment":"minocycline","text":"minocycline","response":"no_response"}]}""");

        assertThat(read.title()).isEqualTo("T");
        assertThat(read.articleType()).isNull();
        assertThat(read.sections()).isEmpty();
        assertThat(read.findings())
                .singleElement()
                .satisfies(row -> assertThat(row.source()).isEqualTo(FindingSource.PROGRAM))
                .satisfies(row -> assertThat(row.alsoSaid()).isEmpty());
    }

    @Test
    void whatIsNoPaperIsRefused() {
        assertThatThrownBy(() -> json.read("{\"id\":")).isInstanceOf(UncheckedIOException.class);
    }

    private static Paper full() {
        String text = "Minocycline caused dizziness [1].";
        Bibliography bibliography = new Bibliography(
                "A title",
                List.of(new Author("Berg", "Ann", "0000-0002-1825-0097", List.of("Oslo"))),
                "A journal",
                2016,
                "1",
                "2",
                "3",
                "4",
                "10.1/a",
                "5",
                "PMC6",
                List.of("a word"),
                "en",
                List.of("10.1/b"),
                ArticleType.CASE_REPORT,
                List.of("Case Reports"),
                "2016-03-07",
                "1234-5679",
                "https://creativecommons.org/licenses/by/4.0/",
                List.of(new Funding("A fund", "7")),
                List.of("10.1_c"));
        Content content = new Content(
                List.of(new Section(SectionKind.CASE, "Case", 1, List.of(text))),
                List.of(new Table(-1, List.of(List.of("a", "b")))),
                List.of(new Reference(
                        "1",
                        "Raw",
                        List.of(new PersonName("Dahl", "B")),
                        "T",
                        "J",
                        1999,
                        "1",
                        "2",
                        "3",
                        "4",
                        "10.1/d",
                        "8",
                        "https://example.org",
                        "w1")),
                List.of(new Citation(0, 29, 32, List.of(0))),
                List.of(new PageStart(0, 0, 3)));
        Finding finding = new Finding(
                "a-1",
                "minocycline",
                "treatment:minocycline",
                "Minocycline",
                List.of("colchicine"),
                "100 mg",
                "oral",
                "daily",
                "2 weeks",
                "pain",
                "a week",
                2,
                1,
                Response.ADVERSE_EVENT,
                true,
                "a-1",
                List.of("1"),
                0,
                0,
                text.length(),
                text,
                0.75,
                "dizziness",
                "gait",
                FindingSource.MODEL,
                List.of(new Statement(0, 0, text.length(), text)));
        Annotations annotations = new Annotations(
                List.of(new Mention(
                        "treatment:minocycline",
                        "minocycline",
                        MentionType.TREATMENT,
                        "Minocycline",
                        0,
                        0,
                        11,
                        Assertion.AFFIRMED)),
                List.of(new Patient(
                        "a-1",
                        "Case 1",
                        4.5,
                        AgeUnit.YEARS,
                        Sex.FEMALE,
                        List.of(new Diagnosis("c", "calcinosis", "2 years")),
                        List.of("asthma"),
                        List.of(new AntibodyResult("c", "anti-Jo-1", AntibodyStatus.POSITIVE)),
                        List.of(new TestResult("ESR", "110", "mm/h")),
                        List.of("elbow"),
                        List.of("minocycline"))),
                List.of(finding));
        return new Paper("a", "a.xml", List.of("b.pdf"), "00ff", bibliography, content, annotations, List.of("One."));
    }
}

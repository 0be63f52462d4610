package dev.apatite.languagemodel;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.index.Papers;
import dev.apatite.paper.AntibodyStatus;
import dev.apatite.paper.Finding;
import dev.apatite.paper.FindingSource;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Sex;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a paper that a model reads, whatever the model says. */
class ModelReadingTest {
    private static final String CLEARED =
            "After 3 months of Nigella paste, her first remedy, the lesions cleared in 2 of 5 children.";
    private static final String HARM = "She had a burning rash from it.";

    @TempDir
    private Path index;

    private static Papers text() {
        return paper("p")
                .title("Honey, paste and a girl")
                .section(
                        SectionKind.CASE,
                        "The case",
                        "A girl of 9 years came with many lesions on both of her hands and feet. " + CLEARED + " "
                                + HARM);
    }

    private static Paper girl() {
        return text().patient(9, Sex.FEMALE, "anti-Scl-70", AntibodyStatus.POSITIVE)
                .build();
    }

    private static String row(String treatment, String response, String sentence, String more) {
        return "{\"findings\":[{\"treatment\":\"" + treatment + "\",\"response\":\"" + response + "\",\"sentence\":\""
                + sentence + "\",\"own\":true" + more + "}]}";
    }

    private List<Finding> read(FakeModel model, Paper paper) throws InterruptedException {
        try (ModelReading reading = new ModelReading(model.settings(null), Instructions.load(null), index)) {
            reading.ask(paper);
            return reading.rows(paper);
        }
    }

    @Test
    void aRowThatStandsInThePaperIsKeptWhereItStands() throws Exception {
        try (FakeModel model = new FakeModel(
                question -> row("nigella paste", "partial_response", CLEARED, ",\"treated\":5,\"responding\":2"))) {
            Paper paper = girl();
            assertThat(read(model, paper)).singleElement().satisfies(each -> {
                assertThat(each.source()).isEqualTo(FindingSource.MODEL);
                assertThat(each.response()).isEqualTo(Response.PARTIAL_RESPONSE);
                assertThat(paper.textOf(each.section()).substring(each.start(), each.end()))
                        .isEqualTo(CLEARED);
                assertThat(each.treated()).isEqualTo(5);
                assertThat(each.patient()).isEqualTo("p-1");
            });
            assertThat(model.asked.getFirst().at("/response_format/type").asText())
                    .isEqualTo("json_schema");
            assertThat(model.asked.getFirst().at("/messages/1/content").asText())
                    .contains("Honey, paste and a girl", "The case", CLEARED);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "nigella paste | partial_response | After 3 months of Nigella paste the lesions cleared. |                 | SENTENCE",
                "nigella paste | partial_response | short                                        |                         | SENTENCE",
                "warfarin      | partial_response | CLEARED                                      |                         | TREATMENT",
                "nigell        | partial_response | CLEARED                                      |                         | TREATMENT",
                "nigella paste | wonderful        | CLEARED                                      |                         | RESPONSE",
                "nigella paste | not_reported     | CLEARED                                      |                         | RESPONSE",
                "nigella paste | partial_response | CLEARED                                      | ,\"treated\":7          | NUMBER",
                "nigella paste | partial_response | CLEARED                                      | ,\"treated\":1          | NUMBER",
                "nigella paste | partial_response | CLEARED                                      | ,\"dose\":\"30 mg\"     | NUMBER",
                "nigella paste | adverse_event    | CLEARED                                      | ,\"harm\":\"stroke\"    | NUMBER",
            })
    void aRowThatDoesNotStandIsDroppedAndCounted(
            String treatment, String response, String sentence, String more, Dropped why) throws Exception {
        String said = row(treatment, response, sentence.replace("CLEARED", CLEARED), more == null ? "" : more);
        try (FakeModel model = new FakeModel(question -> said);
                ModelReading reading = new ModelReading(model.settings(null), Instructions.load(null), index)) {
            reading.ask(girl());
            assertThat(reading.rows(girl())).isEmpty();
            assertThat(reading.report().dropped()).containsExactly(Map.entry(why, 1));
            assertThat(reading.report().words()).contains("0 rows kept, 1 dropped", why.words());
        }
    }

    @Test
    void aTreatmentHasTheNameThatTheProgramKnowsIt() throws Exception {
        try (FakeModel model = new FakeModel(question -> row("Nigella paste", "mixed", CLEARED, ""))) {
            assertThat(read(model, girl())).extracting(Finding::treatment).containsExactly("nigella paste");
        }
        Paper known = paper("q")
                .section(
                        SectionKind.CASE,
                        null,
                        "STS was rubbed in daily. ".repeat(5) + "With STS the nodules vanished.")
                .treats("sodium thiosulfate", "STS")
                .build();
        try (FakeModel model =
                new FakeModel(question -> row("STS", "complete_response", "With STS the nodules vanished.", ""))) {
            assertThat(read(model, known)).singleElement().satisfies(each -> {
                assertThat(each.treatment()).isEqualTo("sodium thiosulfate");
                assertThat(each.concept()).isNotNull();
                assertThat(each.text()).isEqualTo("STS");
            });
        }
    }

    @Test
    void aTreatmentMayStandInTheTitleOrBeforeAndAHarmMustBePrinted() throws Exception {
        try (FakeModel model =
                new FakeModel(question -> row("honey", "adverse_event", HARM, ",\"harm\":\"burning rash\""))) {
            assertThat(read(model, girl())).extracting(Finding::harm).containsExactly("burning rash");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "no",
                "[]",
                "{\"findings\":{}}",
                "{\"findings\":[1,null,\"x\",{}]}",
                "{\"findings\":[{\"treatment\":[]}]}"
            })
    void anAnswerThatIsNotAsAskedCostsItsRowsAndIsNotAskedForAgain(String said) throws Exception {
        try (FakeModel model = new FakeModel(question -> said)) {
            assertThat(read(model, girl())).isEmpty();
            assertThat(read(model, girl())).isEmpty();
            assertThat(model.asked).hasSize(1);
        }
    }

    @Test
    void anAnswerIsKeptByTextModelAndInstructions() throws Exception {
        Path own = Files.createDirectory(index.resolve("own"));
        Files.writeString(own.resolve("instructions.md"), "Read otherwise.");
        try (FakeModel model = new FakeModel(question -> row("honey", "mixed", CLEARED, ""))) {
            read(model, girl());
            read(model, girl());
            assertThat(model.asked).hasSize(1);
            read(
                    model,
                    text().section(SectionKind.DISCUSS, null, "Another text. ".repeat(10))
                            .build());
            assertThat(model.asked).hasSize(2);
            try (ModelReading reading = new ModelReading(model.settings(null), Instructions.load(own), index)) {
                assertThat(reading.isDone(girl())).isFalse();
                reading.ask(girl());
            }
            assertThat(model.asked.getLast().at("/messages/0/content").asText()).isEqualTo("Read otherwise.");
        }
    }

    @ParameterizedTest
    @EnumSource(value = FakeModel.Manner.class, names = "WELL", mode = EnumSource.Mode.EXCLUDE)
    void aBrokenOrEndlessModelCostsItsRowsInBoundedTimeAndIsAskedAgainLater(FakeModel.Manner manner) throws Exception {
        try (FakeModel model = new FakeModel(question -> row("honey", "mixed", CLEARED, ""))) {
            model.answer(manner);
            try (ModelReading reading = new ModelReading(model.settings(null), Instructions.load(null), index)) {
                long start = System.nanoTime();
                assertThat(reading.ask(girl())).isFalse();
                assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(20));
                assertThat(reading.rows(girl())).isEmpty();
                assertThat(reading.report().failed()).isEqualTo(1);
                assertThat(reading.isDone(girl())).isFalse();
                model.answer(FakeModel.Manner.WELL);
                assertThat(reading.ask(girl())).isTrue();
                assertThat(reading.rows(girl())).hasSize(1);
            }
        }
    }

    @Test
    void aModelThatFailsAgainAndAgainIsLeftAloneForAWhile() throws Exception {
        Papers long_ = text();
        for (int i = 0; i < 8; i++) {
            long_.section(SectionKind.RESULTS, "R" + i, "Many words stand here that say nothing. ".repeat(4));
        }
        try (FakeModel model = new FakeModel(question -> "{}")) {
            model.answer(FakeModel.Manner.ERROR_500);
            try (ModelReading reading = new ModelReading(model.settings(null), Instructions.load(null), index)) {
                reading.ask(long_.build());
                assertThat(reading.rests()).isTrue();
                assertThat(model.asked).hasSize(3);
            }
        }
    }

    @Test
    void aKeyIsSentAndNeverPrinted() throws Exception {
        try (FakeModel model = new FakeModel(question -> "{\"findings\":[]}")) {
            ModelSettings settings = model.settings("sk-secret");
            assertThat(settings.toString()).doesNotContain("secret");
            try (ModelReading reading = new ModelReading(settings, Instructions.load(null), index)) {
                reading.ask(girl());
            }
            assertThat(model.keys).containsExactly("Bearer sk-secret");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"file:///etc/passwd", "ftp://x/v1", "127.0.0.1:11434", "http://user:pw@host/v1", "http:///v1"})
    void anAddressThatIsNoneIsRefused(String address) {
        assertThatThrownBy(() -> new ModelSettings(URI.create(address), "m", null, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageNotContaining("pw");
    }

    @Test
    void whatTheJudgeSaysTooIsSurerAndWhatItDeniesIsLess() throws IOException {
        Finding judged = text().finding("thalidomide", Response.PARTIAL_RESPONSE, true, 1, CLEARED)
                .build()
                .findings()
                .getFirst()
                .judged(0.3, null, null, List.of());
        Finding said = judged.from(FindingSource.MODEL);
        Finding otherwise =
                said.corrected(null, Response.NO_RESPONSE, null, null).from(FindingSource.MODEL);
        assertThat(Consent.of(List.of(judged), List.of(judged), List.of(said)))
                .extracting(Finding::confidence, Finding::source)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0.65, FindingSource.PROGRAM));
        assertThat(Consent.of(List.of(), List.of(judged), List.of(said)))
                .extracting(Finding::confidence, Finding::source)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(0.65, FindingSource.MODEL));
        assertThat(Consent.of(List.of(), List.of(judged), List.of(otherwise)))
                .extracting(Finding::confidence)
                .containsExactly(0.28);
        assertThat(new ObjectMapper().writeValueAsString(said)).contains("\"source\":\"model\"");
    }
}

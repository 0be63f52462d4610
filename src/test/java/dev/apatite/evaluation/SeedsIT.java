package dev.apatite.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.SharedFolder;
import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.works.WorkReconciler;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The five founding papers, read, annotated and reconciled, against what a careful reader finds in them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SeedsIT {
    /** The gold lists every heading; these two belong to the reference list and to the address. */
    private static final Set<String> NO_SECTIONS = Set.of("References", "Correspondence to");

    private record Seed(JsonNode gold, Paper paper) {
        List<Reference> references() {
            return paper.references();
        }
    }

    /** By the number that the file's name begins with. */
    private final Map<String, Seed> seeds = new LinkedHashMap<>();

    private JsonNode gold = new ObjectMapper().createObjectNode();
    private Map<String, Score> scores = Map.of();

    @BeforeAll
    void readAll() throws IOException, ReadingException {
        Path folder = SharedFolder.require("seeds");
        Path goldFile = SharedFolder.require("gold/seeds.json");
        gold = new ObjectMapper().readTree(Files.readString(goldFile));
        PaperReader reader = new PaperReader();
        Annotator annotator = new Annotator(Vocabulary.builtIn());
        List<Paper> papers = new ArrayList<>();
        for (JsonNode each : gold.path("papers")) {
            papers.add(annotator.annotate(reader.read(folder, each.path("file").asText())));
        }
        for (Paper paper : new WorkReconciler().reconcile(papers)) {
            JsonNode own = stream(gold.path("papers"))
                    .filter(each -> each.path("file").asText().equals(paper.sourceFile()))
                    .findFirst()
                    .orElseThrow();
            seeds.put(paper.sourceFile().substring(0, 3), new Seed(own, paper));
        }
        Report report = new FindingEvaluation(Vocabulary.builtIn()).evaluate(goldFile);
        scores = new LinkedHashMap<>();
        report.rows().forEach(row -> scores.put(row.name(), row.score()));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"000", "001", "002", "003", "004"})
    void metadataAreRight(String number) {
        Seed seed = seed(number);
        Paper paper = seed.paper;
        assertThat(TextMatch.fold(paper.title())).isEqualTo(TextMatch.fold(text(seed.gold, "title")));
        assertThat(paper.year()).isEqualTo(integer(seed.gold, "year"));
        assertThat(paper.doi()).isEqualToIgnoringCase(text(seed.gold, "doi"));
        assertThat(paper.keywords().stream().map(TextMatch::fold))
                .containsExactlyInAnyOrderElementsOf(stream(seed.gold.path("keywords"))
                        .map(each -> TextMatch.fold(each.asText()))
                        .toList());
        assertThat(paper.authors().stream().map(SeedsIT::words))
                .containsExactlyElementsOf(stream(seed.gold.path("authors"))
                        .map(each -> sorted(text(each, "family") + " " + text(each, "given")))
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"000", "001", "002", "003", "004"})
    void headingsStandInOrder(String number) {
        Seed seed = seed(number);
        List<String> wanted = stream(seed.gold.path("sections"))
                .map(JsonNode::asText)
                .filter(heading -> !NO_SECTIONS.contains(heading))
                .map(TextMatch::fold)
                .toList();
        assertThat(seed.paper.sections().stream()
                        .map(Section::heading)
                        .map(TextMatch::fold)
                        .filter(wanted::contains))
                .containsExactlyElementsOf(wanted);
    }

    @Test
    void all63ReferencesAreSplitRight() {
        assertThat(seeds.values().stream().map(seed -> seed.references().size()))
                .containsExactlyElementsOf(seeds.values().stream()
                        .map(seed -> seed.gold.path("references").size())
                        .toList());
        assertThat(seeds.values().stream()
                        .mapToInt(seed -> seed.references().size())
                        .sum())
                .isEqualTo(63);
    }

    @Test
    void fieldsOfReferencesAreRight() {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (Map.Entry<String, Seed> seed : seeds.entrySet()) {
            JsonNode wanted = seed.getValue().gold.path("references");
            for (int i = 0; i < wanted.size(); i++) {
                Reference got = seed.getValue().references().get(i);
                JsonNode want = wanted.get(i);
                String family = got.authors().isEmpty()
                        ? null
                        : got.authors().getFirst().family();
                String year = got.year() == null ? null : got.year().toString();
                Map<String, String> fields = new LinkedHashMap<>();
                fields.put("firstAuthor", TextMatch.fold(family));
                fields.put("year", TextMatch.fold(year));
                fields.put("title", TextMatch.fold(got.title()));
                fields.put("volume", TextMatch.fold(got.volume()));
                fields.put("firstPage", TextMatch.fold(got.firstPage()));
                for (Map.Entry<String, String> field : fields.entrySet()) {
                    String value = text(want, field.getKey());
                    if (value != null) {
                        all++;
                        if (!TextMatch.fold(value).equals(field.getValue())) {
                            wrong.add(seed.getKey() + '#' + (i + 1) + ' ' + field);
                        }
                    }
                }
            }
        }
        assertThat(wrong).as("wrong fields of %d", all).hasSizeLessThanOrEqualTo(all / 20);
    }

    @Test
    void sharedWorksAreJoined() {
        assertThat(gold.path("sharedReferences")).hasSize(9).allSatisfy(group -> {
            Set<@Nullable String> ids = workIds(group);
            assertThat(ids).as("%s", group).hasSize(1).doesNotContainNull();
        });
    }

    @Test
    void worksThatOnlyLookAlikeStayApart() {
        assertThat(gold.path("differentReferences"))
                .hasSize(2)
                .allSatisfy(pair -> assertThat(workIds(pair)).as("%s", pair).hasSize(2));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"000", "001", "002", "003", "004"})
    void everyPatientHasARow(String number) {
        Seed seed = seed(number);
        List<Patient> patients = seed.paper.patients();
        JsonNode wanted = seed.gold.path("patients");
        assertThat(patients).hasSameSizeAs(wanted);
        for (int i = 0; i < wanted.size(); i++) {
            Patient patient = patients.get(i);
            assertThat(patient.age()).isEqualTo(wanted.get(i).path("age").asDouble());
            assertThat(patient.sex()).isNotNull();
            assertThat("" + patient.sex()).isEqualToIgnoringCase(text(wanted.get(i), "sex"));
            assertThat(patient.antibodies())
                    .as("antibodies, as many as are reported")
                    .hasSameSizeAs(wanted.get(i).path("antibodies"));
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({"001, negative", "002, positive", "004, positive"})
    void antiScl70HasItsStatus(String number, String status) {
        assertThat(seed(number).paper.patients().getFirst().antibodies())
                .filteredOn(each -> each.name().equals("anti-Scl-70"))
                .singleElement()
                .satisfies(each -> assertThat(each.status().code()).isEqualTo(status));
    }

    @ParameterizedTest(name = "{0}: precision {1}, F1 {2}")
    @CsvSource({
        "findings, 0.75, 0.85",
        "treatments, 0.95, 0.95",
        "doses, 0.9, 0.9",
        "own or cited, 0.9, 0.9",
        "numbers, 0.85, 0.85",
        "ages, 1, 1",
        "sexes, 1, 1",
        "antibodies, 1, 1"
    })
    void evidenceReachesItsFloors(String aspect, double precision, double f1) {
        assertThat(scores).containsKey(aspect);
        Score score = scores.getOrDefault(aspect, Score.NONE);
        assertThat(score.precision()).as("precision of %s", aspect).isGreaterThanOrEqualTo(precision);
        assertThat(score.f1()).as("F1 of %s", aspect).isGreaterThanOrEqualTo(f1);
    }

    private Seed seed(String number) {
        return Objects.requireNonNull(seeds.get(number), number);
    }

    /** The works that citations like {@code 002#8} (paper and number in its list) are taken for. */
    private Set<@Nullable String> workIds(JsonNode group) {
        Set<@Nullable String> ids = new HashSet<>();
        for (JsonNode cited : group.path("cited")) {
            String[] place = cited.asText().split("#", -1);
            ids.add(seed(place[0])
                    .references()
                    .get(Integer.parseInt(place[1]) - 1)
                    .workId());
        }
        return ids;
    }

    /** A name's words in one order, so that "family given" and "given family" are the same. */
    private static String words(Author author) {
        return sorted(author.family() + " " + author.given());
    }

    private static String sorted(String name) {
        return String.join(
                " ", Arrays.stream(TextMatch.fold(name).split(" ")).sorted().toList());
    }

    private static Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static @Nullable String text(JsonNode node, String name) {
        return node.path(name).isNull() || node.path(name).isMissingNode()
                ? null
                : node.path(name).asText();
    }

    private static @Nullable Integer integer(JsonNode node, String name) {
        return node.path(name).isNumber() ? Integer.valueOf(node.path(name).asInt()) : null;
    }
}

package dev.apatite.annotation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Where a sentence turns from one treatment to another, each has the outcome of its own part. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ContrastsTest {
    private static final Map<String, Response> RESPONSES = Map.of(
            "gone", Response.COMPLETE_RESPONSE,
            "better", Response.PARTIAL_RESPONSE,
            "no", Response.NO_RESPONSE,
            "worse", Response.PROGRESSION);

    private final Contrasts contrasts = new Contrasts();
    private Annotator annotator;

    @BeforeAll
    void loadVocabulary() {
        annotator = Annotator.byRules(Vocabulary.builtIn());
    }

    static List<String[]> rows() {
        return Contrasts.rows();
    }

    private boolean isApart(String text) {
        return contrasts.part(text, text.indexOf('X')) != contrasts.part(text, text.indexOf('Y'));
    }

    @ParameterizedTest(name = "{1}")
    @MethodSource("rows")
    void each_row_parts_its_example_and_not_its_counter_example(String pattern, String example, String counter) {
        assertThat(isApart(example)).isTrue();
        assertThat(isApart(counter)).isFalse();
    }

    /** What is left where every treatment of a sentence is judged to have had one and the same outcome. */
    @ParameterizedTest(name = "{0}, all {1}")
    @CsvSource(delimiter = '|', textBlock = """
            The nodules improved with colchicine but worsened on diltiazem.            | better | colchicine better
            Methotrexate failed, whereas adalimumab led to complete resolution.         | no     | methotrexate no, adalimumab gone
            Although methotrexate failed, adalimumab led to remission.                  | no     | methotrexate no, adalimumab gone
            Prednisone helped but warfarin did not.                                     | better | prednisone better
            There was no response to rituximab, but prednisone led to improvement.      | no     | rituximab no, prednisone better
            The rash improved after prednisone and methotrexate but the pain persisted. | better | prednisone better, methotrexate better
            The rash improved on ustekinumab but the pain persisted on ustekinumab.     | no     | ustekinumab no
            Colchicine and diltiazem were tried for years, but both were ineffective.   | no     | colchicine no, diltiazem no
            The nodules improved with colchicine and diltiazem.                         | better | colchicine better, diltiazem better
            """)
    void a_treatment_has_the_outcome_of_its_own_part(String sentence, String all, String expected) {
        Paper paper = Paper.ofText(
                "test.1",
                "test.txt",
                null,
                new Section(SectionKind.CASE, "Case report", 1, List.of("A 50-year-old man was seen. " + sentence)));
        Script script = annotator.script(paper);
        int at = script.lines().size() - 1;
        String left = script.lines().get(at).treatments().stream()
                .map(each -> new Judgement(at, each, at, Objects.requireNonNull(RESPONSES.get(all)), true, 0.5, 0.5))
                .collect(Collectors.collectingAndThen(
                        Collectors.toList(), judged -> Decoding.judgements(script, judged)))
                .stream()
                .sorted(java.util.Comparator.comparingInt(each -> each.named().start()))
                .map(each -> each.named().name() + ' ' + word(each.response()))
                .collect(Collectors.joining(", "));
        assertThat(left).isEqualTo(expected);
    }

    private static String word(Response response) {
        return RESPONSES.entrySet().stream()
                .filter(each -> each.getValue() == response)
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow();
    }
}

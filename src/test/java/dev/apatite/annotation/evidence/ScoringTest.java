package dev.apatite.annotation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.annotation.evidence.GoldDocument.Kind;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A row is called likely only where two of three are right, and not by the luck of a few. */
class ScoringTest {
    private static final double TWO_OF_THREE = 2.0 / 3;
    private static final String SENTENCE = "The pain improved with diltiazem.";
    private static final Named DILTIAZEM =
            new Named("diltiazem", "diltiazem", "diltiazem", 23, 32, Assertion.AFFIRMED, "named", 1);

    private final Scoring scoring = new Scoring(new GoldMatch());

    /** Texts of one sentence each, judged to tell an improvement; so many of them do. */
    private void judge(int texts, int right, double confidence) {
        for (int i = 0; i < texts; i++) {
            Response told = i < right ? Response.PARTIAL_RESPONSE : Response.NO_RESPONSE;
            List<GoldRow> rows = List.of(new GoldRow("diltiazem", "diltiazem", told, true, true, SENTENCE));
            Line line = new Line(
                    0,
                    0,
                    SENTENCE.length(),
                    SENTENCE,
                    SENTENCE.toLowerCase(java.util.Locale.ROOT),
                    SectionKind.CASE,
                    true,
                    false,
                    0,
                    0,
                    List.of(DILTIAZEM),
                    new int[0],
                    List.of());
            Script script = new Script("", null, 1, List.of(line), List.of(), Set.of());
            GoldDocument text = new GoldDocument("text", Kind.TEXT, 1, script, Map.of(), rows, Set.of());
            scoring.add(
                    text,
                    script,
                    new ArrayList<>(List.of(
                            new Judgement(0, DILTIAZEM, 0, Response.PARTIAL_RESPONSE, true, confidence, confidence))));
        }
    }

    @Test
    void rows_are_likely_from_where_two_of_three_are_right() {
        judge(100, 90, 0.9);
        judge(100, 55, 0.6);
        judge(400, 40, 0.1);
        assertThat(scoring.at(0.6).precision()).isEqualTo(0.725);
        assertThat(scoring.from(TWO_OF_THREE, 1)).isBetween(0.1, 0.6);
    }

    @Test
    void where_they_are_right_less_often_none_is_likely() {
        judge(1000, 658, 0.8);
        assertThat(scoring.from(TWO_OF_THREE, 1)).isEqualTo(Scoring.NEVER);
        assertThat(scoring.at(Scoring.NEVER).shown()).isZero();
    }

    @Test
    void a_lucky_few_are_not_enough() {
        judge(20, 15, 0.8);
        assertThat(scoring.from(TWO_OF_THREE, 1)).isEqualTo(Scoring.NEVER);
    }

    @Test
    void what_is_judged_again_is_no_further_evidence() {
        judge(20, 15, 0.8);
        judge(20, 15, 0.8);
        judge(20, 15, 0.8);
        assertThat(scoring.from(TWO_OF_THREE, 1)).isLessThan(0.8);
        assertThat(scoring.from(TWO_OF_THREE, 3)).isEqualTo(Scoring.NEVER);
    }
}

package dev.apatite.annotation.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of a paper's treatments are kinds of which. */
class TreatmentKindsTest {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    /** A paper that names these treatments, a line each. */
    private static Cast cast(String... names) {
        List<Line> lines = new ArrayList<>();
        for (String name : names) {
            String concept = VOCABULARY.concepts().stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .map(each -> each.id())
                    .orElse("new:" + name.replace(' ', '-'));
            Named named = new Named(name, concept, name, 0, name.length(), Assertion.AFFIRMED, "started", 1);
            lines.add(new Line(
                    0,
                    0,
                    name.length(),
                    name,
                    name,
                    SectionKind.CASE,
                    true,
                    false,
                    0,
                    0,
                    List.of(named),
                    new int[0],
                    List.of()));
        }
        return new Cast(new Script("", null, 1, lines, List.of(), Set.of()));
    }

    private static TreatmentKinds.Relatives first(String one, String other) {
        return new TreatmentKinds(cast(one, other), VOCABULARY).of(one);
    }

    @ParameterizedTest(name = "{0} of {1}: {2}")
    @CsvSource(delimiter = '|', textBlock = """
            diltiazem                    | calcium channel blockers| true
            calcium channel blockers     | diltiazem               | false
            oral herbal paste            | herbal paste            | true
            oral herbal pastes           | herbal paste            | true
            herbal paste                 | herbal powder           | false
            herbal paste                 | paste herbal            | false
            diltiazem                    | colchicine              | false
            """)
    void a_treatment_is_a_kind_of_another_by_the_vocabulary_or_by_its_words(
            String one, String other, boolean expected) {
        assertThat(first(one, other).broader()).isEqualTo(expected ? List.of(other) : List.of());
        assertThat(first(other, one).narrower()).isEqualTo(expected ? List.of(one) : List.of());
    }

    @Test
    void a_class_has_members_a_substance_has_none_and_of_what_no_vocabulary_lists_nothing_is_known() {
        assertThat(first("calcium channel blockers", "diltiazem").members()).isGreaterThan(2);
        assertThat(first("colchicine", "diltiazem").members()).isZero();
        assertThat(first("herbal paste", "diltiazem").members()).isEqualTo(-1);
        assertThat(first("herbal paste", "diltiazem").words()).isEqualTo(2);
    }
}

package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What stands between two treatments of a sentence may be anything; it costs time in proportion to its length. */
@Timeout(value = 60, unit = TimeUnit.SECONDS)
class HostileTextTest {
    private static final Annotator ANNOTATOR = new Annotator(Vocabulary.builtIn());

    @ParameterizedTest
    @ValueSource(strings = {"1", "for oral and ", "for x ", "(", "5 mg ", "1,", "a ", "low low dose "})
    void aRunOfListWordsBetweenTreatmentsEnds(String piece) {
        Paper paper = annotated("A woman took prednisone " + piece.repeat(80) + "# azathioprine, but all failed.");
        assertThat(paper.mentions()).isNotEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "Diltiazem, verapamil improved it.",
        "She was given diltiazem, verapamil without benefit.",
        "Anti-Scl-70, anti-centromere antibodies were positive.",
    })
    void aGapAsLongAsASentenceMayBeEnds(String before, String after) {
        Paper paper = annotated("A woman was seen. " + before + ",".repeat(3_900) + after);
        assertThat(paper.mentions()).isNotEmpty();
    }

    @Test
    void aListSaysWhatEachTreatmentIsForAndSharesItsOutcome() {
        Paper paper = annotated(
                "A 50-year-old man was given prednisone for psoriasis and methotrexate for uveitis, but both were ineffective.");
        assertThat(paper.findings()).extracting(Finding::treatment).contains("prednisone", "methotrexate");
    }

    private static Paper annotated(String sentence) {
        return ANNOTATOR.annotate(
                Paper.ofText("case", "case.txt", null, new Section(SectionKind.CASE, null, 1, List.of(sentence))));
    }
}

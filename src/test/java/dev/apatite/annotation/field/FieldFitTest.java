package dev.apatite.annotation.field;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What made-up marks make of the judge's confidence. */
class FieldFitTest {
    private static final FieldLevels SHIPPED = new FieldLevels(0.5, 0.2);
    private static final String CLEARED = "The lesions cleared completely on diltiazem.";
    private static final String PARIETAL = "Warfarin was continued by the mouth without change.";

    private static Finding finding(boolean clear, double confidence) {
        String sentence = clear ? CLEARED : PARIETAL;
        return paper("p")
                .section(SectionKind.RESULTS, null, sentence)
                .finding(
                        clear ? "diltiazem" : "warfarin",
                        clear ? Response.COMPLETE_RESPONSE : Response.NO_RESPONSE,
                        true,
                        1,
                        sentence)
                .build()
                .findings()
                .getFirst()
                .judged(confidence, null, null, List.of());
    }

    /** In this field what clears is right, and warfarin that goes on is not, whatever the shipped judge thinks. */
    private static List<FieldExample> marks(int papers) {
        List<FieldExample> marks = new ArrayList<>();
        for (int i = 0; i < papers; i++) {
            double shipped = 0.3 + 0.05 * (i % 8);
            marks.add(new FieldExample("p" + i, finding(true, shipped), SectionKind.RESULTS, true));
            marks.add(new FieldExample("p" + i, finding(false, shipped + 0.1), SectionKind.RESULTS, false));
        }
        return marks;
    }

    private static double confidence(FieldFit fit, boolean clear, double shipped) {
        return fit.confidence(finding(clear, shipped), SectionKind.RESULTS, shipped);
    }

    @Test
    void withoutMarksEverythingIsAsShipped() {
        FieldFit fit = FieldFit.learn(List.of(), SHIPPED);
        assertThat(confidence(fit, true, 0.37)).isEqualTo(0.37, within(0.001));
        assertThat(fit.levels()).isEqualTo(SHIPPED);
    }

    @Test
    void twoMarksMoveLittle() {
        FieldFit fit = FieldFit.learn(marks(1), SHIPPED);
        assertThat(confidence(fit, true, 0.4)).isGreaterThan(0.4).isLessThan(0.75);
        assertThat(confidence(fit, false, 0.4)).isLessThan(0.4).isGreaterThan(0.15);
        assertThat(fit.levels().likely()).isEqualTo(0.5, within(0.05));
        assertThat(fit.levels().possible()).isEqualTo(0.2, within(0.02));
    }

    @Test
    void manyMarksTurnTheOrderAroundAlsoOnPapersThatItWasNotLearnedFrom() {
        FieldLearning.Worth worth = FieldLearning.worth(marks(20));
        assertThat(worth.shippedOrder()).isLessThan(0.5);
        assertThat(worth.fittedOrder()).isEqualTo(1);
        assertThat(worth.isGain()).isTrue();
        FieldFit fit = FieldFit.learn(marks(20), SHIPPED);
        assertThat(confidence(fit, true, 0.4)).isGreaterThan(0.85);
        assertThat(confidence(fit, false, 0.6)).isLessThan(0.15);
    }

    @Test
    void marksThatSayNothingOfTheFieldAreNoGain() {
        List<FieldExample> marks = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            // As often right as the shipped judge says, for no reason that could be learned.
            marks.add(new FieldExample("p" + i % 10, finding(true, 0.5), SectionKind.RESULTS, (i / 10 + i) % 2 == 0));
        }
        FieldLearning.Worth worth = FieldLearning.worth(marks);
        assertThat(worth.fittedLoss()).isGreaterThanOrEqualTo(worth.shippedLoss());
    }

    @Test
    void aFitIsKeptBesideTheIndexAndReadBack(@TempDir Path index) throws Exception {
        assertThat(FieldFit.beside(index)).isEmpty();
        FieldFit fit = FieldFit.learn(marks(5), SHIPPED);
        fit.write(index);
        assertThat(FieldFit.beside(index)).contains(fit);
        assertThat(fit.version()).isNotEqualTo(FieldFit.learn(marks(6), SHIPPED).version());
    }

    @Test
    void aFileThatIsNoneSaysWhatToDo(@TempDir Path index) throws Exception {
        for (String text : List.of("", "{}", "[1]", "{\"examples\":1}", "\u0000")) {
            Files.writeString(index.resolve(FieldFit.FILE), text);
            assertThatThrownBy(() -> FieldFit.beside(index))
                    .isInstanceOf(UncheckedIOException.class)
                    .hasMessageContaining(FieldFit.FILE)
                    .hasMessageContaining("delete it");
        }
    }
}

package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GroundTest {
    @ParameterizedTest(name = "{0} folds to {1}")
    @CsvSource({"Müller, muller", "ÉCOLE, ecole", "ﬁbrosis, fibrosis", "β2, β2", "T₄, t4", "ŞAHİN, sahin", "ø, ø"})
    void aFoldedWordHasNoMarksAndNoCapitals(String printed, String folded) {
        assertThat(Folding.plain(printed)).isEqualTo(folded);
    }

    @Test
    void htmlHidesWhatWouldBeMarkupAndKeepsTheRest() {
        assertThat(Html.escaped("<b title=\"x\">O'Hara & β</b>\u0000"))
                .isEqualTo("&lt;b title=&quot;x&quot;&gt;O&#39;Hara &amp; β&lt;/b&gt; ");
        assertThat(Html.escaped("a<b", 1, 2)).isEqualTo("&lt;");
    }

    @Test
    void theDistanceOfTwoWordsIsNotBounded() {
        assertThat(EditDistance.between("TITEL", "TITLE")).isEqualTo(2);
        assertThat(EditDistance.between("", "ABSTRACT")).isEqualTo(8);
        assertThat(EditDistance.between("JOURNAL", "JOURNAL")).isZero();
    }

    @Test
    void aDataFileThatIsNotThereOrHasAnotherWidthIsAMistake() {
        assertThatThrownBy(() -> DataLines.of(DataLines.class, "gone.tsv")).hasMessageContaining("gone.tsv");
        assertThatThrownBy(() -> DataLines.cells(DataLines.class, "spelling.tsv", 9))
                .hasMessageContaining("columns instead of 9");
        assertThat(DataLines.cells(DataLines.class, "spelling.tsv")).allMatch(cells -> cells.length >= 2);
    }
}

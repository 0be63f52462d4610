package dev.apatite.reading.citation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Weights are found by the fingerprint of a feature's name, whole or in pieces. */
class WeightTableTest {
    @ParameterizedTest
    @ValueSource(strings = {"w=arthritis", "s-1,0,1=Xx. x", "b=，é", ""})
    void aNameInPiecesHasTheFingerprintOfTheWholeName(String name) {
        for (int cut = 0; cut <= name.length(); cut++) {
            FeatureHash pieces = new FeatureHash();
            pieces.add(name, 0, cut);
            pieces.add(name, cut, name.length());

            assertThat(pieces.take()).isEqualTo(FeatureHash.of(name));
        }
    }

    @Test
    void aFingerprintStartsAnewOnceItIsTaken() {
        FeatureHash fingerprint = new FeatureHash();
        fingerprint.add("a=1", 0, 3);
        fingerprint.take();
        fingerprint.add("b=2", 0, 3);

        assertThat(fingerprint.take()).isEqualTo(FeatureHash.of("b=2"));
    }

    @Test
    void namesOfTheSameLettersDiffer() {
        assertThat(List.of("w=ab", "w=ba", "ab=w", "=wab", "w=a", "w=aB", "w=BB"))
                .extracting(FeatureHash::of)
                .doesNotHaveDuplicates();
    }

    @Test
    void eachOfManyRowsIsFoundAgainAndNoOther() {
        WeightTable table = new WeightTable(2);
        for (int i = 0; i < 5_000; i++) {
            int row = table.add(FeatureHash.of("f" + i));
            table.set(row, 0, i);
            table.set(row, 1, -i);
        }
        for (int i = 0; i < 5_000; i++) {
            int[] sum = {1, 1};
            table.addTo(sum, FeatureHash.of("f" + i));
            table.addTo(sum, FeatureHash.of("g" + i));

            assertThat(sum).containsExactly(1 + i, 1 - i);
        }
    }

    @Test
    void aFeatureCannotHaveTwoRows() {
        WeightTable table = new WeightTable(1);
        table.add(7);

        assertThatThrownBy(() -> table.add(7)).isInstanceOf(IllegalStateException.class);
    }
}

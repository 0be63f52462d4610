package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What nearness in meaning adds to the scores by words. */
class NearnessTest {
    private static final Map<Integer, Float> SCORES = Map.of(1, 9f, 2, 5f, 3, 1f);

    @Test
    void aCosineCountsAgainstTheBestScoreByWords() {
        Map<Integer, Float> bonus = Nearness.bonus(SCORES, Map.of(1, 0.5f, 2, 0.7f, 3, 0.6f), 3);
        assertThat(bonus.get(1)).isCloseTo(0, within(0.001f));
        assertThat(bonus.get(2)).isCloseTo(8.1f, within(0.001f));
        assertThat(bonus.get(3)).isCloseTo(4.05f, within(0.001f));
    }

    @Test
    void theFewerWordsTheLessMeaningCounts() {
        Map<Integer, Float> near = Map.of(1, 0.5f, 2, 0.7f, 3, 0.6f);
        assertThat(Nearness.bonus(SCORES, near, 2).get(2))
                .isLessThan(
                        Objects.requireNonNull(Nearness.bonus(SCORES, near, 4).get(2)));
    }

    @Test
    void meaningCountsAtMostNineTimesAsMuchAsWordsAndNothingBesideOneWord() {
        Map<Integer, Float> near = Map.of(1, 0.5f, 2, 0.7f, 3, 0.6f);
        assertThat(Nearness.bonus(SCORES, near, 1_000_000).get(2)).isCloseTo(16.2f, within(0.001f));
        assertThat(Nearness.bonus(SCORES, near, 1).get(2)).isZero();
    }

    @Test
    void whereAllAreAlikeNothingIsAdded() {
        assertThat(Nearness.bonus(SCORES, Map.of(1, 0.5f, 2, 0.5f, 3, 0.5f), 5).values())
                .containsOnly(0f);
        assertThat(Nearness.bonus(SCORES, Map.of(), 5)).isEmpty();
        assertThat(Nearness.bonus(Map.<Integer, Float>of(), Map.of(), 5)).isEmpty();
    }

    @Test
    void aPaperWhoseMeaningIsNotKnownIsAsNearAsThoseBesideItOnAverage() {
        Map<Integer, Float> scores = Map.of(1, 9f, 2, 5f, 3, 1f);
        Map<Integer, Float> bonus = Nearness.bonus(scores, Map.of(1, 0.8f, 3, 0.4f), 3);
        assertThat(bonus.get(2)).isCloseTo(8.1f, within(0.001f));
    }

    @Test
    void whatWordsRankAlikeMeaningTellsApart() {
        Map<Integer, Float> bonus = Nearness.bonus(Map.of(1, 2f, 2, 2f), Map.of(1, 0.5f, 2, 0.6f), 5);
        assertThat(bonus.get(2)).isGreaterThan(Objects.requireNonNull(bonus.get(1)));
    }

    /** Six papers alike in meaning, of which one scores less, and one unlike them that scores the same as that. */
    @Test
    void aPaperAmongGoodOnesIsLentTo() {
        Map<Integer, Float> scores = new HashMap<>(Map.of(0, 10f, 1, 10f, 2, 10f, 3, 10f, 4, 10f, 5, 4f, 6, 4f));
        Map<Integer, float[]> vectors = new LinkedHashMap<>();
        for (int document = 0; document < 7; document++) {
            vectors.put(document, document < 6 ? new float[] {1, 0} : new float[] {0, 1});
        }
        for (int more = 7; more < 13; more++) {
            scores.put(more, 1f);
            vectors.put(more, new float[] {0, 1});
        }
        Map<Integer, Float> lent = Nearness.lent(scores, vectors, 9);
        assertThat(lent.get(5)).isCloseTo(0.25f * 0.8f * 6, within(0.001f));
        assertThat(lent.get(6)).isCloseTo(0.25f * 0.8f * -3, within(0.001f));
        assertThat(Nearness.lent(scores, vectors, 1).values()).allMatch(each -> each == 0);
        assertThat(Nearness.lent(scores, Map.of(), 9)).isEmpty();
    }

    /** Of papers alike in all but that, those whose meaning is known stand before the others as often as behind. */
    @Test
    void halfAnIndexWithMeaningsDoesNotFavourThatHalf() {
        Random random = new Random(1);
        double known = 0;
        double unknown = 0;
        for (int round = 0; round < 200; round++) {
            Map<Integer, Float> scores = new HashMap<>();
            Map<Integer, Float> near = new HashMap<>();
            for (int document = 0; document < 100; document++) {
                float worth = random.nextFloat();
                // Few have most of the words, and most are about as near.
                scores.put(document, 20 * worth * worth * worth);
                if (document % 2 == 0) {
                    near.put(document, 0.6f + 0.2f * worth + 0.1f * random.nextFloat());
                }
            }
            Map<Integer, Float> bonus = Nearness.bonus(scores, near, 8);
            for (int document = 0; document < 100; document++) {
                double sum = Objects.requireNonNull(bonus.get(document));
                known += document % 2 == 0 ? sum : 0;
                unknown += document % 2 == 0 ? 0 : sum;
            }
        }
        assertThat(known / unknown).isCloseTo(1, within(0.02));
    }
}

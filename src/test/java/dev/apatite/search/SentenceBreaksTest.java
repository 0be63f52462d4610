package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.text.SentenceBounds;
import java.text.BreakIterator;
import java.text.StringCharacterIterator;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown around a hit is cut as the evidence is. */
class SentenceBreaksTest {
    private final BreakIterator breaks = new SentenceBreaks(new SentenceBounds());

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Smith et al. treated two patients. Both improved.     | 35
            It was 3.5 cm wide. S. aureus grew.                   | 20
            Pain fell.[3] The lesions did not.                    | 14
            One sentence only                                     | -1
            """)
    void aBreakIsWhereTheNextSentenceBegins(String text, int second) {
        breaks.setText(text.strip());
        int next = breaks.following(0);
        assertThat(next).isEqualTo(second < 0 ? text.strip().length() : second);
    }

    @Test
    void breaksForwardsAndBackwardsAreTheSame() {
        String text = "First one. Second (e.g. this). \n\nA paragraph. Its end.\nLast";
        breaks.setText(new StringCharacterIterator(text));
        List<Integer> forwards = new ArrayList<>();
        for (int at = breaks.first(); at != BreakIterator.DONE; at = breaks.next()) {
            forwards.add(at);
        }
        List<Integer> backwards = new ArrayList<>();
        for (int at = breaks.last(); at != BreakIterator.DONE; at = breaks.previous()) {
            backwards.addFirst(at);
        }
        assertThat(backwards).isEqualTo(forwards);
        assertThat(forwards.getFirst()).isZero();
        assertThat(forwards.getLast()).isEqualTo(text.length());
        for (int at = 0; at <= text.length(); at++) {
            assertThat(breaks.isBoundary(at)).as("place %d", at).isEqualTo(forwards.contains(at));
        }
    }

    @Test
    void everyPlaceLiesBetweenTheBreaksAroundIt() {
        String text = "One. Two? Three!\nFour (five. six) seven. Eight";
        breaks.setText(text);
        for (int at = 1; at < text.length(); at++) {
            assertThat(breaks.preceding(at)).as("before %d", at).isLessThan(at);
            assertThat(breaks.following(at)).as("behind %d", at).isGreaterThan(at);
        }
    }
}

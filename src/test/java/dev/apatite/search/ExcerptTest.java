package dev.apatite.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExcerptTest {
    @Test
    void aShortSentenceIsShownWholeWithoutTheSpaceBehindIt() {
        Excerpt excerpt = Excerpt.of("One. Two of it. ", new TextRange(5, 16), List.of(new TextRange(5, 8)));

        assertThat(excerpt.text()).isEqualTo("Two of it.");
        assertThat(hits(excerpt)).containsExactly("Two");
    }

    @Test
    void aLongSentenceIsCutAroundItsFirstHitBetweenWords() {
        String text = "word ".repeat(100) + "calcinosis" + " word".repeat(100);
        Excerpt excerpt = Excerpt.of(text, new TextRange(0, text.length()), List.of(new TextRange(500, 510)));

        assertThat(excerpt.text()).startsWith("… word").endsWith("word …").hasSizeLessThan(440);
        assertThat(hits(excerpt)).containsExactly("calcinosis");
    }

    @Test
    void hitsThatTouchAreOneAndThoseOutsideAreNone() {
        Excerpt excerpt = Excerpt.of(
                "Before. Calcinosis cutis. After.",
                new TextRange(8, 25),
                List.of(new TextRange(19, 24), new TextRange(8, 19), new TextRange(0, 6), new TextRange(26, 31)));

        assertThat(hits(excerpt)).containsExactly("Calcinosis cutis");
    }

    @Test
    void controlCharactersAreSpaces() {
        assertThat(Excerpt.of("a\tb\u0007c", new TextRange(0, 5), List.of()).text())
                .isEqualTo("a b c");
    }

    private static List<String> hits(Excerpt excerpt) {
        return excerpt.hits().stream()
                .map(hit -> excerpt.text().substring(hit.start(), hit.end()))
                .toList();
    }
}

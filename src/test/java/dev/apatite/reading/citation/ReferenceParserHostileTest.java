package dev.apatite.reading.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import dev.apatite.paper.Reference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceParserHostileTest {
    private static final AnyText TEXTS = AnyText.of(
                    "Marlow PT",
                    "van der Meer, A.",
                    " & ",
                    ", et al. ",
                    "“Calcified",
                    "nodules”",
                    " [in Swedish] ",
                    "(2011)",
                    "2107",
                    "J Imag. ",
                    "12(3):",
                    "e145",
                    "-",
                    "–",
                    "S1-S9",
                    "doi:",
                    "10.1000/x(1)2",
                    "https://",
                    "www.a.b/c",
                    "PMID: 123456",
                    "\u00a0",
                    "\u200b",
                    "舒仁輝",
                    "\ud83d\ude00",
                    "ﬁ",
                    "(((",
                    ")",
                    "\"",
                    ". ",
                    "; ",
                    "\t",
                    "\n",
                    "In: ")
            .orAnything();

    private final ReferenceParser parser = new ReferenceParser();

    @Test
    void everyFieldIsAPieceOfThePrintedText() {
        TEXTS.keeps(500, (raw, chance) -> {
            Reference reference = parser.parse("7", raw);
            assertThat(reference.raw()).isEqualTo(raw);
            assertThat(reference.label()).isEqualTo("7");
            List<String> fields = new ArrayList<>();
            reference.authors().forEach(each -> {
                fields.add(Objects.toString(each.family(), ""));
                fields.add(Objects.toString(each.given(), ""));
            });
            for (Object each : new Object[] {
                reference.title(), reference.journal(), reference.year(), reference.volume(), reference.issue(),
                reference.firstPage(), reference.lastPage(), reference.doi(), reference.pmid(), reference.url()
            }) {
                fields.add(Objects.toString(each, ""));
            }
            String printed = squeezed(raw);
            assertThat(fields).allSatisfy(field -> assertThat(printed).contains(squeezed(field)));
        });
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "(",
                ". ",
                "10.1000/",
                "doi:10.1000/",
                "http://",
                "A. B., ",
                "[1] ",
                "\"",
                "1(",
                "PMID: ",
                "é",
                "12-"
            })
    void hostileTextTakesLinearTime(String piece) {
        String raw = piece.repeat(100_000 / piece.length());
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> parser.parse(null, raw));
        List<ReferenceList.Line> lines = List.of(new ReferenceList.Line(raw, null, false));
        Assertions.assertTimeout(Duration.ofSeconds(10), () -> ReferenceList.split(lines));
    }
}

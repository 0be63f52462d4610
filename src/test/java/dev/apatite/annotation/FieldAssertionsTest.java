package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sentences that other programs judge wrongly, each in a section of its own paper. */
class FieldAssertionsTest {
    private static final Annotator ANNOTATOR = new Annotator(Vocabulary.builtIn());

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
            0 | gout negated
            1 | gout negated
            2 | gout negated, psoriasis affirmed
            3 | gout possible
            4 | arthritis affirmed
            5 | psoriasis affirmed
            6 | psoriasis affirmed
            7 | psoriasis affirmed
            8 | psoriasis other_person
            """)
    void whatIsSaidOfEachCondition(int section, String right) throws Exception {
        Paper paper = ANNOTATOR.annotate(new PaperReader().read(SharedFolder.require("data/field"), "N-give.nxml"));
        String judged = paper.mentions().stream()
                .filter(mention -> mention.section() == section)
                .map(FieldAssertionsTest::line)
                .collect(Collectors.joining(", "));

        assertThat(judged).contains(List.of(right.split(", ")));
    }

    private static String line(Mention mention) {
        return mention.name().toLowerCase(Locale.ROOT) + " "
                + mention.assertion().name().toLowerCase(Locale.ROOT);
    }
}

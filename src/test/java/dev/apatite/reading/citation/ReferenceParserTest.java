package dev.apatite.reading.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Reference;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

class ReferenceParserTest {
    private final ReferenceParser parser = new ReferenceParser();

    @ParameterizedTest(name = "{0}: {1}")
    @CsvFileSource(resources = "/references/styles.txt", delimiter = '|', numLinesToSkip = 2)
    void everyStyleGivesTheFieldsAsPrinted(
            String style,
            String raw,
            String families,
            String title,
            String journal,
            String year,
            String volume,
            String issue,
            String pages,
            String doi) {
        Reference reference = parser.parse(null, raw);
        assertThat(reference.raw()).isEqualTo(raw);
        assertThat(reference.authors().stream()
                        .map(each -> Objects.toString(each.family()))
                        .collect(Collectors.joining(", ")))
                .as("families")
                .isEqualTo(Objects.toString(families, ""));
        assertThat(reference.title()).as("title").isEqualTo(title);
        assertThat(reference.journal()).as("journal").isEqualTo(journal);
        assertThat(Objects.toString(reference.year(), null)).as("year").isEqualTo(year);
        assertThat(reference.volume()).as("volume").isEqualTo(volume);
        assertThat(reference.issue()).as("issue").isEqualTo(issue);
        String last = reference.lastPage() == null ? "" : "-" + reference.lastPage();
        assertThat(reference.firstPage() == null ? null : reference.firstPage() + last)
                .as("pages")
                .isEqualTo(pages);
        assertThat(reference.doi()).as("doi").isEqualTo(doi);
    }
}

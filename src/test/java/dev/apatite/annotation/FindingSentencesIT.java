package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In real papers every finding's sentence stands, character for character, in a paragraph of its section. */
class FindingSentencesIT {
    @ParameterizedTest
    @CsvSource({"data/papers-jats, .xml, 400", "seeds, .txt, 40"})
    void every_sentence_is_printed_where_it_is_said_to_be(String folder, String ending, int least)
            throws IOException, ReadingException {
        PaperReader reader = new PaperReader();
        Annotator annotator = new Annotator(Vocabulary.builtIn());
        List<String> wrong = new ArrayList<>();
        int findings = 0;
        Path corpus = SharedFolder.require(folder);
        for (String file : files(corpus, ending)) {
            Paper paper = annotator.annotate(reader.read(corpus, file));
            for (Finding finding : paper.findings()) {
                findings++;
                String text = paper.textOf(finding.section());
                boolean inParagraph = finding.section() >= 0
                        && paper.sections().get(finding.section()).paragraphs().stream()
                                .anyMatch(each -> each.contains(finding.sentence()));
                if (!inParagraph
                        || !text.substring(finding.start(), finding.end()).equals(finding.sentence())) {
                    wrong.add(file + ": " + finding.sentence());
                }
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(findings).isGreaterThan(least);
    }

    private static List<String> files(Path folder, String ending) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(ending))
                    .toList();
        }
    }
}

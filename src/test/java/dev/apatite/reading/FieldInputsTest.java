package dev.apatite.reading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SourcePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files after public bug reports of other programs: what has to be read of them, and what must not. */
class FieldInputsTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            K02-give.txt   | 1 | CASE Case report: He got gorse at 5 mg and improved. |
            K02-give2.html | 1 | CASE Case report: A 52-year-old woman                |
            K09-give.html  | 1 | Été passé, the naïve patient improved – and the façade fell. | \ufffd
            K16-give.nbib  | 2 | ABSTRACT BACKGROUND: Henbane is a plant.            | PMID-
            K18-give.docx  | 1 | OTHER Notes: Footnoteword of the drug.              | Commentword
            K19-give.html  | 1 | insertedword                                        | deletedword
            K19-give.html  | 1 | calcinosis                                          | hiddenword
            F1-give        | 1 | Knots are rare.                                     |
            K10-give       | 1 | Knots are rare.                                     |
            """)
    void whatAFileSays(String name, int papers, String said, String unsaid) throws Exception {
        Path file = SharedFolder.require("data/field/" + name);
        Path folder = Files.isDirectory(file) ? file : SharedFolder.require("data/field");
        List<Paper> read = new PaperReader().readAll(folder, Files.isDirectory(file) ? only(file) : name);
        String text = read.stream()
                .flatMap(paper -> paper.sections().stream())
                .map(FieldInputsTest::printed)
                .collect(Collectors.joining("\n"));
        assertThat(read)
                .hasSize(papers)
                .allSatisfy(paper -> assertThat(paper.title()).isNotBlank());
        assertThat(text).contains(said);
        if (unsaid != null) {
            assertThat(text).doesNotContain(unsaid);
        }
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            K08-give.txt  | title   | A case of elbow knots after gardening
            K08-give.txt  | authors | Marsh, Mel
            K11-give.nxml | year    | 2018
            K12-give.nxml | cells   | `Rituximab ᵃ | Infliximab ᵇ | Diltiazem ᶜ`
            K13-give.nxml | titles  | Abstracts of the lump meeting; First meeting case; Second meeting case
            K14-give.nxml | title   | Amber in lupus: a case report of a diver
            K15-give.nxml | authors | Firstly, Fay; The Knot Study Group
            K17-give.xml  | titles  | First of the set; Second of the set
            K18-give.docx | papers  | 1
            """)
    void whatAFileIs(String name, String fact, String right) throws Exception {
        SharedFolder.require("data/field/" + name);
        Path folder = SharedFolder.require("data/field");
        assertThat(FieldFacts.of(new PaperReader().readAll(folder, name), fact)).isEqualTo(right);
    }

    private static String printed(Section section) {
        return section.kind() + " " + section.heading() + ": " + section.text();
    }

    private static String only(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return SourcePath.of(folder, files.findFirst().orElseThrow());
        }
    }
}

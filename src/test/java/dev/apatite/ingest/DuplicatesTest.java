package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.works.CorpusCitations;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which of two files that hold one paper is read: each with how many words it holds. */
class DuplicatesTest {
    private static Outline file(String described) {
        String[] cells = described.strip().split(" ");
        Paper paper = Paper.ofText(
                "same",
                cells[0],
                "Nodules of the forearm in a tailor",
                new Section(SectionKind.CASE, null, 1, List.of("stone ".repeat(Integer.parseInt(cells[1])))));
        return Outline.read(paper, new SourceFile(cells[0], "same", 1, 1), "spool", new CorpusCitations());
    }

    @ParameterizedTest(name = "of {0} and {1} {2} is read")
    @CsvSource({
        "a.pdf 100,  a.nxml 100, a.nxml",
        "a.pdf 100,  a.nxml 60,  a.nxml",
        "a.pdf 1000, a.nxml 60,  a.pdf",
        "a.pdf 60,   a.nxml 1000, a.nxml",
        "b.pdf 100,  a.pdf 100,  a.pdf",
        "b.pdf 300,  a.pdf 100,  b.pdf",
    })
    void muchMoreTextCountsMoreThanStructure(String one, String other, String read) {
        for (List<Outline> files : List.of(List.of(file(one), file(other)), List.of(file(other), file(one)))) {
            assertThat(Duplicates.merge(files)).singleElement().satisfies(paper -> {
                assertThat(paper.path()).isEqualTo(read);
                assertThat(paper.files()).hasSize(2);
            });
        }
    }
}

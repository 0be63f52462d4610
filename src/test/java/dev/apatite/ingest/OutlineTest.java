package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.SourceFile;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.works.CorpusCitations;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutlineTest {
    private static Paper paper(String id, @Nullable String title) {
        return Paper.ofText(
                id, "case.txt", title, new Section(SectionKind.CASE, null, 1, List.of("A woman had a rash.")));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Nodules of the forearm in a tailor | Nodules of the forearm in tailors | sha-before
            Nodules of the forearm in a tailor | Gout of the ear in a sailor       | sha-after
            Nodules of the forearm in a tailor |                                   | sha-after
                                               | Nodules of the forearm in a tailor | sha-after
                                               |                                   | sha-after
            ***                                | ***                               | sha-after
            """)
    void theIdStaysOnlyWhereTheTitlesSayThatItIsTheSamePaper(
            @Nullable String before, @Nullable String after, String id) {
        Outline outline = Outline.read(
                paper("after", after), new SourceFile("case.txt", "after", 1, 1), "spool", new CorpusCitations());
        assertThat(outline.after(paper("sha-before", before)).plainId()).isEqualTo(id);
    }
}

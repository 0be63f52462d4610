package dev.apatite.reading.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The first section behind the authors keeps its heading and its text, however short both are. */
class FirstSectionTest {
    private static final String TITLE = "Stones of the elbow in a sailor";

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource({
        "Case report,          He got gorse at 5 mg and improved., CASE",
        "CASE PRESENTATION,    He was well.,                       CASE",
        "Case,                 A man.,                             CASE",
        "Case 1,               A man got gorse.,                   CASE",
        "Observation,          He got gorse.,                      CASE",
        "Introduction,         Stones are rare.,                   INTRO",
        "Summary,              He got gorse.,                      ABSTRACT",
        "Patients and methods, We looked.,                         METHODS",
    })
    void behindAuthors(String heading, String text, SectionKind kind) throws ReadingException {
        for (String front : new String[] {"Ann Brook, Cy Dale", "Ann Brook, Cy Dale\n\nDepartment of Stones, Utopia"}) {
            String rest = heading + "\n\n" + text + "\n\nDiscussion\n\nWords follow here.\n";
            PaperDraft paper = new TextReader().read(TITLE + "\n\n" + front + "\n\n" + rest);
            assertThat(paper.title).isEqualTo(TITLE);
            assertThat(paper.sections.getFirst().kind()).isEqualTo(kind);
            assertThat(paper.sections.getFirst().heading()).isEqualTo(heading);
            assertThat(paper.sections.getFirst().text()).isEqualTo(text);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\n\n"})
    void whereverParagraphsEnd(String end) throws ReadingException {
        PaperDraft paper = new TextReader()
                .read(String.join(
                        end,
                        TITLE,
                        "Ann Brook, Cy Dale",
                        "Department of Stones, Utopia",
                        "Case report",
                        "He got gorse at 5 mg, and improved, though the stones of his left elbow were as large as before.",
                        "Then he got heather.",
                        "Discussion",
                        "Words follow here."));
        assertThat(paper.title).isEqualTo(TITLE);
        assertThat(paper.authors).extracting(Author::family).containsExactly("Brook", "Dale");
        assertThat(paper.sections).extracting(Section::kind).startsWith(SectionKind.CASE, SectionKind.DISCUSS);
        assertThat(paper.sections.getFirst().paragraphs()).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CASE REPORT", "Case Report", "Letter to the Editor"})
    void theKindOfArticleAboveTheTitleIsNoSection(String kind) throws ReadingException {
        PaperDraft paper = new TextReader()
                .read(kind + "\n\n" + TITLE
                        + "\n\nAnn Brook, Cy Dale\n\nAbstract\n\nHe got gorse.\n\nCase\n\nHe did.\n");
        assertThat(paper.title).isEqualTo(TITLE);
        assertThat(paper.sections).extracting(Section::heading).containsExactly("Abstract", "Case");
    }
}

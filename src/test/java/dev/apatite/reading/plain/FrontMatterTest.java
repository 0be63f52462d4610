package dev.apatite.reading.plain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What stands between a manuscript's title and its abstract, a slash for each new paragraph, and the authors in it. */
class FrontMatterTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Ada Hall^{1}, Ben Okri^{2*} / ^{1}Department of Stones, Utopia | Ada Hall; Ben Okri",
                "Ada Hall, MD; Ben Okri, PhD / Department of Stones, Utopia     | Ada Hall; Ben Okri",
                "Authors: A. Hall & B.C. Okri / Department of Stones, Utopia    | A. Hall; B.C. Okri",
                "Hall A^{1}, Okri BC^{2} / ^{1}Department of Stones, Utopia     | A Hall; BC Okri",
                "Ada Hall^{1} / Ben Okri^{2} / Cleo Ray^{2} / ^{1}Department of Stones, Utopia | Ada Hall; Ben Okri; Cleo Ray",
                "Ada Hall^{1} / ^{1}New Utopia / ^{2}Old Utopia                 | Ada Hall",
                "Ada Hall / Department of Stones, Utopia University             | Ada Hall",
                "Department of Stones, Utopia University                        | ''",
                "Small Examples / Vol. 3, No. 2                                 | ''",
            })
    void authors(String front, String authors) throws ReadingException {
        String text = "# Stones in the skin of a baker\n\n" + front.replace(" / ", "\n\n")
                + "\n\n## Abstract\n\nA baker had stones in his skin. Nothing took them away.\n";
        PaperDraft paper = new TextReader().read(text);
        assertThat(paper.title).isEqualTo("Stones in the skin of a baker");
        assertThat(paper.authors.stream()
                        .map(author -> author.given() + " " + author.family())
                        .collect(Collectors.joining("; ")))
                .isEqualTo(authors);
    }
}

package dev.apatite.reading.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CitationMarksTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            As shown [1, 3-5] and again [2].                  | [1, 3-5]=0,2,3,4; [2]=1
            As shown (1-3), in 5 (50%) of (12) people.        | (1-3)=0,1,2
            Rare¹⁻³, at 375 mg/m² or 10⁹.                     | ¹⁻³=0,1,2
            Rare⁽⁴⁾, then⁵,⁶.                                 | ⁽⁴⁾=3; ⁵,⁶=4,5
            Rare^{1,3}.                                       | ^{1,3}=0,2
            Known [7] and unknown [99].                       | [7]=6
            One [1], two [2], then (3).                       | [1]=0; [2]=1
            Nothing is cited here, not even 2019.             | ''
            """)
    void marksPointToReferences(String text, String expected) {
        assertThat(marks(text, numbered(8))).isEqualTo(expected);
    }

    @Test
    void romanLabelsAnswerToArabicMarks() {
        List<Reference> roman = List.of(reference("I"), reference("II"), reference("III"), reference("IV"));
        assertThat(marks("Seen [1,4].", roman)).isEqualTo("[1,4]=0,3");
    }

    @Test
    void anUnnumberedListIsCountedOrCitedByAuthorAndYear() {
        List<Reference> works = List.of(work("Hall", 2010), work("Bell", 2012), work("Bell", 2012));
        assertThat(marks("Seen before [2].", works)).isEqualTo("[2]=1");
        assertThat(marks("Seen (Hall et al., 2010; Bell and Ray, 2012b).", works))
                .isEqualTo("Hall et al., 2010=0; Bell and Ray, 2012b=2");
    }

    private static String marks(String text, List<Reference> references) {
        List<Section> sections = List.of(new Section(SectionKind.DISCUSS, null, 1, List.of(text)));
        return CitationMarks.find(sections, references).stream()
                .map(citation -> text.substring(citation.start(), citation.end()) + "="
                        + citation.references().stream().map(String::valueOf).collect(Collectors.joining(",")))
                .collect(Collectors.joining("; "));
    }

    private static List<Reference> numbered(int count) {
        List<Reference> all = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            all.add(reference(Integer.toString(i)));
        }
        return all;
    }

    private static Reference reference(String label) {
        return new Reference(
                label, "A work", List.of(), null, null, null, null, null, null, null, null, null, null, null);
    }

    private static Reference work(String family, int year) {
        return new Reference(
                null,
                "A work",
                List.of(new PersonName(family, "A")),
                null,
                null,
                year,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }
}

package dev.apatite.reading.citation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.reading.citation.ReferenceList.Entry;
import dev.apatite.reading.citation.ReferenceList.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceListTest {
    private static List<Entry> split(String text) {
        return ReferenceList.split(
                text.lines().map(line -> new Line(line, null, false)).toList());
    }

    private static Entry entry(@Nullable String label, String raw) {
        return new Entry(label, raw);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%d. ", "[%d] ", "(%d) ", "%d) ", "%d ", "- %d. ", "**%d.** ", "%d.", "[%d]"})
    void labelsOfEveryStyleBeginEntries(String style) {
        List<String> works = List.of(
                "Marlow PT. Calcified nodules. J Imag. 2011;1:14-9.",
                "Okafor B. Hard skin. Acta Derm. 2012;2:1-4.",
                "Quinn C, Vega D. Lumps. Skin. 2013;3:5-8.");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < works.size(); i++) {
            text.append(style.replace("%d", "" + (i + 1))).append(works.get(i)).append('\n');
        }
        assertThat(split(text.toString()))
                .containsExactly(entry("1", works.get(0)), entry("2", works.get(1)), entry("3", works.get(2)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://doi.org/10.1000/imag.1",
                "doi: 10.1000/imag.1",
                "Available at: https://www.example.org/imag/1",
                "10.1000/imag.1"
            })
    void anAddressOnALineOfItsOwnEndsAnEntryAndBeginsNone(String address) {
        List<Line> lines = new ArrayList<>();
        for (String work : List.of("Marlow PT. Calcified nodules. J Imag. 2011.", "Okafor B. Hard skin. Acta. 2012.")) {
            lines.add(new Line(work, 0f, true));
            lines.add(new Line(address, 0f, true));
        }
        assertThat(ReferenceList.split(lines))
                .containsExactly(
                        entry(null, "Marlow PT. Calcified nodules. J Imag. 2011. " + address),
                        entry(null, "Okafor B. Hard skin. Acta. 2012. " + address));
    }

    @Test
    void romanLabelsAndEntriesOverSeveralParagraphs() {
        assertThat(split("""
                        - I. Marlow PT. Calcified nodules. Clin

                        Imag. 2011 Jan;1(1):14-9.
                        - II. Okafor B. Hard skin. Acta Derm. 2012;2:1-4.

                        doi: 10.1000/acta.2.

                        III. Quinn C. Lumps. Available from:

                        https://www.example.org/books/1/
                        """))
                .containsExactly(
                        entry("I", "Marlow PT. Calcified nodules. Clin Imag. 2011 Jan;1(1):14-9."),
                        entry("II", "Okafor B. Hard skin. Acta Derm. 2012;2:1-4. doi: 10.1000/acta.2."),
                        entry("III", "Quinn C. Lumps. Available from: https://www.example.org/books/1/"));
    }

    @Test
    void numbersThatBecameBulletsAreRestored() {
        assertThat(split("""
                        - Marlow PT (2011) Calcified nodules. J Imag 1: 14-19.
                        - Okafor B (2012) Hard skin. Acta Derm 2: 1-4.
                        - 3. Quinn C (2013) Lumps. Skin 3: 5-8.
                        - Reyes D (2014)
                        More lumps. Skin 4: 5-8.
                        5. Sato E (2015) Fewer lumps. Skin 5: 5-8.

                        - Tran F (2016) No lumps. Skin 6: 5-8.

                        Citation: Marlow PT, et al. This very paper. J Case 1(1): 2.
                        """))
                .containsExactly(
                        entry("1", "Marlow PT (2011) Calcified nodules. J Imag 1: 14-19."),
                        entry("2", "Okafor B (2012) Hard skin. Acta Derm 2: 1-4."),
                        entry("3", "Quinn C (2013) Lumps. Skin 3: 5-8."),
                        entry("4", "Reyes D (2014) More lumps. Skin 4: 5-8."),
                        entry("5", "Sato E (2015) Fewer lumps. Skin 5: 5-8."),
                        entry("6", "Tran F (2016) No lumps. Skin 6: 5-8."));
    }

    @Test
    void aBulletBetweenConsecutiveNumbersContinuesTheEntry() {
        assertThat(split("""
                        1. Marlow PT, Lind S. Calcified nodules.

                        - Semin Imag. 2011; 34(6): 805-812
                        2. Okafor B. Hard skin. Acta Derm. 2012;2:1-4.
                        """))
                .containsExactly(
                        entry("1", "Marlow PT, Lind S. Calcified nodules. Semin Imag. 2011; 34(6): 805-812"),
                        entry("2", "Okafor B. Hard skin. Acta Derm. 2012;2:1-4."));
    }

    @Test
    void aNumberAtTheHeadOfALineNeedNotBeALabel() {
        assertThat(split("""
                        9. Marlow PT. Calcified nodules of the hand. J Imag. 2011;
                        12. Suppl 1:14-9.
                        10. Okafor B. Hard skin. Acta Derm.
                        2012;2:1-4.
                        11. Quinn C. Lumps. Skin. 2013;3:5-8.
                        """)).extracting(Entry::label).containsExactly("9", "10", "11");
    }

    @Test
    void aWholeListInOneParagraphIsTakenApart() {
        assertThat(split("1. Marlow PT, Lind S, Berg K. Calcified nodules of the forearm. J Imag. 2011;1:14-9."
                        + " 2. Okafor B. Hard skin. Acta Derm. 2012;2:1-4. 3. Quinn C. Lumps. Skin. 2013;3:5-8."))
                .extracting(Entry::label)
                .containsExactly("1", "2", "3");
    }

    @Test
    void hangingIndentsTellUnnumberedEntriesApartInBothColumns() {
        List<Line> lines = new ArrayList<>();
        for (float column : new float[] {50, 310}) {
            for (int i = 0; i < 4; i++) {
                lines.add(new Line("Marlow, P. T., & Lind, S. (201" + i + "). Calcified", column, false));
                lines.add(new Line("Nodules of the Hand: Okafor, B. replies.", column + 12, false));
                lines.add(new Line("Journal of Imaging, 12, 1–9.", column + 12, false));
            }
        }
        assertThat(ReferenceList.split(lines))
                .hasSize(8)
                .extracting(Entry::raw)
                .allMatch(raw -> raw.startsWith("Marlow") && raw.endsWith("1–9."));
    }

    @Test
    void namesBeginEntriesWhereNothingElseDoes() {
        assertThat(split("""
                        Marlow, P. T., & Lind, S. (2010). Calcified
                        nodules of the hand. Journal of Imaging, 12,
                        1–9.
                        Okafor, B. (2011). Hard skin. Acta
                        Dermatologica, 2, 1–4.
                        van der Meer, A., Quinn, C. (2013). Lumps.
                        Skin, 3, 5–8.
                        """))
                .extracting(Entry::raw)
                .containsExactly(
                        "Marlow, P. T., & Lind, S. (2010). Calcified nodules of the hand. Journal of Imaging, 12, 1–9.",
                        "Okafor, B. (2011). Hard skin. Acta Dermatologica, 2, 1–4.",
                        "van der Meer, A., Quinn, C. (2013). Lumps. Skin, 3, 5–8.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "soft tissue calcifi-             | cation in adults     | soft tissue calcification in adults",
                "a tumour-                        | like lesion          | a tumour-like lesion",
                "double-                          | blind trial          | double-blind trial",
                "with anti-                       | centromere           | with anti-centromere",
                "J Imag 27: 542-                  | 548.                 | J Imag 27: 542-548.",
                "the Mawdsley-                    | Berg score           | the Mawdsley-Berg score",
                "https://doi.org/10.1016/         | j.jaad.2005.01.001   | https://doi.org/10.1016/j.jaad.2005.01.001",
                "doi: 10.1007/s10067-             | 016-3412-9.          | doi: 10.1007/s10067-016-3412-9.",
                "J Imag. doi: 10.1000/x.1.        | Epub 2012.           | J Imag. doi: 10.1000/x.1. Epub 2012.",
                "IgG-                             | mediated             | IgG-mediated",
            })
    void lineEndsAreMended(String first, String second, String joined) {
        assertThat(LineJoiner.join(first, second)).isEqualTo(joined);
    }

    @Test
    void endlessListsTakeLinearTime() {
        List<Line> lines = Stream.generate(() -> new Line("and so on with more of the same text", null, false))
                .limit(60_000)
                .toList();
        assertThat(ReferenceList.split(lines)).hasSize(1);
        List<Line> numbered = new ArrayList<>();
        for (int i = 0; i < 9_000; i++) {
            numbered.add(new Line(i + 1 + ". Marlow PT. Nodules. J Imag. 2011;1:1.", null, false));
        }
        assertThat(ReferenceList.split(numbered)).hasSize(9_000);
    }
}

package dev.apatite.works;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.works.CitationFits.Fit;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which printed forms count as the same: names of people and journals, years, places, identifiers, titles. */
class PrintedFormsTest {
    private static CitedWork work(int year, String volume, String page, String doi, String pmid) {
        return new CitedWork("roy", "hard skin", 0, year, "j skin", volume, page, doi, pmid, 0, null);
    }

    private static String or(@Nullable String text) {
        return text == null ? "" : text;
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "roy, roy, SAME",
        ", roy, UNKNOWN",
        "roy, , UNKNOWN",
        "roy, ray, DIFFERENT",
        "marlow, marlwo, NEAR",
        "marlow, marlaw, NEAR",
        "marlow, merlaw, DIFFERENT",
        "schwarzenberg, schwartzenburg, NEAR",
        "schwarzenberg, swartzenburk, DIFFERENT",
        "vanderzee, zee, DIFFERENT",
        "vandermeer, meer, NEAR",
        "fernandezcodina, fernandez, NEAR",
        "chernyshevsky, tschernyschewskij, NEAR",
        "during, duering, NEAR",
        "moller, moeller, NEAR",
        "mayer, maier, NEAR",
        "popof, popov, NEAR",
        "lee, eel, DIFFERENT",
        "abel, aebl, NEAR",
        "abel, bale, DIFFERENT",
        "kuznetsov, petrovski, DIFFERENT",
    })
    void families(@Nullable String one, @Nullable String other, Fit fit) {
        assertThat(Families.fit(or(one), or(other))).isEqualTo(fit);
        assertThat(Families.fit(or(other), or(one))).isEqualTo(fit);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "'', annals of the rheumatic diseases, true",
        "ann rheum dis, annals of the rheumatic diseases, true",
        "ard, annals of the rheumatic diseases, true",
        "nejm, new england journal of medicine, true",
        "co rheumatology, curr opin rheumatol, true",
        "rheumatology, rheumatology oxford, true",
        "rheumatology, rheumatology oxford england, false",
        "j bone joint surg, j bone joint surg am, true",
        "lancet, the lancet, true",
        "lancet, lancet oncology, true",
        "j skin, j hip, false",
        "br j dermatol, british journal of dermatology, true",
        "br j dermatol, british journal of rheumatology, false",
        "jaad, j am acad dermatol, true",
        "jaad, j am acad orthop, false",
        "natl med j, national medical journal, true",
        "gut, guttman reports, true",
        "skin, acta derm venereol, false",
    })
    void journals(String one, String other, boolean agree) {
        assertThat(JournalNames.agree(one, other)).isEqualTo(agree);
        assertThat(JournalNames.agree(other, one)).isEqualTo(agree);
    }

    @ParameterizedTest(name = "{0}, {1}: {2}")
    @CsvSource({
        "0, 2011, UNKNOWN",
        "2011, 2011, SAME",
        "2010, 2011, NEAR",
        "2009, 2011, DIFFERENT",
        "2101, 2011, NEAR",
        "2017, 2107, NEAR",
        "3011, 2011, NEAR",
        "1971, 1917, DIFFERENT",
        "9102, 2011, DIFFERENT",
        "1850, 1860, NEAR",
        "1851, 1861, DIFFERENT",
        "2040, 2030, NEAR",
    })
    void years(int one, int other, Fit fit) {
        assertThat(new CitationFits(work(one, "", "", "", ""), work(other, "", "", "", "")).year())
                .isEqualTo(fit);
        assertThat(new CitationFits(work(other, "", "", "", ""), work(one, "", "", "", "")).year())
                .isEqualTo(fit);
    }

    /** Year, volume, page of each. */
    @ParameterizedTest(name = "{0}/{1}/{2}, {3}/{4}/{5}: {6}, half {7}")
    @CsvSource({
        "2011, 12, 145, 2011, 12, 145, SAME, true",
        "2011, 12, 145, 2011, 12, , UNKNOWN, true",
        "2011, 12, 145, 2011, , 145, UNKNOWN, true",
        "2011, 12, 5, 2011, , 5, UNKNOWN, false",
        "2011, 12, , 2011, , 145, UNKNOWN, false",
        "2011, 12, 145, 2011, 13, 145, NEAR, false",
        "2011, 12, 145, 2010, 13, 145, NEAR, false",
        "2011, 12, 14, 2010, 13, 14, DIFFERENT, false",
        "2011, 12, 145, 2011, 12, 146, NEAR, false",
        "2011, 12, 145, 2010, 12, 146, DIFFERENT, false",
        "2011, 12, 1, 2011, 12, 2, DIFFERENT, false",
        "2011, 12, 145, 2011, 12, 268, DIFFERENT, false",
        "2011, 12, 145, 2011, 13, 146, DIFFERENT, false",
        "2011, 12, 145, 2011, 88, 145, DIFFERENT, false",
        "2011, , kq310, 2011, 38, 64, UNKNOWN, false",
        "2011, , 123456, 2011, 38, 64, UNKNOWN, false",
        "2011, , 1234, 2011, 38, 64, DIFFERENT, false",
    })
    void places(
            int year,
            @Nullable String volume,
            @Nullable String page,
            int otherYear,
            @Nullable String otherVolume,
            @Nullable String otherPage,
            Fit fit,
            boolean half) {
        CitedWork one = work(year, or(volume), or(page), "", "");
        CitedWork other = work(otherYear, or(otherVolume), or(otherPage), "", "");
        assertThat(new CitationFits(one, other).place()).isEqualTo(fit);
        assertThat(new CitationFits(other, one).place()).isEqualTo(fit);
        assertThat(new CitationFits(one, other).halfPlace()).isEqualTo(half);
        assertThat(new CitationFits(other, one).halfPlace()).isEqualTo(half);
    }

    /** DOI and PMID of each. */
    @ParameterizedTest(name = "{0}/{1}, {2}/{3}: {4} {5}, differ {6}")
    @CsvSource({
        "10.1000/skin.145, , 10.1000/skin.145, , SAME, UNKNOWN, false",
        "10.1000/skin.145, , 10.1000/skin.146, , NEAR, UNKNOWN, false",
        "10.1000/skin.145, , 10.1000/skin, , NEAR, UNKNOWN, false",
        "10.1/a, , 10.1/a.77, , DIFFERENT, UNKNOWN, true",
        "10.1000/skin.145, , 10.1000/hip.9, , DIFFERENT, UNKNOWN, true",
        "10.1000/skin.145, 123, 10.1000/hip.9, 123, DIFFERENT, SAME, false",
        "10.1000/skin.145, 1234567, 10.1000/skin.145, 7654321, SAME, DIFFERENT, false",
        ", 1234567, , 7654321, UNKNOWN, DIFFERENT, true",
        ", 1234567, , 1234568, UNKNOWN, NEAR, false",
        "10.1000/skin.145, , , 1234567, UNKNOWN, UNKNOWN, false",
    })
    void identifiers(
            @Nullable String doi,
            @Nullable String pmid,
            @Nullable String otherDoi,
            @Nullable String otherPmid,
            Fit dois,
            Fit pmids,
            boolean differ) {
        CitedWork one = work(0, "", "", or(doi), or(pmid));
        CitedWork other = work(0, "", "", or(otherDoi), or(otherPmid));
        assertThat(new CitationFits(one, other).doi()).isEqualTo(dois);
        assertThat(new CitationFits(other, one).doi()).isEqualTo(dois);
        assertThat(new CitationFits(one, other).pmid()).isEqualTo(pmids);
        assertThat(new CitationFits(one, other).idsDiffer()).isEqualTo(differ);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Hard Skin                  | hard skin",
                "Hard skin: a study         | hard skin:a study",
                "Hard skin - a study        | hard skin:a study",
                "Hard-skin study            | hard skin study",
                "Hard skin? A study.        | hard skin:a study",
                "Ratio 3:1                  | ratio 3 1",
                "Crohn's disease            | crohns disease",
                "Märchen von Größe          | marchen von grosse",
                "Sjøgren æon œdème Łódź     | sjogren aeon oedeme lodz",
                "TNF-α and Ω                | tnf alpha and omega",
                "Ðorđe þing ılık            | dorde thing ilik",
                "(Hard) [skin]              | hard skin",
            })
    void titlesAreFolded(String printed, String folded) {
        assertThat(PrintedText.foldTitle(printed)).isEqualTo(folded);
    }

    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "10.1000/A                  | 10.1000/a",
                "doi:10.1000/a.             | 10.1000/a",
                "https://doi.org/10.1000/a; | 10.1000/a",
                "(10.1000/a),               | 10.1000/a",
                "none                       | none",
                "''                         | ''",
            })
    void doisAreFreed(String printed, String freed) {
        assertThat(PrintedText.doi(printed)).isEqualTo(freed);
    }

    @ParameterizedTest(name = "{0}, {1}: series {2}, same words {3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "hard skin part i              | hard skin part ii              | true  | false",
                "hard skin in 78 patients      | hard skin in 75 patients       | true  | false",
                "hard skin in tailors          | hard skin in tailors           | false | true",
                "hard skin in tailors          | reply hard skin in tailors     | true  | false",
                "hard skin in tailors          | hard skin in the tailors       | false | true",
                "hard skin in tailors          | hard skin in tailors of kazan  | false | false",
                "hard skin in tailors of kazan | hard skin in tailers of kazan  | false | true",
                "hard skin of forty tailors:a long report of many  | hard skin of forty tailors | false | true",
                "hard skin of forty tailors:part ii                | hard skin of forty tailors | true  | true",
                "hard skin of forty tailors:an erratum             | hard skin of forty tailors | true  | true",
                "hard skin of forty tailors:24 new cases of our own | hard skin of forty tailors | false | true",
                "hard skin 2                   | hard skin two                  | false | false",
            })
    void titlesOfASeries(String one, String other, boolean series, boolean words) {
        assertThat(Titles.areTwoOfASeries(one, other)).isEqualTo(series);
        assertThat(Titles.areTwoOfASeries(other, one)).isEqualTo(series);
        assertThat(Titles.haveTheSameWords(one, other)).isEqualTo(words);
        assertThat(Titles.haveTheSameWords(other, one)).isEqualTo(words);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "12                 | 145                    | 12   | 145",
                "012                | 0145                   | 12   | 145",
                "vol. 12 (Suppl 3)  | pp. 145                | 12   | 145",
                "2011               | 145                    | ''   | 145",
                "A                  | S145                   | a    | s145",
                "-                  | Article number: 15196  | ''   | 15196",
                "12                 | e45-e52                | 12   | e45",
                "12                 | xii                    | 12   | xii",
                "12                 | in press               | 12   | inpress",
                "0                  | 00                     | 0    | 0",
                "12                 | -                      | 12   | ''",
            })
    void volumeAndPage(@Nullable String volume, @Nullable String page, String readVolume, String readPage) {
        CitedWork work = new CitedWorks().of(reference("Roy", "Hard skin", "J Skin", 2011, volume, page, ""));
        assertThat(work.volume()).isEqualTo(readVolume);
        assertThat(work.page()).isEqualTo(readPage);
    }

    @ParameterizedTest(name = "{0}: edition {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "Roy P. Diseases of the skin. 2nd ed. Kazan.          | 2",
                "Roy P. Diseases of the skin. Third edition. Kazan.   | 3",
                "Roy P. Diseases of the skin. Tenth edn. Kazan.       | 10",
                "Roy P. Krankheiten der Haut. 12. Aufl. Kazan.        | 12",
                "Roy P. Diseases of the skin. 4th rev. ed. Kazan.     | 4",
                "Roy P. Diseases of the skin. Kazan.                  | 0",
                "Roy P. Second thoughts of an editor. Kazan.          | 0",
            })
    void editionsOfBooks(String printed, int edition) {
        assertThat(new CitedWorks()
                        .of(reference("Roy", "Diseases of the skin", null, 2011, null, null, printed))
                        .edition())
                .isEqualTo(edition);
        assertThat(new CitedWorks()
                        .of(reference("Roy", "Diseases of the skin", null, 2011, "12", "145", printed))
                        .edition())
                .as("an article has none")
                .isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "author and title     | Roy | Hard skin                   | -      | 0    | -  | -   | true",
                "year and title       | -   | Hard skin                   | -      | 2011 | -  | -   | true",
                "a long title         | -   | Hard skin in tailors        | -      | 0    | -  | -   | true",
                "a short title        | -   | Hard skin                   | -      | 0    | -  | -   | false",
                "no more than a word  | Roy | Skin                        | -      | 2011 | -  | -   | false",
                "author and place     | Roy | -                           | J Skin | 0    | 12 | 145 | true",
                "year and place       | -   | -                           | J Skin | 2011 | 12 | 145 | true",
                "a place alone        | -   | -                           | J Skin | 0    | 12 | 145 | false",
                "no page              | Roy | -                           | J Skin | 2011 | 12 | -   | false",
                "no volume            | Roy | -                           | J Skin | 2011 | -  | 145 | false",
                "no journal           | Roy | -                           | -      | 2011 | 12 | 145 | false",
            })
    void whatIsKnownWellEnoughToBeFoundAgain(
            String what,
            @Nullable String family,
            @Nullable String title,
            @Nullable String journal,
            int year,
            @Nullable String volume,
            @Nullable String page,
            boolean identified) {
        assertThat(new CitedWorks()
                        .of(reference(family, title, journal, year, volume, page, ""))
                        .isIdentified())
                .as(what)
                .isEqualTo(identified);
    }

    private static Reference reference(
            @Nullable String family,
            @Nullable String title,
            @Nullable String journal,
            int year,
            @Nullable String volume,
            @Nullable String page,
            String raw) {
        return new Reference(
                null,
                raw,
                family == null ? List.of() : List.of(new PersonName(family, "P")),
                title,
                journal,
                year == 0 ? null : year,
                volume,
                null,
                page,
                null,
                null,
                null,
                null,
                null);
    }
}

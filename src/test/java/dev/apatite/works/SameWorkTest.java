package dev.apatite.works;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two citations at a time: family / title / journal / year / volume / page / DOI suffix / PMID / printed edition. */
class SameWorkTest {
    private final CitedWorks works = new CitedWorks();

    private CitedWork work(String fields) {
        String[] part = (fields + "/////////").split("/", -1);
        for (int i = 0; i < part.length; i++) {
            part[i] = part[i].strip();
        }
        return works.of(new Reference(
                null,
                part[1] + ". " + part[8],
                part[0].isEmpty() ? List.of() : List.of(new PersonName(part[0], "P")),
                or(part[1]),
                or(part[2]),
                part[3].isEmpty() ? null : Integer.valueOf(part[3]),
                or(part[4]),
                null,
                or(part[5]),
                null,
                part[6].isEmpty() ? null : "10.1000/" + part[6],
                or(part[7]),
                null,
                null));
    }

    private static @Nullable String or(String text) {
        return text.isEmpty() ? null : text;
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "British, American    | Roy/Haemodialysis and tumour calcification in paediatric patients/J Skin/2011 | Roy/Hemodialysis and tumor calcification in pediatric patients/J Skin/2011",
                "Greek letters        | Roy/TNF-α and interferon-γ in the skin of patients with lupus/J Skin/2011 | Roy/TNF-alpha and interferon-gamma in the skin of patients with lupus/J Skin/2011",
                "transliterated name  | Tschernyschewskij/Hardening of the skin in forty tailors of Kazan/J Skin/1911 | Chernyshevsky/Hardening of the skin in forty tailors of Kazan/J Skin/1911",
                "umlaut written out   | Düring/Hardening of the skin in forty tailors of Kazan/J Skin/1911 | Duering/Hardening of the skin in forty tailors of Kazan/J Skin/1911",
                "subtitle left out    | Roy/Hardening of the skin in tailors: a cross-sectional study/J Skin/2011 | Roy/Hardening of the skin in tailors/J Skin/2011",
                "no title, same place | Roy/Hardening of the skin in tailors/J Skin/2011/12/145 | Roy//J Skin/2011/12/145",
                "last page glued on   | Roy/Hardening of the skin in tailors/J Skin/2011/12/e45-e52 | Roy/Hardening of the skin in tailors/J Skin/2011/12/e45",
                "supplement in volume | Roy/Hardening of the skin in tailors/J Skin/2011/12 (Suppl 3)/145 | Roy/Hardening of the skin in tailors/J Skin/2011/12/145",
                "article number       | Roy/Hardening of the skin in tailors/J Skin/2015/2/15196 | Roy/Hardening of the skin in tailors/J Skin/2016/2/Article number: 15196",
                "online first         | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2010//kq310 | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2010/38/64",
                "translated title     | Roy/Verhärtung der Haut bei Schneidern/Hautarzt/2011/12/145/a | Roy/Hardening of the skin in tailors/Hautarzt/2011/12/145/a",
                "a wrong DOI          | Roy/Hardening of the skin in tailors/J Skin/2011/12/145/a | Roy/Hardening of the skin in tailors/J Skin/2011/12/145/zz9",
                "a digit of the DOI   | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011///skin.145 | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011///skin.146",
                "a digit of the PMID  | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011////2345678 | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011////2345679",
                "same edition         | Roy/Diseases of the skin for students of medicine//2011/////2nd ed. | Roy/Diseases of the skin for students of medicine//2011/////Second edition",
                "a group's name       | International Skin Genome Consortium/A draft of the genome of the skin of the elephant and of its kin/Science/2014 | The Skin Genome Sequencing Group/A draft of the genome of the skin of the elephant and of its kin/Science/2014",
            })
    void oneWork(String what, String one, String other) {
        assertThat(SameWork.strength(work(one), work(other))).as(what).isPositive();
        assertThat(SameWork.strength(work(other), work(one))).as(what).isPositive();
        assertThat(SameWork.conflict(work(one), work(other), 60, false)).isFalse();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "a reply              | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011 | Roy/Reply to: Hardening of the skin in forty tailors of Kazan/J Skin/2011",
                "an erratum           | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011 | Roy/Erratum: Hardening of the skin in forty tailors of Kazan/J Skin/2011",
                "a part in a subtitle | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011 | Roy/Hardening of the skin in forty tailors of Kazan: part II/J Skin/2011",
                "other patients       | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011 | Roy/Hardening of the skin in forty tailors of Kazan in children/J Skin/2011",
                "next year's report   | Roy/Standards of care for hardening of the skin/J Skin/2019/42/S1 | Roy/Standards of care for hardening of the skin/J Skin/2020/43/S1",
                "a later guideline    | Roy/Guideline for the care of hardening of the skin/J Skin/2009 | Roy/Guideline for the care of hardening of the skin/J Skin/2015",
                "in two journals      | Roy/Guideline for the care of hardening of the skin/J Skin/2009 | Roy/Guideline for the care of hardening of the skin/Acta Cardiol/2009",
                "a preprint           | Roy/Hardening of the skin in forty tailors of Kazan/medRxiv/2019///a | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2020/12/145/zz",
                "a later edition      | Roy/Diseases of the skin for students of medicine//2011/////1st ed. | Roy/Diseases of the skin for students of medicine//2012/////3rd ed.",
                "two chapters         | Roy/Hardening of the skin/Diseases of tailors/2011 | Roy/Softening of the nails/Diseases of tailors/2011",
                "a copied DOI         | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011/12/145/a | Sato/Education before operations of the hip/J Hip/2004/3/9/a",
                "a copied place       | Roy/Hardening of the skin in forty tailors of Kazan/J Skin/2011/12/145 | Sato/Education before operations of the hip/J Skin/2011/12/145",
                "PMIDs apart          | Roy/Hardening of the skin in tailors/J Skin/2011////2345678 | Roy/Hardening of the skin in tailors/J Skin/2011////7654321",
                "neighbours           | Roy/Hardening of the skin/J Skin/2011/12/145 | Roy/Softening of the nails/J Skin/2011/12/146",
                "two short titles     | Roy/Editorial/J Skin/2011 | Roy/Editorial/J Skin/2012",
            })
    void twoWorks(String what, String one, String other) {
        assertThat(SameWork.strength(work(one), work(other))).as(what).isZero();
        assertThat(SameWork.strength(work(other), work(one))).as(what).isZero();
    }
}

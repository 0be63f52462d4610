package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IdentifiersTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            doi: 10.1000/xyz.2019-65627.                    | 10.1000/xyz.2019-65627
            DOI: https://doi.org/10.1000/v3-i12-34, Factor  | 10.1000/v3-i12-34
            (10.1000/abc(2019)12)                           | 10.1000/abc(2019)12
            [doi](https://doi.org/10.1000/abc)              | 10.1000/abc
            10.1000/S0140-6736(05)1234-5                    | 10.1000/S0140-6736(05)1234-5
            see 10.5 of 10/12                               | -
            10.1000/                                        | -
            """)
    void theDoiStandsAlone(String text, String doi) {
        assertThat(Identifiers.doi(text)).isEqualTo(doi);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            PMID: 12345678. PMCID: PMC7654321  | 12345678 | PMC7654321
            PMID 123 PMC 4567                  | 123      | PMC4567
            pubmed.ncbi.nlm.nih.gov/999/       | 999      | -
            version 12345                      | -        | -
            """)
    void pubmedsIdentifiersAreNamed(String text, String pmid, String pmcid) {
        assertThat(Identifiers.pmid(text)).isEqualTo(pmid);
        assertThat(Identifiers.pmcid(text)).isEqualTo(pmcid);
    }

    @ParameterizedTest
    @CsvSource({"https://orcid.org/0000-0002-1825-009x,0000-0002-1825-009X"})
    void theOrcidIsBare(String text, String orcid) {
        assertThat(Identifiers.orcid(text)).isEqualTo(orcid);
    }

    @ParameterizedTest
    @CsvSource({
        "0000-0002-1825-0097,true",
        "0000-0002-1694-233X,true",
        "0000-0002-1825-0098,false",
        "0000-0002-1825-009X,false"
    })
    void theLastDigitChecksTheOrcid(String orcid, boolean right) {
        assertThat(Identifiers.isChecked(orcid)).isEqualTo(right);
        assertThat(Identifiers.orcids("see https://orcid.org/" + orcid + ", " + orcid))
                .hasSize(right ? 1 : 0);
    }
}

package dev.apatite.export;

import static dev.apatite.index.Papers.paper;
import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.index.Papers;
import dev.apatite.paper.Paper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When, where and under which terms a paper was published, as other programs ask for it. */
class PublishedTest {
    private static Paper printed(@Nullable String date, @Nullable String licence) {
        return paper("p")
                .year(2016)
                .printed(date, null, null, null, null, licence)
                .build();
    }

    @ParameterizedTest(name = "{0} is published {1}, not before {2}")
    @CsvSource({
        "2015,       2015,       2015-01-01",
        "2015-03,    2015-03,    2015-03-01",
        "2015-03-07, 2015-03-07, 2015-03-07",
        ",           2016,       2016-01-01",
        "March 2015, 2016,       2016-01-01",
    })
    void aDateIsAsExactAsItIsKnown(@Nullable String date, String known, String firstDay) {
        Paper paper = printed(date, null);
        assertThat(Dates.printed(paper)).isEqualTo(known);
        assertThat(Dates.firstDay(paper)).isEqualTo(firstDay);
        assertThat(Dates.parts(paper))
                .hasSize(known.split("-").length)
                .startsWith(Integer.parseInt(known.substring(0, 4)));
    }

    @Test
    void aPaperWithoutAYearHasNoDate() {
        Paper paper = ReferencePapers.of(new dev.apatite.paper.Reference(
                "1", "Old.", java.util.List.of(), null, null, null, null, null, null, null, null, null, null, null));
        assertThat(Dates.printed(paper)).isNull();
        assertThat(Dates.firstDay(paper)).isNull();
        assertThat(Dates.parts(paper)).isEmpty();
    }

    @ParameterizedTest(name = "\"{0}\" is {1}")
    @CsvSource(
            delimiter = '|',
            value = {
                "https://creativecommons.org/licenses/by-nc/4.0/                       | cc by-nc    | https://creativecommons.org/licenses/by-nc/4.0/",
                "http://creativecommons.org/licences/BY/3.0                            | cc by       | http://creativecommons.org/licences/BY/3.0",
                "https://creativecommons.org/publicdomain/zero/1.0/                    | cc0         | https://creativecommons.org/publicdomain/zero/1.0/",
                "This work is in the public domain.                                    | cc0         |",
                "Published under CC BY-NC-ND.                                          | cc by-nc-nd |",
                "Published under CC BY NC.                                             | cc by-nc    |",
                "under the Creative Commons Attribution License                        | cc by       |",
                "Creative Commons Attribution-NonCommercial-NoDerivs License           | cc by-nc-nd |",
                "Creative Commons Attribution-NonCommercial-ShareAlike 4.0             | cc by-nc-sa |",
                "Creative Commons Attribution-ShareAlike 4.0                           | cc by-sa    |",
                "All rights reserved.                                                  |             |",
                "                                                                      |             |",
            })
    void aLicenceIsNamedShortly(@Nullable String words, @Nullable String name, @Nullable String address) {
        Paper paper = printed(null, words);
        assertThat(Licence.commons(paper)).isEqualTo(name);
        assertThat(Licence.isOpen(paper)).isEqualTo(name != null);
        assertThat(Licence.address(paper)).isEqualTo(address);
    }

    @ParameterizedTest(name = "{0} to {1} is {2}")
    @CsvSource({"97, 103, 97-103", "97, 97, 97", "97, , 97", ", 103, "})
    void pages(@Nullable String first, @Nullable String last, @Nullable String range) {
        assertThat(PageRange.range(first, last, "-")).isEqualTo(range);
    }

    @ParameterizedTest(name = "{0}, {1}, {2}: {3}")
    @CsvSource({
        "10.1000/a, PMC1, 2, https://doi.org/10.1000/a",
        ",          PMC1, 2, https://pmc.ncbi.nlm.nih.gov/articles/PMC1/",
        ",          ,     2, https://pubmed.ncbi.nlm.nih.gov/2/",
        ",          ,     ,  ",
    })
    void aPaperStandsWhereItsPublisherPutIt(
            @Nullable String doi, @Nullable String pmcid, @Nullable String pmid, @Nullable String address) {
        Papers paper = paper("p").ids(pmid, pmcid);
        assertThat(WebAddresses.of((doi == null ? paper : paper.doi(doi)).build()))
                .isEqualTo(address);
    }
}

package dev.apatite.reading.shared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.reading.draft.PaperDraft;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the small print says of a paper: a slash for each new line; journal, year, volume, issue, first and last page. */
class MastheadTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "J Imaginary Med. 2015;12(3):97-103          | J Imaginary Med 2015 12 3 97 103",
                "J Imaginary Med. 2015 Mar 7;12(3):97-103    | J Imaginary Med 2015 12 3 97 103",
                "J Imaginary Med. 2015;12:e203               | J Imaginary Med 2015 12 - e203 -",
                "J Imaginary Med 12 (3), 2015: 97-103        | J Imaginary Med 2015 12 3 97 103",
                "J Imaginary Med, Vol. 12, No. 3, 2015: 97-103 | J Imaginary Med 2015 12 3 97 103",
                "Vol. 07, No. 02, March 2014                 | - 2014 7 2 - -",
                "Pages: 97-103                               | - - - - 97 103",
                "© 2015 The Authors                          | - 2015 - - - -",
                "Copyright by the authors, 2015              | - 2015 - - - -",
                "(c) The Authors 2015                        | - 2015 - - - -",
                "© Roe and a book of more than thirty letters 2015 | - - - - - -",
                "Received 1 May 2013                         | - 2013 - - - -",
                "Published online 1 May 2014                 | - 2014 - - - -",
                "Received 1 May 2013 / © 2015 The Authors    | - 2015 - - - -",
                "© 2015 The Authors / Published 1 May 2014   | - 2015 - - - -",
                "© 2015 The Authors / Vol. 7, No. 2, 2014    | - 2014 7 2 - -",
                "Annals of Stones 2015                       | Annals of Stones 2015 - - - -",
            })
    void saysWhereThePaperIsPrinted(String lines, String printed) {
        PaperDraft draft = new PaperDraft();
        new Masthead(draft).read(Arrays.asList(lines.split(" / ")));
        assertThat(String.join(
                        " ",
                        or(draft.journal),
                        or(draft.year),
                        or(draft.volume),
                        or(draft.issue),
                        or(draft.firstPage),
                        or(draft.lastPage)))
                .isEqualTo(printed);
    }

    private static String or(@Nullable Object value) {
        return value == null ? "-" : value.toString();
    }
}

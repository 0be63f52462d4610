package dev.apatite.paper;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as catalogues print them and as readers type them. */
class PersonalNameTest {
    @ParameterizedTest(name = "{0}, {1} is {2}, {3}, {4}")
    @CsvSource({
        "Smith, John Jr, Smith, John, Jr",
        "Smith, 'John, Jr.', Smith, John, Jr",
        "Smith Jr, John, Smith, John, Jr",
        "Smith, John III, Smith, John, III",
        "Ii, Kenji, Ii, Kenji, ''",
        "Smith, John, Smith, John, ''",
    })
    void whatStandsBehindANameIsASuffix(String family, String given, String plain, String first, String suffix) {
        assertThat(PersonalName.of(family, given))
                .isEqualTo(new PersonalName(plain, first, suffix.isEmpty() ? null : suffix));
    }

    @ParameterizedTest(name = "{0}, {1} is found by {2}")
    @CsvSource({
        "Smith, John Adam, 'Smith John Adam, Smith JA, Smith J'",
        "Smith, J. A., 'Smith J. A., Smith JA, Smith J'",
        "Smith, J, Smith J",
        "Smith, Jean-Paul, 'Smith Jean-Paul, Smith JP, Smith J'",
        "Roe, Jane A. Jr, 'Roe Jane A. Jr, Roe JA, Roe J'",
        "The Calcinosis Group, , The Calcinosis Group",
    })
    void aNameIsFoundAsPrintedAndByItsInitials(String family, String given, String searchable) {
        assertThat(PersonalName.of(family, given).searchable()).isEqualTo(searchable);
    }
}

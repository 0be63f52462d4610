package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DemographicsTest {
    private final Demographics demographics = new Demographics();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a 62 years female was admitted with ulcers                 | 62.0 YEARS FEMALE
            a 14-year-old girl presented with nodules                  | 14.0 YEARS FEMALE
            an eleven year old boy was seen                            | 11.0 YEARS MALE
            a 3-month-old infant was brought in                        | 3.0 MONTHS null
            a male neonate aged 5 days                                 | 5.0 DAYS MALE
            a 57-year-old, right-handed gentleman                      | 57.0 YEARS MALE
            a woman in her sixties                                     | none
            her 45-year-old brother had the same disease               | none
            a female patient (from a g1p1 mother) of 3.5 years of age  | 3.5 YEARS FEMALE
            she has a mother (aged 60 years) with gout                 | none
            she had suffered from pain since the age of 15             | none
            a twenty-six-year-old woman with fever                     | 26.0 YEARS FEMALE
            technetium 99m scintigraphy was normal                     | none
            """)
    void reads_who_the_patient_is(String sentence, String expected) {
        String found = demographics
                .introduced(sentence)
                .map(person -> person.age() + " " + person.unit() + " " + person.sex())
                .orElse("none");
        assertThat(found).isEqualTo(expected);
    }
}

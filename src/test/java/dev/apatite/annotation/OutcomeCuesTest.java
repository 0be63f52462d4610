package dev.apatite.annotation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomeCuesTest {
    private final OutcomeCues cues = new OutcomeCues();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            the rash resolved within a week                          | COMPLETE_RESPONSE
            the rash partially resolved                              | PARTIAL_RESPONSE
            the nodules did not resolve                              | NO_RESPONSE
            the uveitis did not regress completely                   | PARTIAL_RESPONSE
            symptoms improved completely                             | COMPLETE_RESPONSE
            there was no improvement in the ulcers                   | NO_RESPONSE
            all were ineffective                                     | NO_RESPONSE
            there were no signs of recurrence                        | COMPLETE_RESPONSE
            the tumour recurred after a year                         | PROGRESSION
            his condition worsened                                   | PROGRESSION
            treatment was started to reduce the pain                 | ''
            it may improve the symptoms                              | ''
            the dose was reduced                                     | ''
            with conflicting results                                 | MIXED
            the drug was not tolerated                               | ADVERSE_EVENT
            pain decreased                                           | PARTIAL_RESPONSE
            the platelet count did not increase                      | NO_RESPONSE
            international normalized ratio of 1.1                    | ''
            a good response to therapy                               | PARTIAL_RESPONSE
            a normal plantar response                                | ''
            warfarin helped some patients but failed in others       | MIXED
            some ulcers healed while others did not                  | MIXED
            it does not make the nodules smaller                     | NO_RESPONSE
            potassium iodide reduced the size of the nodules         | PARTIAL_RESPONSE
            early recovery is important for the outcome              | ''
            the remission remained partial                           | PARTIAL_RESPONSE
            a scan showed a decrease of the lesions                  | PARTIAL_RESPONSE
            a scan showed a decreased volume                         | ''
            she became unresponsive                                  | ''
            we tried to locate the source, to no avail               | ''
            the mass had grown                                       | PROGRESSION
            after a year loss of response was noted                  | NO_RESPONSE
            there was no recidivism                                  | COMPLETE_RESPONSE
            at six months there were no signs of heart failure       | COMPLETE_RESPONSE
            there were no signs of heart failure                     | ''
            the fistula had closed                                   | COMPLETE_RESPONSE
            it was never possible to control the seizures            | NO_RESPONSE
            the gel did not provide any relief                       | NO_RESPONSE
            the change to tacrolimus reduced his proteinuria         | PARTIAL_RESPONSE
            until two years after the operation he was pain-free     | COMPLETE_RESPONSE
            he tolerated it without any deterioration                | ''
            after effective antibiotic therapy                       | ''
            the fluid was yellow and clear                           | ''
            """)
    void reads_what_a_sentence_states(String sentence, String expected) {
        assertThat(cues.in(sentence).stream().map(cue -> cue.response().name()).collect(Collectors.joining(" ")))
                .isEqualTo(expected);
    }
}

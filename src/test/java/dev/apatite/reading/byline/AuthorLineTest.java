package dev.apatite.reading.byline;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.AnyText;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AuthorLineTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Ada Lovelace^{1, 2}, Ben Okri^{2, *}, Carlos Ivo Braga³             | Lovelace+Ada; Okri+Ben; Braga+Carlos Ivo
            Nunes GPS¹, Souza RB², Ribeiro SLE²                                 | Nunes+GPS; Souza+RB; Ribeiro+SLE
            Nurşen DÜZGÜN^a                                                     | Düzgün+Nurşen
            G.R. Tegta², Mudita Gupta^{4*}, Samriti Sood⁵                       | Tegta+G.R.; Gupta+Mudita; Sood+Samriti
            Pérez Luna José Luis¹, Pérez Luna Ana², Ramos Vega Hector³           | Pérez Luna+José Luis; Pérez Luna+Ana; Ramos Vega+Hector
            María García López, Juan Carlos Pérez                               | García López+María; Pérez+Juan Carlos
            John A. Smith, MD, PhD; Mary Jones, MBBS and Wei Li, MS             | Smith+John A.; Jones+Mary; Li+Wei
            JOHN SMITH AND MARY O'NEIL                                          | Smith+John; O'Neil+Mary
            JOHN V. SMITH, MARY MILLER, MILTON HOE, ANN LI                      | Smith+John V.; Miller+Mary; Hoe+Milton; Li+Ann
            SMITH JA, JONES B, BROWN CD                                         | Smith+JA; Jones+B; Brown+CD
            Meng H · Doe B · Ma XY                                              | Meng+H; Doe+B; Ma+XY
            Smith, J. A., Doe, B. and van der Berg, C.                          | Smith+J. A.; Doe+B.; van der Berg+C.
            Smith, John; Doe, Anna Maria                                        | Smith+John; Doe+Anna Maria
            Jan van der Meer1,2 and Ludwig von Braun1                           | van der Meer+Jan; von Braun+Ludwig
            Authors: Ana Silva(1), Rui Costa(2)                                 | Silva+Ana; Costa+Rui
            Peter Hall Jr, Ann Bell                                             | Hall+Peter Jr; Bell+Ann
            Xiaoming Wang1, Wei Zhang2, Yun Liu*                                | Wang+Xiaoming; Zhang+Wei; Liu+Yun
            Wang Xiaoming, Zhang Meiling, Liu Yunfei                            | Wang+Xiaoming; Zhang+Meiling; Liu+Yunfei
            Ann Bell, on behalf of the Rare Calcium Study Group                 | Bell+Ann
            Ann Bell¹, Otto Reed² and Ida Fern¹ for the Rare Calcium Study Group | Bell+Ann; Reed+Otto; Fern+Ida
            Ann Bell (ann@example.org), Otto Reed (otto@example.org)            | Bell+Ann; Reed+Otto
            """)
    void aLineBecomesAuthors(String line, String expected) {
        String got = AuthorLine.parse(line).stream()
                .map(author -> author.family() + "+" + (author.given() == null ? "" : author.given()))
                .collect(Collectors.joining("; "));
        assertThat(got).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ada Lovelace^{1}, Ben Okri^{2}",
                "Nurşen DÜZGÜN^a",
                "Nunes GPS¹, Souza RB²",
                "J. Smith and B. Doe",
                "Smith, John; Doe, Anna B.; van der Berg, Carl",
                "Ann Bell, Otto Reed, on behalf of the Rare Calcium Study Group",
                "Ann Bell (ann@example.org), Otto Reed (otto@example.org)",
                "Ann Bell / Otto Reed",
                "John Smith, MD"
            })
    void namesAreAnAuthorLine(String line) {
        assertThat(AuthorLine.isLikely(line)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Calcinosis Cutis",
                "Department of Medicine, University of Somewhere",
                "Calcinosis, Dermatomyositis and Scleroderma: A Case Report",
                "Case Report",
                "Journal of Cases 2019;44:86-87",
                "Calcinosis, Cutis; Diltiazem, high dose",
                "We saw Ada, Ben and Carl in the clinic.",
                ""
            })
    void otherLinesAreNone(String line) {
        assertThat(AuthorLine.isLikely(line)).isFalse();
    }

    @Test
    void anyTextIsTakenApartWithoutFailing() {
        AnyText.ofCharacters().keeps(300, (line, chance) -> {
            assertThat(AuthorLine.parse(line)).doesNotContainNull();
            AuthorLine.isLikely(line);
        });
    }
}

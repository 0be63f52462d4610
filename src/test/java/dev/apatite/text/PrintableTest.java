package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrintableTest {
    @Test
    void whatMovesACursorOrTurnsTheDirectionIsSpeltOutAndAllElseStays() {
        assertThat(Printable.of("a\u001b[31mb\nc\u202etxt.exe\u2028\u009bd"))
                .isEqualTo("a\\u001b[31mb\\u000ac\\u202etxt.exe\\u2028\\u009bd");
        assertThat(Printable.of("caf\u00e9 \u6f22 \ud83e\uddb4 \u05d0"))
                .isEqualTo("caf\u00e9 \u6f22 \ud83e\uddb4 \u05d0");
    }
}

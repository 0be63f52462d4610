package dev.apatite.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ids of findings and names of files are made of it, so that it must stay what the standard says. */
class Sha256Test {
    @ParameterizedTest(name = "of \"{0}\" as FIPS 180-4 has it")
    @CsvSource({
        "'',  e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
        "abc, ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad",
    })
    void isTheStandards(String text, String hash) {
        assertThat(Sha256.hex(text)).isEqualTo(hash);
        assertThat(Sha256.hex(text, 5)).isEqualTo(hash.substring(0, 10));
    }

    @Test
    void partsAreHashedAsIfTheyWereOne() {
        byte[] whole = Sha256.of("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(Sha256.of("a".getBytes(StandardCharsets.UTF_8), new byte[0], "bc".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(whole);
        assertThat(Sha256.hex("abc")).isEqualTo(HexFormat.of().formatHex(whole));
    }
}

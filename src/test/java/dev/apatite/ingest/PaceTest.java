package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How often a folder is looked at. */
class PaceTest {
    @ParameterizedTest(name = "a look of {0} ms, changing {1}: the next after {2} ms")
    @CsvSource({
        "0,    false, 2000",
        "5,    false, 2000",
        "20,   false, 6000",
        "80,   false, 24000",
        "80,   true,  2000",
        "5000, false, 60000",
        "5000, true,  2000",
    })
    void aFolderThatTakesLongToLookAtIsLookedAtLessOften(long worked, boolean changing, long wait) {
        assertThat(new Pace(Duration.ofSeconds(2)).wait(Duration.ofMillis(worked), changing))
                .hasMillis(wait);
    }
}

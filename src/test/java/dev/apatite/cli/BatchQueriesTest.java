package dev.apatite.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/** Files of queries. */
class BatchQueriesTest {
    @Test
    void aLineIsAQueryWithOrWithoutATopic() {
        assertThat(BatchQueries.of("diltiazem failed\n\n# none\nT7\tcalcinosis in children\r\n")
                        .queries())
                .containsExactly(
                        new BatchQueries.Asked("1", "diltiazem failed"),
                        new BatchQueries.Asked("T7", "calcinosis in children"));
    }

    @Test
    void aTopicOfSeveralWordsIsRefusedWithItsLine() {
        assertThatThrownBy(() -> BatchQueries.of("a\ntwo words\tquery"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("line 2");
    }
}

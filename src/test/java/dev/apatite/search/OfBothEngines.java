package dev.apatite.search;

import java.io.IOException;
import org.junit.jupiter.api.BeforeAll;

/** Tests of what both engines promise alike, over the same papers. */
abstract class OfBothEngines {
    static BothEngines both;

    @BeforeAll
    static void open() throws IOException, InterruptedException {
        both = BothEngines.open();
    }
}

package dev.apatite.reading.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.ingest.Ingest;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A database that SQLite made, with pages of 512 bytes, so that tables are trees and long values go on on other pages. */
class SqliteTablesTest {
    @TempDir
    private Path folder;

    private Path file;

    @BeforeEach
    void copy() throws IOException {
        file = folder.resolve("zotero.sqlite");
        try (InputStream in = Objects.requireNonNull(Ingest.class.getResourceAsStream("zotero.sqlite"))) {
            Files.copy(in, file);
        }
    }

    @Test
    void everyRowOfATableIsReadInItsOrder() throws IOException {
        List<String> words = new ArrayList<>();
        try (SqliteTables tables = new SqliteTables(file)) {
            assertThat(tables.has("ITEMS")).isTrue();
            assertThat(tables.has("nothing")).isFalse();
            tables.rows("fulltextWords", row -> words.add(row.number("wordID") + row.text("word") + row.text("none")));
        }
        assertThat(words).hasSize(60).startsWith("1w0", "2w1").endsWith("60w59");
    }

    @Test
    void aLongValueIsReadToItsEnd() throws IOException {
        List<String> values = new ArrayList<>();
        try (SqliteTables tables = new SqliteTables(file)) {
            tables.rows("itemDataValues", row -> values.add(row.text("value")));
        }
        assertThat(values).contains("Gravel. ".repeat(300) + " Longword.");
    }

    @Test
    void whateverIsBrokenIsRefusedAndNeverMore() throws IOException {
        byte[] whole = Files.readAllBytes(file);
        Random random = new Random(5);
        for (int i = 0; i < 400; i++) {
            byte[] broken = whole.clone();
            for (int k = random.nextInt(30); k >= 0; k--) {
                broken[random.nextInt(broken.length)] = (byte) random.nextInt(256);
            }
            Path damaged = Files.write(
                    folder.resolve("damaged.sqlite"),
                    i % 4 == 0 ? java.util.Arrays.copyOf(broken, random.nextInt(broken.length)) : broken);
            try {
                assertThat(ZoteroLibrary.read(damaged).records()).isNotNull();
            } catch (IOException e) {
                assertThat(e).hasMessageContaining("database");
            }
        }
    }

    @Test
    void otherDatabasesAreRefusedByName() throws IOException {
        Files.write(file, "SQLite format 3\0 and nothing else".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThatThrownBy(() -> new RecordReader().readAll(file))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining("Zotero");
    }
}

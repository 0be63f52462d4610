package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that readers send: under which name they lie in the corpus, and which are refused. */
class UploadsTest {
    @TempDir
    private Path corpus;

    private String take(String name, String content) {
        return new Uploads(corpus, () -> {}).take(name, stream(content));
    }

    private static InputStream stream(String content) {
        return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @CsvSource({
        "a paper.pdf, uploaded/a paper.pdf",
        "../../etc/cron.txt, uploaded/cron.txt",
        "C:\\papers\\b.XML, uploaded/b.xml",
        "/etc/passwd.txt, uploaded/passwd.txt",
        ".hidden.txt, uploaded/hidden.txt",
        "..txt.txt, uploaded/txt.txt",
        "a\u0000b<c>|d.txt, uploaded/a_b_c_d.txt",
        "Müller 2020.html, uploaded/Müller 2020.html"
    })
    void aNameLeadsNowhereElse(String name, String placed) throws IOException {
        assertThat(take(name, "text")).isEqualTo(placed);
        try (Stream<Path> files = Files.walk(corpus)) {
            assertThat(files.filter(Files::isRegularFile)).containsExactly(corpus.resolve(placed));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.exe", "a", "", ".", "..", "pdf", ".pdf", "a.pdf/", "a.zip", "a.jsp"})
    void whatIsNoPaperIsRefusedByName(String name) throws IOException {
        assertThatThrownBy(() -> take(name, "text"))
                .isInstanceOf(IngestException.class)
                .hasMessageContaining("was refused");
        try (Stream<Path> files = Files.walk(corpus)) {
            assertThat(files.filter(Files::isRegularFile)).isEmpty();
        }
    }

    @Test
    void nothingThatIsThereIsWrittenOver() throws IOException {
        assertThat(take("a.txt", "one")).isEqualTo("uploaded/a.txt");
        assertThat(take("a.txt", "two")).isEqualTo("uploaded/a-2.txt");
        assertThat(take("a.txt", "one")).as("the same again").isEqualTo("uploaded/a.txt");
        assertThat(corpus.resolve("uploaded/a.txt")).hasContent("one");
    }

    @Test
    void anEmptyFileAndOneWhoseStreamBreaksLeaveNothing() throws IOException {
        assertThatThrownBy(() -> take("a.txt", "")).hasMessageContaining("empty");
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("hung up");
            }
        };
        assertThatThrownBy(() -> new Uploads(corpus, () -> {}).take("a.txt", broken))
                .hasMessageContaining("a.txt could not be kept: hung up");
        try (Stream<Path> files = Files.list(corpus.resolve("uploaded"))) {
            assertThat(files).isEmpty();
        }
    }

    @Test
    void aFolderThatIsALinkIsNotWrittenTo(@TempDir Path elsewhere) throws IOException {
        Files.createSymbolicLink(corpus.resolve("uploaded"), elsewhere);
        assertThatThrownBy(() -> take("a.txt", "text")).hasMessageContaining("is a link");
        try (Stream<Path> files = Files.list(elsewhere)) {
            assertThat(files).isEmpty();
        }
    }
}

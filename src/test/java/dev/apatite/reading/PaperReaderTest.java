package dev.apatite.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.apatite.reading.draft.ReadingException;
import dev.apatite.reading.office.ZipBounds;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaperReaderTest {
    private static final String JATS =
            "<article><front><article-meta><title-group><article-title>Stones</article-title>"
                    + "</title-group></article-meta></front><body><p>A man came.</p></body></article>";
    private static final String HTML =
            "<!DOCTYPE html><html><head><title>x</title></head><body><h1>Stones</h1><h2>Case report</h2><p>A man came with stones.</p></body></html>";
    private static final String RTF = "{\\rtf1\\ansi A man came with stones in his hands.\\par}";

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({"a.xml", "a.nxml", "a.txt", "a.pdf", "a"})
    void contentBeatsTheFilesName(String name) throws Exception {
        Files.writeString(folder.resolve(name), "<?xml version=\"1.0\"?>" + JATS);
        assertThat(new PaperReader().read(folder, name).title()).isEqualTo("Stones");
        Files.writeString(folder.resolve(name), HTML);
        assertThat(new PaperReader().read(folder, name).title()).isEqualTo("Stones");
        Files.writeString(folder.resolve(name), RTF);
        assertThat(new PaperReader().read(folder, name).sections().getFirst().text())
                .contains("stones in his hands");
    }

    @Test
    void anArticleWithoutPrologueIsFoundByItsRoot() throws Exception {
        Files.writeString(folder.resolve("a.nxml"), JATS);
        assertThat(new PaperReader().read(folder, "a.nxml").title()).isEqualTo("Stones");
        Files.write(
                folder.resolve("b.xml"),
                ("<?xml version=\"1.0\" encoding=\"UTF-16\"?>" + JATS).getBytes(StandardCharsets.UTF_16));
        assertThat(new PaperReader().read(folder, "b.xml").title()).isEqualTo("Stones");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            empty.txt   |                      | empty
            recipe.xml  | <recipe>x</recipe>   | <recipe>
            cut.xml     | <article><front>     | broken
            blank.txt   | ' \n \n'             | no text
            """)
    void whatCannotBeReadSaysWhy(String name, String content, String reason) throws IOException {
        Files.writeString(folder.resolve(name), content == null ? "" : content);
        assertThatThrownBy(() -> new PaperReader().read(folder, name))
                .isInstanceOf(ReadingException.class)
                .hasMessageContaining(reason);
    }

    @Test
    void archivesAndUnknownBytesAreRefused() throws IOException {
        Files.write(folder.resolve("a.zip"), zip("x.txt", "text".getBytes(StandardCharsets.UTF_8), 1));
        Files.write(folder.resolve("a.bin"), new byte[] {1, 2, 3, (byte) 0xff, 0, 7, 9});
        assertThatThrownBy(() -> new PaperReader().read(folder, "a.zip")).hasMessageContaining("not unpacked");
        assertThatThrownBy(() -> new PaperReader().read(folder, "a.bin")).isInstanceOf(ReadingException.class);
        assertThatThrownBy(() -> new PaperReader().read(folder, "none.txt")).hasMessageContaining("not there");
    }

    @Test
    void aDocumentThatUnpacksBeyondAllBoundsIsRefusedBeforeItIsParsed() throws IOException {
        Files.write(folder.resolve("bomb.docx"), zip("word/document.xml", new byte[1024 * 1024], 201));
        assertThatThrownBy(() -> ZipBounds.check(folder.resolve("bomb.docx"))).hasMessageContaining("unpacks to more");
    }

    private static byte[] zip(String name, byte[] part, int times) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            zip.putNextEntry(new ZipEntry(name));
            for (int i = 0; i < times; i++) {
                zip.write(part);
            }
        }
        return bytes.toByteArray();
    }
}

package dev.apatite.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** One story in each format that Tika opens: which of its parsers the program carries is decided in the build. */
class OfficeFormatsTest {
    @TempDir
    private Path folder;

    @Test
    void anOpenDocumentTextIsRead() throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/vnd.oasis.opendocument.text");
        parts.put("content.xml", """
                <office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"
                 xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"><office:body><office:text>
                <text:h text:outline-level="1">A case of calcinosis</text:h>
                <text:h text:outline-level="2">Case report</text:h>
                <text:p>A woman got diltiazem without effect.</text:p>
                </office:text></office:body></office:document-content>""");
        check(zip("story.odt", parts));
    }

    @Test
    void anElectronicBookIsRead() throws Exception {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/epub+zip");
        parts.put("META-INF/container.xml", """
                <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                <rootfile full-path="book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""");
        parts.put("book.opf", """
                <package xmlns="http://www.idpf.org/2007/opf" version="2.0"><manifest>
                <item id="a" href="a.xhtml" media-type="application/xhtml+xml"/></manifest>
                <spine><itemref idref="a"/></spine></package>""");
        parts.put("a.xhtml", """
                <html xmlns="http://www.w3.org/1999/xhtml"><body><h1>A case of calcinosis</h1>
                <h2>Case report</h2><p>A woman got diltiazem without effect.</p></body></html>""");
        check(zip("story.epub", parts));
    }

    @Test
    void aRichTextIsRead() throws Exception {
        Path file = folder.resolve("story.rtf");
        Files.writeString(
                file,
                "{\\rtf1\\ansi A case of calcinosis\\par Case report\\par A woman got diltiazem without effect.\\par}",
                StandardCharsets.US_ASCII);
        check(file);
    }

    private void check(Path file) throws Exception {
        Paper paper = new PaperReader().read(folder, file.getFileName().toString());
        assertThat(paper.sections())
                .extracting(Section::kind, Section::heading, Section::paragraphs)
                .contains(tuple(SectionKind.CASE, "Case report", List.of("A woman got diltiazem without effect.")));
    }

    private Path zip(String name, Map<String, String> parts) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}

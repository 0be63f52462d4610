package dev.apatite.reading.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Section;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class OfficePackageTest {
    @Test
    void anOpenDocumentsNotesStandApartAndItsDeletionsCommentsAndFeetAreNoText(@TempDir Path folder)
            throws IOException, ReadingException {
        String names = "xmlns:office='urn:oasis:names:tc:opendocument:xmlns:office:1.0' "
                + "xmlns:text='urn:oasis:names:tc:opendocument:xmlns:text:1.0' "
                + "xmlns:style='urn:oasis:names:tc:opendocument:xmlns:style:1.0'";
        Map<String, String> parts = new TreeMap<>(Map.of(
                "content.xml",
                "<office:document-content " + names + "><office:body><office:text><text:tracked-changes>"
                        + "<text:changed-region><text:deletion><text:p>Deletedword.</text:p></text:deletion>"
                        + "</text:changed-region></text:tracked-changes><text:h text:outline-level='1'>Stones of the skin"
                        + "</text:h><text:h text:outline-level='2'>Case</text:h><text:p>He got gorse<text:note text:id='n'>"
                        + "<text:note-citation>1</text:note-citation><text:note-body><text:p>Noteword &amp; more.</text:p>"
                        + "</text:note-body></text:note><office:annotation><text:p>Commentword.</text:p></office:annotation>"
                        + " daily and improved.</text:p></office:text></office:body></office:document-content>",
                "styles.xml",
                "<office:document-styles " + names + "><office:master-styles><style:master-page style:name='S'>"
                        + "<style:footer><text:p>Footerword</text:p></style:footer></style:master-page>"
                        + "</office:master-styles></office:document-styles>"));
        Path file = folder.resolve("case.odt");
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            out.putNextEntry(new ZipEntry("mimetype"));
            out.write("application/vnd.oasis.opendocument.text".getBytes(StandardCharsets.US_ASCII));
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        List<Section> sections = new OfficeReader().read(file).sections;
        assertThat(sections.stream().map(Section::heading)).containsExactly("Case", "Notes");
        assertThat(sections.stream().map(Section::text))
                .containsExactly("He got gorse daily and improved.", "Noteword & more.");
    }

    @Test
    @Timeout(20)
    void runsAndStylesThatAreNeverClosedCostNoMoreThanTheirLength() {
        String open = "<w:p>" + "<w:r>x".repeat(100_000) + "</w:p>";
        String styles =
                "<w:style w:type=\"paragraph\">".repeat(50_000) + "<w:rPrDefault><w:sz w:val=\"20\"/>".repeat(50_000);
        assertThat(new WordHeadings(styles).marked(open)).isEqualTo(open);
    }
}

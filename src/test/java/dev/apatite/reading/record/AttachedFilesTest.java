package dev.apatite.reading.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.reading.draft.ReadingException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How each program writes where a paper's file lies, and the path that it means. */
class AttachedFilesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            :marsh.pdf:PDF                                               | marsh.pdf
            :papers/marsh_2014.pdf:PDF                                   | papers/marsh_2014.pdf
            Full text:files/12/marsh.pdf:application/pdf                 | files/12/marsh.pdf
            Full Text PDF:files/12/marsh.pdf:application/pdf;Snapshot:files/13/page.html:text/html | files/12/marsh.pdf, files/13/page.html
            :C$\\backslash$:/Users/mel/Mendeley/marsh.pdf:pdf            | C:/Users/mel/Mendeley/marsh.pdf
            :C\\:/Users/mel/Mendeley/marsh.pdf:pdf                       | C:/Users/mel/Mendeley/marsh.pdf
            :C\\:\\\\Users\\\\mel\\\\marsh.pdf:PDF                       | C:/Users/mel/marsh.pdf
            :C:/Users/mel/marsh.pdf:PDF                                  | C:/Users/mel/marsh.pdf
            C:\\Users\\mel\\marsh.pdf                                    | C:/Users/mel/marsh.pdf
            /home/mel/papers/marsh.pdf                                   | /home/mel/papers/marsh.pdf
            :home/mel/a\\;b.pdf:pdf                                      | home/mel/a;b.pdf
            {:marsh{\\_}2014.pdf:PDF}                                    | marsh_2014.pdf
            Marsh\\: a title:files/1/a.pdf:application/pdf               | files/1/a.pdf
            file:///home/mel/marsh%202014.pdf                            | /home/mel/marsh 2014.pdf
            file://localhost/home/mel/marsh.pdf                          | home/mel/marsh.pdf
            marsh.pdf                                                    | marsh.pdf
            https://example.org/marsh.pdf                                | ``
            ``                                                           | ``
            """)
    void fieldsOfBibtex(String field, String paths) {
        assertThat(String.join(", ", AttachedFiles.ofBibtex(field))).isEqualTo(paths);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            internal-pdf://0123456/Marsh-2014.pdf        | 0123456/Marsh-2014.pdf
            internal-pdf://Marsh%202014/Marsh%202014.pdf | Marsh 2014/Marsh 2014.pdf
            file:///C:/Users/mel/marsh.pdf               | C:/Users/mel/marsh.pdf
            C:\\papers\\marsh.pdf                        | C:/papers/marsh.pdf
            \\\\server\\share\\marsh.pdf                 | /server/share/marsh.pdf
            ./files/marsh.pdf                            | files/marsh.pdf
            files/100%.pdf                               | files/100%.pdf
            https://example.org/marsh.pdf                |
            files/                                       |
            """)
    void otherPrograms(String printed, String path) {
        assertThat(AttachedFiles.path(printed)).isEqualTo(path);
    }

    @Test
    void everyFormatHandsItsFilesOn() throws ReadingException {
        RecordReader reader = new RecordReader();
        for (String text : List.of(
                "TY  - JOUR\nTI  - Teasel\nL1  - files/1/a.pdf\nL1  - https://example.org/a.pdf\nER  -\n",
                "%0 Journal Article\n%T Teasel\n%> file://files/1/a.pdf\n",
                "@article{a, title={Teasel}, file={:files/1/a.pdf:PDF}}",
                "<xml><records><record><titles><title>Teasel</title></titles><urls><pdf-urls>"
                        + "<url>internal-pdf://files/1/a.pdf</url></pdf-urls></urls></record></records></xml>",
                "<rdf:RDF xmlns:z='http://www.zotero.org/namespaces/export#'><bib:Article><z:itemType>journalArticle"
                        + "</z:itemType><dc:title>Teasel</dc:title><link:link rdf:resource='#item_2'/></bib:Article>"
                        + "<z:Attachment rdf:about='#item_2'><z:itemType>attachment</z:itemType>"
                        + "<rdf:resource rdf:resource='files/1/a.pdf'/></z:Attachment></rdf:RDF>",
                "{\"items\":[{\"itemType\":\"journalArticle\",\"title\":\"Teasel\","
                        + "\"attachments\":[{\"itemType\":\"attachment\",\"path\":\"files/1/a.pdf\"}]}]}")) {
            assertThat(reader.readAll(text))
                    .as(text)
                    .singleElement()
                    .satisfies(paper -> assertThat(paper.attachments).containsExactly("files/1/a.pdf"));
        }
    }
}

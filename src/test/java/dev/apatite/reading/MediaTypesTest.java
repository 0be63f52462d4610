package dev.apatite.reading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a file is by its content, whatever its name says. */
class MediaTypesTest {
    private final MediaTypes types = new MediaTypes();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    <?xml version="1.0"?><article><front/></article>                                        | a.xml  | application/xml
                    <?xml version="1.0"?><!DOCTYPE article PUBLIC "-//NLM//DTD" "a.dtd"><article><front/></article> | a.dat | application/xml
                    <!DOCTYPE article PUBLIC "-//NLM//DTD JATS v1.0//EN" "a.dtd"><article a="b"><body/></article> | a.xml | application/xml
                    <!DOCTYPE art SYSTEM "article.dtd"><art><ui>1</ui></art>                                  | a.txt  | application/xml
                    <!DOCTYPE html><html><body><article><p>Gout</p></article></body></html>                   | a.xml  | text/html
                    <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML" "a.dtd"><html><body>Gout</body></html>          | a.html | text/html
                    <article><front/></article>                                                             | a.xml  | application/xml
                    An <article> on gout, and a <!DOCTYPE article>.                                          | a.txt  | text/plain
                    %PDF-1.4 and more                                                                        | a.xml  | application/pdf
                    """)
    void theContentDecides(String content, String name, String type) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        assertThat(types.of(file)).isEqualTo(type);
    }
}

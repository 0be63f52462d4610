package dev.apatite.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.reading.PaperReader;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The binary documents of the sample corpus say what their sources in {@code src/corpus} say. After a change of a
 * source, {@code mvn test -Dtest=SampleCorpusTest -Dapatite.write.corpus=true} makes them anew.
 */
class SampleCorpusTest {
    private static final Path CORPUS = Path.of("corpus");
    private static final Path SOURCES = Path.of("src/corpus");

    @ParameterizedTest(name = "{1}")
    @CsvSource({
        "thakur-five-patients.md, thakur-five-patients.docx",
        "martinez-2023-infected-calcinosis.md, martinez-2023-infected-calcinosis.pdf"
    })
    void aBinaryDocumentSaysWhatItsSourceSays(String source, String document) throws Exception {
        if (Boolean.getBoolean("apatite.write.corpus")) {
            write(source, CORPUS.resolve(document));
        }
        String text = words(new PaperReader().read(CORPUS, document));
        for (SampleSource.Block block :
                SampleSource.read(SOURCES.resolve(source)).blocks()) {
            if (block.level() == 0 && block.text().matches("(?!Digest of|[IVX]+\\.|\\d+\\.)\\p{Lu}.*\\.")) {
                assertThat(text).contains(words(firstSentence(block.text())));
            }
        }
    }

    @Test
    void theProgramsThatMakeThemStillRun(@TempDir Path folder) throws Exception {
        write("thakur-five-patients.md", folder.resolve("a.docx"));
        write("martinez-2023-infected-calcinosis.md", folder.resolve("a.pdf"));
        assertThat(folder.resolve("a.docx")).isNotEmptyFile();
        assertThat(folder.resolve("a.pdf")).isNotEmptyFile();
    }

    private static void write(String source, Path document) throws Exception {
        SampleSource read = SampleSource.read(SOURCES.resolve(source));
        if (document.toString().endsWith(".pdf")) {
            SamplePdf.write(read, document);
        } else {
            SampleDocx.write(read, document);
        }
    }

    private static String firstSentence(String text) {
        int stop = text.indexOf(". ");
        return stop < 0 ? text : text.substring(0, stop);
    }

    private static String words(Paper paper) {
        return words(paper.title()
                + " "
                + paper.sections().stream().map(Section::text).collect(Collectors.joining(" "))
                + " "
                + paper.references().stream().map(reference -> reference.raw()).collect(Collectors.joining(" "))
                + " "
                + paper.warnings());
    }

    private static String words(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}

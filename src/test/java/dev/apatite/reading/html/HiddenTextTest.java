package dev.apatite.reading.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a browser shows is read, and as a browser decodes it. */
class HiddenTextTest {
    private static String text(PaperDraft paper) {
        return paper.sections.stream().map(Section::text).collect(Collectors.joining("\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<del>unseen</del>",
                "<strike>unseen</strike>",
                "<span style='display:none'>unseen</span>",
                "<span style='color:red; DISPLAY : none !important'>unseen</span>",
                "<span style='visibility:hidden'>unseen</span>",
                "<span style='font-size:0'>unseen</span>",
                "<span hidden>unseen</span>",
                "<template>unseen</template>",
                "<!-- unseen -->"
            })
    void whatIsNotShownIsNotRead(String hidden) throws ReadingException {
        PaperDraft paper = new MarkupReader()
                .read(Jsoup.parse("<h1>Stones of the skin</h1><h2>Case</h2><p>One " + hidden
                        + "<ins>seen</ins> stone was found.</p>"));
        assertThat(text(paper)).contains("seen stone was found.").doesNotContain("unseen");
    }

    @ParameterizedTest(name = "{0} as {1}")
    @CsvSource({
        "'', windows-1252",
        "<meta charset='iso-8859-1'>, windows-1252",
        "'', UTF-8",
        "<meta charset='utf-8'>, UTF-8",
        "<meta charset='windows-1251'>, windows-1251"
    })
    void aPageIsDecodedAsABrowserDoes(String named, String bytes, @TempDir Path folder)
            throws IOException, ReadingException {
        String word = bytes.equals("windows-1251") ? "камень" : "rôle – “naïve”";
        Path file = folder.resolve("page.html");
        Files.write(
                file,
                ("<html><head>" + named + "</head><body><h1>Stones</h1><h2>Case</h2><p>A " + word
                                + ".</p></body></html>")
                        .getBytes(Charset.forName(bytes)));
        assertThat(text(new MarkupReader().read(file))).isEqualTo("A " + word + ".");
    }

    @Test
    void aCaseReportBehindTheAuthorsKeepsItsHeading() throws ReadingException {
        PaperDraft paper = new MarkupReader()
                .read(
                        Jsoup.parse(
                                "<h1>Stones two of the knee in a diver</h1><p>Mel Marsh, Fay Fen</p>"
                                        + "<h2>Case report</h2><p>A woman came to our clinic with stones.</p><h2>Discussion</h2><p>So.</p>"));
        assertThat(paper.sections)
                .startsWith(new Section(
                        SectionKind.CASE, "Case report", 1, List.of("A woman came to our clinic with stones.")));
    }
}

package dev.apatite.reading.html;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.Furniture.Kind;
import dev.apatite.reading.draft.Furniture.Piece;
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
                "<s>unseen</s>",
                "<style>.x{display:none}</style><span class='a x'>unseen</span>",
                "<style>/* words */ p .x, #y { color: red; visibility : hidden }</style><span id='y'>unseen</span>",
                "<style>@import 'a.css'; @media screen { span.x { display: none !important } }</style><span class='x'>unseen</span>",
                "<style>.x{position:absolute; clip:rect(0 0 0 0)}</style><span class='x'>unseen</span>",
                "<span style='position:absolute;left:-9999px'>unseen</span>",
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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<style>@media print{.x{display:none}}</style><span class='x'>shown</span>",
                "<style media='print'>.x{display:none}</style><span class='x'>shown</span>",
                "<style>/* .x{display:none} */</style><span class='x'>shown</span>",
                "<style>.x{display:none} span.x{display:inline}</style><span class='x'>shown</span>",
                "<style>.x:hover::before{display:none}</style><span class='x'>shown</span>",
                "<style>.y .x{display:none}</style><span class='x'>shown</span>",
                "<style>.x{opacity:0.5}</style><span class='x'>shown</span>",
                "<style>.x{display:none</style><span>shown</span>",
                "<style>body{display:none}</style><span>shown</span>"
            })
    void whatAStyleSheetLeavesInSightIsRead(String seen) throws ReadingException {
        PaperDraft paper = new MarkupReader()
                .read(Jsoup.parse("<h1>Stones of the skin</h1><h2>Case</h2><p>One " + seen + " stone was found.</p>"));
        assertThat(text(paper)).isEqualTo("One shown stone was found.");
    }

    @Test
    void whatIsLeftOutIsCounted() throws ReadingException {
        PaperDraft paper = new MarkupReader()
                .read(Jsoup.parse("<nav>Home and away</nav><h1>Stones of the skin</h1><h2>Case</h2>"
                        + "<p>One <del>unseen</del> stone was found.</p>"));
        assertThat(paper.furniture.pieces())
                .contains(new Piece(Kind.NAVIGATION, "Home and away"), new Piece(Kind.HIDDEN, "unseen"));
    }

    @ParameterizedTest
    @CsvSource({
        "Rituximab<sup>a</sup> helped., Rituximab ᵃ helped.",
        "'Gorse<sup>b,c</sup> helped.', 'Gorse ᵇ,ᶜ helped.'",
        "Factor <i>V</i>iii<sup>Leiden</sup> was there., Factor Viii Leiden was there.",
        "The 5<sup>th</sup> of 10<sup>9</sup>/l Ca<sup>2+</sup>., The 5th of 10⁹/l Ca²⁺.",
        "TNF<sup>α</sup> helped<sup>12</sup>., TNFα helped¹²."
    })
    void aRaisedLetterIsNoPartOfTheWordBeforeIt(String markup, String text) throws ReadingException {
        PaperDraft paper =
                new MarkupReader().read(Jsoup.parse("<h1>Stones of the skin</h1><h2>Case</h2><p>" + markup + "</p>"));
        assertThat(text(paper)).isEqualTo(text);
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

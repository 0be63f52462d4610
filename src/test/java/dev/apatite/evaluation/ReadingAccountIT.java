package dev.apatite.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every word of a file's text layer is in the paper, or was left out on purpose and counted. */
class ReadingAccountIT {
    /** What an extractor without any idea of papers tears and glues differently, in whole files of drawings and tables. */
    private static final double LEAST_OF_ANY = 0.994;

    @Test
    void theWordsOfTheSamplePapersAreAllThere() throws Exception {
        assertThat(new AccountEvaluation().accounts(Path.of("corpus")))
                .isNotEmpty()
                .allSatisfy(account -> assertThat(account.share())
                        .as("%s lacks %s", account.file(), account.missing())
                        .isGreaterThanOrEqualTo(AccountEvaluation.LEAST));
    }

    @Test
    void hardlyAWordOfAnySharedArticleInXmlIsMissing() throws Exception {
        assertThat(new AccountEvaluation().accounts(SharedFolder.require("data/papers-jats")))
                .isNotEmpty()
                .allSatisfy(account -> assertThat(account.share())
                        .as("%s lacks %s", account.file(), account.missing())
                        .isGreaterThanOrEqualTo(AccountEvaluation.LEAST));
    }

    @Test
    void hardlyAWordOfTheSharedPdfsIsMissing() throws Exception {
        PaperReader reader = new PaperReader();
        List<ReadingAccount> accounts = new ArrayList<>();
        Path folder = pdfs();
        for (String file : namesIn(folder)) {
            accounts.add(ReadingAccount.of(file, pdftotext(folder.resolve(file)), reader.account(folder, file)));
        }

        assertThat(shareOf(accounts)).isGreaterThan(AccountEvaluation.LEAST);
        assertThat(accounts)
                .allSatisfy(account -> assertThat(account.share())
                        .as("%s lacks %s", account.file(), account.missing())
                        .isGreaterThan(LEAST_OF_ANY));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"K01", "K03", "K04", "K05", "K06", "K07"})
    void nothingIsMissingInSmallPdfs(String name) throws Exception {
        Path folder = SharedFolder.require("data/field");
        String file = name + "-give.pdf";
        String layer = TextLayer.of(folder.resolve(file));
        // K07's layer has holes where the reading has ligatures; K06's letters stand apart.
        assertThat(ReadingAccount.of(file, String.valueOf(layer), new PaperReader().account(folder, file))
                        .share())
                .isGreaterThan(name.equals("K06") || name.equals("K07") ? 0.8 : AccountEvaluation.LEAST);
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"K02-give2.html", "K19-give.html", "K18-give.docx"})
    void nothingIsMissingInSmallPagesAndDocuments(String file) throws Exception {
        Path folder = SharedFolder.require("data/field");
        String layer = TextLayer.of(folder.resolve(file));
        assertThat(ReadingAccount.of(file, String.valueOf(layer), new PaperReader().account(folder, file))
                        .missing())
                .isEmpty();
    }

    @Test
    void whatIsCountedAsFurnitureIsNoTextOfThePaper() throws Exception {
        Path folder = SharedFolder.require("data/papers-pdf");
        Reading reading = new PaperReader().account(folder, "PMC4529391.pdf").getFirst();
        Paper paper = reading.paper();

        assertThat(reading.furniture()).isNotEmpty();
        assertThat(paper.sections().stream().map(Section::text)).noneMatch(text -> text.contains("available in PMC"));
    }

    private static double shareOf(List<ReadingAccount> accounts) {
        long words = accounts.stream().mapToLong(ReadingAccount::words).sum();
        long missing =
                accounts.stream().mapToLong(each -> each.missing().size()).sum();
        return 1 - (double) missing / words;
    }

    private static List<String> namesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
    }

    /** Poppler's text of a PDF, which tears and glues fewer words than PDFBox's; skipped where it is not installed. */
    private static String pdftotext(Path file) throws IOException {
        try {
            Process poppler = new ProcessBuilder("pdftotext", file.toString(), "-")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(poppler.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            Assumptions.abort("skipped: needs pdftotext");
            throw e;
        }
    }

    private static Path pdfs() {
        return SharedFolder.require("data/papers-pdf");
    }
}

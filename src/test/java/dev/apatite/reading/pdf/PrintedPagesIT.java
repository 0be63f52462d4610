package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.evaluation.AccountEvaluation;
import dev.apatite.evaluation.ReadingAccount;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every word of articles that stand as web pages and as Word documents is read, or counted as furniture. */
class PrintedPagesIT {
    private static final int EVERY = 9;

    @TempDir
    Path folder;

    @Test
    void hardlyAWordOfAWebPageIsMissing() throws IOException {
        for (Path article : articles()) {
            Files.writeString(folder.resolve(name(article) + ".html"), html(article));
        }
        assertNothingIsMissing();
    }

    @Test
    void hardlyAWordOfAWordDocumentIsMissing() throws IOException {
        for (Path article : articles()) {
            PrintedDocument.write(html(article), folder.resolve(name(article) + ".docx"));
        }
        assertNothingIsMissing();
    }

    private void assertNothingIsMissing() throws IOException {
        List<ReadingAccount> accounts = new AccountEvaluation().accounts(folder);
        assertThat(accounts)
                .hasSizeGreaterThan(20)
                .allSatisfy(account -> assertThat(account.share())
                        .as("%s lacks %s", account.file(), account.missing())
                        .isGreaterThanOrEqualTo(AccountEvaluation.LEAST));
    }

    private static List<Path> articles() throws IOException {
        try (Stream<Path> files = Files.list(SharedFolder.require("data/papers-jats"))) {
            List<Path> all = files.filter(file -> file.toString().endsWith(".xml"))
                    .sorted()
                    .toList();
            return all.stream().filter(file -> all.indexOf(file) % EVERY == 0).toList();
        }
    }

    private static String name(Path article) {
        return article.getFileName().toString().replaceFirst("\\.xml$", "");
    }

    private static String html(Path file) throws IOException {
        Element article = Objects.requireNonNull(
                Jsoup.parse(Files.readString(file), "", Parser.xmlParser()).selectFirst("article"));
        return new PrintedPaper(
                        article, PrintedLayout.of(file.getFileName().toString().hashCode()))
                .html();
    }
}

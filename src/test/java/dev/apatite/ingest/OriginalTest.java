package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which files may be sent as a paper's original. */
class OriginalTest {
    @TempDir
    private Path folder;

    private CorpusFolder corpus() throws IOException {
        Path corpus = folder.resolve("corpus");
        Files.createDirectories(corpus.resolve("deep/.git"));
        Files.createDirectories(corpus.resolve("index"));
        Files.writeString(corpus.resolve("deep/a.xml"), "<article/>");
        Files.writeString(corpus.resolve("deep/.git/config"), "hidden");
        Files.writeString(corpus.resolve("index/segments"), "of the index");
        Files.writeString(folder.resolve("secret"), "outside");
        return new CorpusFolder(corpus, corpus.resolve("index"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"deep/a.xml", "deep/a.xml#2", "deep/../deep/a.xml"})
    void aFileOfTheCorpusIsOneAndHoldsItsFurtherPapers(String name) throws IOException {
        assertThat(corpus().original(name)).map(Original::name).contains("a.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                ".",
                "deep",
                "nothing.xml",
                "../secret",
                "deep/../../secret",
                "/etc/passwd",
                "deep/.git/config",
                "index/segments",
                "a\u0000b",
                "%2e%2e/secret"
            })
    void whatIsNoFileOfTheCorpusIsNone(String name) throws IOException {
        assertThat(corpus().original(name)).isEmpty();
    }

    @Test
    void aLinkIsFollowedWithinTheFolderOnly() throws IOException {
        CorpusFolder corpus = corpus();
        Files.createSymbolicLink(corpus.path().resolve("in.xml"), corpus.path().resolve("deep/a.xml"));
        Files.createSymbolicLink(corpus.path().resolve("out.xml"), folder.resolve("secret"));
        Files.createSymbolicLink(corpus.path().resolve("above"), folder);
        assertThat(corpus.original("in.xml")).isPresent();
        assertThat(corpus.original("out.xml")).isEmpty();
        assertThat(corpus.original("above/secret")).isEmpty();
    }
}

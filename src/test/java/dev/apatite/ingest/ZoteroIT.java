package dev.apatite.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.annotation.Annotator;
import dev.apatite.index.PaperIndex;
import dev.apatite.paper.Author;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.paper.Section;
import dev.apatite.reading.worker.ReaderSettings;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A Zotero data folder as a corpus. The two libraries were made by SQLite with the tables of Zotero's own schema: in the
 * later one a title was corrected, an item deleted, one put into the trash and one taken out of it.
 */
class ZoteroIT {
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    @TempDir
    private Path folder;

    private Path zotero;

    @BeforeEach
    void fill() throws IOException {
        zotero = Files.createDirectory(folder.resolve("Zotero"));
        library("zotero.sqlite", 1);
        write("storage/BBBB2222/Marsh 2014.txt", """
                Removal of gravel

                M. Marsh

                Case report

                She got heather and the gravel went.

                Discussion

                Words.
                """);
        write("storage/BBBB2222/.zotero-ft-cache", "Cached words.");
        write("storage/UUUU9999/Trash.txt", "A trashed paper\n\nA. Nobody\n\nCase report\n\nTrashed words.\n");
        write("linked/Nose 2017.txt", "Of the nose\n\nB. Body\n\nCase report\n\nWords of a nose.\n");
        write(
                "storage/PPPP6666/page.html",
                "<h1>A saved page about pebbles of the mouth</h1><h2>Case</h2><p>Words of a mouth.</p>");
        write("storage/PPPP6666/page.js", "script");
        write("storage/QQQQ6666/figure.png", "picture");
        write("storage/RRRR7777/alone.txt", "A paper alone\n\nC. Lone\n\nCase report\n\nWords.\n");
        write("styles/apa.csl", "<style/>");
        write("translators/site.js", "script");
        write("zotero.sqlite.bak", "older");
        write("zotero.sqlite-journal", "");
    }

    private void library(String resource, int second) throws IOException {
        Path file = zotero.resolve("zotero.sqlite");
        try (InputStream in = Objects.requireNonNull(ZoteroIT.class.getResourceAsStream(resource))) {
            Files.copy(in, file, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.setLastModifiedTime(file, FileTime.fromMillis(1000L * second));
    }

    private void write(String path, String text) throws IOException {
        Path file = zotero.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    @Test
    void itemsGiveTheirFilesWhatTheyKnowAndTheTrashIsLeftOut() {
        try (PaperIndex index = PaperIndex.open(folder.resolve("index"), VOCABULARY)) {
            IngestReport report = ingest(index);
            assertThat(report.summary()).isEqualTo("indexed 5, unchanged 0, removed 0, failed 0");
            Map<String, Paper> papers = papers(index);
            assertThat(papers.keySet())
                    .containsExactly(
                            "linked/Nose 2017.txt",
                            "storage/BBBB2222/Marsh 2014.txt",
                            "storage/PPPP6666/page.html",
                            "storage/RRRR7777/alone.txt",
                            "zotero.sqlite#2");
            Paper paper = Objects.requireNonNull(papers.get("storage/BBBB2222/Marsh 2014.txt"));
            assertThat(paper.title()).isEqualTo("Gravel and its removal in the right thumb");
            assertThat(paper.authors()).containsExactly(Author.of("Marsh", "Mel"), Author.of("de la Fen", "Zoë"));
            assertThat(List.of(
                            paper.doi() + "",
                            paper.pmid() + "",
                            paper.journal() + "",
                            paper.bibliography().publicationDate() + ""))
                    .containsExactly("10.5555/gravel.1", "30000031", "Journal of Pretend", "2014-03");
            assertThat(paper.keywords()).containsExactly("teasel", "stones");
            assertThat(paper.sections()).extracting(Section::text).contains("She got heather and the gravel went.");
            assertThat(Objects.requireNonNull(papers.get("linked/Nose 2017.txt"))
                            .title())
                    .isEqualTo("A linked paper about pebbles of the nose");
            assertThat(ingest(index).summary()).isEqualTo("indexed 0, unchanged 5, removed 0, failed 0");
        }
    }

    @Test
    void aLibraryThatChangedLeadsToTheIndexThatIsBuiltFromNothing() throws IOException {
        try (PaperIndex index = PaperIndex.open(folder.resolve("index"), VOCABULARY);
                PaperIndex anew = PaperIndex.open(folder.resolve("anew"), VOCABULARY)) {
            ingest(index);
            library("zotero-later.sqlite", 2);
            IngestReport report = ingest(index);
            assertThat(report.indexed())
                    .as("the library alone and what came out of the trash are read")
                    .isEqualTo(2);
            ingest(anew);
            assertThat(json(index)).isEqualTo(json(anew));
            Map<String, Paper> papers = papers(index);
            assertThat(papers.keySet())
                    .containsExactly(
                            "linked/Nose 2017.txt",
                            "storage/BBBB2222/Marsh 2014.txt",
                            "storage/PPPP6666/page.html",
                            "storage/RRRR7777/alone.txt",
                            "storage/UUUU9999/Trash.txt");
            assertThat(Objects.requireNonNull(papers.get("storage/BBBB2222/Marsh 2014.txt"))
                            .title())
                    .isEqualTo("Gravel and its removal in the left thumb");
            assertThat(Objects.requireNonNull(papers.get("linked/Nose 2017.txt"))
                            .title())
                    .isEqualTo("Of the nose");
        }
    }

    private IngestReport ingest(PaperIndex index) {
        return new Ingest(
                        zotero,
                        index,
                        new Annotator(VOCABULARY),
                        ReaderSettings.standard().withProcesses(1))
                .run();
    }

    private static Map<String, Paper> papers(PaperIndex index) {
        Map<String, Paper> papers = new TreeMap<>();
        index.papers().forEach(stored -> {
            Paper paper = index.paper(stored.id()).orElseThrow();
            papers.put(paper.sourceFile(), paper);
        });
        return papers;
    }

    private static List<String> json(PaperIndex index) {
        return papers(index).values().stream().map(new PaperJson()::write).toList();
    }
}

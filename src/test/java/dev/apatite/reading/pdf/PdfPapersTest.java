package dev.apatite.reading.pdf;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.SharedFolder;
import dev.apatite.paper.SectionKind;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** Real articles of many publishers against the XML beside them; the scorers in the shared folder look closer. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PdfPapersTest {
    private record Pair(String name, PaperDraft draft, String xml) {}

    private final List<Pair> pairs = new ArrayList<>();

    @BeforeAll
    void readAll() throws IOException, ReadingException {
        Path folder = SharedFolder.require("data/papers-pdf");
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".pdf"))
                    .sorted()
                    .toList();
        }
        for (Path file : files) {
            Path xml = file.resolveSibling(file.getFileName().toString().replace(".pdf", ".xml"));
            pairs.add(new Pair(
                    file.getFileName().toString(),
                    new PdfReader().read(file),
                    Files.readString(xml, StandardCharsets.UTF_8)));
        }
    }

    @AfterAll
    void forget() {
        pairs.clear();
    }

    @Test
    void titlesAreRight() {
        assertThat(share(pair -> letters(element(pair.xml, "article-title")).equals(letters("" + pair.draft.title))))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void firstAuthorsAreRight() {
        assertThat(share(pair -> !pair.draft.authors.isEmpty()
                        && letters(element(pair.xml, "surname"))
                                .equals(letters(
                                        "" + pair.draft.authors.getFirst().family()))))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void doisAreRight() {
        assertThat(share(pair -> {
                    Matcher doi =
                            Pattern.compile("pub-id-type=\"doi\">(10\\.[^<]+)<").matcher(pair.xml);
                    return !doi.find() || doi.group(1).equalsIgnoreCase("" + pair.draft.doi);
                }))
                .isGreaterThanOrEqualTo(0.95);
    }

    @Test
    void abstractsHoldTheSameWords() {
        assertThat(share(pair -> {
                    Set<String> wanted = words(element(pair.xml, "abstract"));
                    StringBuilder got = new StringBuilder();
                    pair.draft.sections.stream()
                            .filter(section -> section.kind() == SectionKind.ABSTRACT)
                            .forEach(section -> got.append(' ').append(section.text()));
                    Set<String> found = words(got.toString());
                    long common = wanted.stream().filter(found::contains).count();
                    return wanted.isEmpty() || common > 0.85 * wanted.size() && found.size() < 1.5 * wanted.size();
                }))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void referenceListsAreFoundAndSplit() {
        assertThat(share(pair -> {
                    int printed = count(pair.xml, "<ref[ >]");
                    int found = pair.draft.references.size();
                    return Math.abs(printed - found) <= Math.max(1, printed / 20);
                }))
                .isGreaterThanOrEqualTo(0.9);
    }

    @Test
    void citationsAreLinked() {
        assertThat(share(pair -> !pair.draft.citations.isEmpty())).isGreaterThanOrEqualTo(0.9);
    }

    private double share(java.util.function.Predicate<Pair> right) {
        List<String> wrong =
                pairs.stream().filter(right.negate()).map(Pair::name).toList();
        return 1 - (double) wrong.size() / pairs.size();
    }

    private static String element(String xml, String name) {
        Matcher matcher = Pattern.compile("<" + name + "(?: [^>]*)?>(.*?)</" + name + ">", Pattern.DOTALL)
                .matcher(xml);
        return matcher.find()
                ? matcher.group(1).replaceAll("<[^>]+>", " ").replaceAll("&#x[0-9a-fA-F]+;|&[a-z]+;", " ")
                : "";
    }

    private static Set<String> words(String text) {
        Set<String> words = new HashSet<>(List.of(text.toLowerCase(Locale.ROOT).split("[^a-z]+")));
        words.removeIf(word -> word.length() < 4);
        return words;
    }

    private static String letters(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "");
    }

    private static int count(String text, String pattern) {
        return (int) Pattern.compile(pattern).matcher(text).results().count();
    }
}

package dev.apatite.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.paper.Bibliography;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Content;
import dev.apatite.paper.Funding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Table;
import dev.apatite.reading.PaperReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.parsers.SAXParserFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * Full texts are valid by the tag set's own document type definition: elements, their order, ids that stand once, and
 * targets that exist.
 */
class JatsValidityTest {
    private static final Path CORPUS = Path.of("corpus");

    static Stream<String> samples() throws IOException {
        try (Stream<Path> files = Files.list(CORPUS)) {
            return files
                    .map(each -> each.getFileName().toString())
                    .filter(each -> !each.startsWith("."))
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("samples")
    void theSamplePapers(String file) throws Exception {
        assertThat(errors(JatsArticle.of(new PaperReader().read(CORPUS, file)))).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void papersOfAnyShape(int seed) throws Exception {
        assertThat(errors(JatsArticle.of(new Shapes(new Random(seed)).paper()))).isEmpty();
    }

    static IntStream seeds() {
        return IntStream.range(0, 60);
    }

    /** What readers of full texts look for in a reference list, such as tidypmc: the parts of each citation. */
    @Test
    void aCitationHoldsItsPartsWhereTheyArePrinted() {
        String raw = "Roe J, Doe K. Calcium in 12 hands. Bone Rep. 2012;12(3):97-103.";
        Reference reference = new Reference(
                "1",
                raw,
                List.of(),
                "Calcium in 12 hands",
                "Bone Rep",
                2012,
                "12",
                "3",
                "97",
                "103",
                null,
                "26000001",
                null,
                null);
        Content content = new Content(List.of(), List.of(), List.of(reference), List.of());
        Paper paper = Paper.read("sha-1", "a.txt", "hash", Bibliography.ofTitle("Hands"), content);
        assertThat(JatsArticle.of(paper))
                .contains("Roe J, Doe K. <article-title>Calcium in 12 hands</article-title>. <source>Bone Rep</source>."
                        + " <year>2012</year>;<volume>12</volume>(<issue>3</issue>):<fpage>97</fpage>-<lpage>103</lpage>."
                        + " <pub-id pub-id-type=\"pmid\">26000001</pub-id>");
    }

    /** That the check itself finds what is wrong. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "<article><front/><body><p>Out of order.</p></body></article>",
                "<article><front><article-meta/></front><body><p>To <xref rid=\"r1\">nothing</xref>.</p></body></article>",
                "<article><front><article-meta/></front><body><sec id=\"s\"/><sec id=\"s\"/></body></article>",
            })
    void whatIsNotValidIsFound(String document) throws Exception {
        assertThat(errors("<!DOCTYPE article SYSTEM \"jats.dtd\">" + document)).isNotEmpty();
    }

    private static List<String> errors(String document) throws IOException, SAXException, ParserConfigurationException {
        List<String> errors = new ArrayList<>();
        SAXParserFactory factory = SAXParserFactory.newInstance();
        factory.setValidating(true);
        var reader = factory.newSAXParser().getXMLReader();
        // The definition itself is larger than what is let through from strangers.
        for (String limit :
                List.of("entityExpansion", "totalEntitySize", "maxParameterEntitySize", "elementAttribute")) {
            reader.setProperty("jdk.xml." + limit + "Limit", "0");
        }
        DefaultHandler handler = new DefaultHandler() {
            @Override
            public InputSource resolveEntity(String publicId, String systemId) {
                InputStream definition = Objects.requireNonNull(
                        JatsValidityTest.class.getResourceAsStream("jats-archiving.dtd"), systemId);
                return new InputSource(definition);
            }

            @Override
            public void error(SAXParseException e) {
                errors.add(e.getLineNumber() + ":" + e.getColumnNumber() + " " + e.getMessage());
            }
        };
        reader.setContentHandler(handler);
        reader.setErrorHandler(handler);
        reader.setEntityResolver(handler);
        reader.parse(new InputSource(new StringReader(document)));
        return errors;
    }

    /** Papers of every shape that the records allow, likely or not. */
    private record Shapes(Random random) {
        private static final List<String> WORDS = List.of(
                "",
                " ",
                "Case 1",
                "Case 1",
                "<b>not markup</b> & \"so\" ]]> on",
                "\u0000\u0007control\u001B",
                "half a pair \uD83D",
                "\uD83D\uDE42 \u00E9\u0301 \u05D0",
                "&amp; &unknown; <!-- --> <?x?>");

        Paper paper() {
            List<Section> sections = many(12, this::section);
            List<Reference> references = many(5, this::reference);
            Content content = new Content(
                    sections,
                    many(
                            4,
                            () -> new Table(
                                    random.nextInt(sections.size() + 1) - 1, many(3, () -> many(3, this::words)))),
                    references,
                    sections.isEmpty() ? List.of() : many(8, () -> citation(sections, references.size())));
            return Paper.read("sha-1", "odd.txt", "hash", bibliography(), content);
        }

        private Section section() {
            SectionKind[] kinds = SectionKind.values();
            return new Section(
                    kinds[random.nextInt(kinds.length)],
                    maybe(this::words),
                    1 + random.nextInt(5),
                    many(3, this::words));
        }

        private Citation citation(List<Section> sections, int references) {
            int section = random.nextInt(sections.size());
            int length = sections.get(section).text().length();
            int start = random.nextInt(length + 1);
            return new Citation(
                    section,
                    start,
                    start + random.nextInt(length - start + 1),
                    many(4, () -> random.nextInt(references + 2) - 1));
        }

        private Reference reference() {
            return new Reference(
                    maybe(this::words),
                    words(),
                    List.of(),
                    maybe(this::words),
                    maybe(this::words),
                    maybe(() -> 1990),
                    maybe(this::words),
                    maybe(this::words),
                    maybe(this::words),
                    maybe(this::words),
                    maybe(() -> "10.1000/<a>&b"),
                    maybe(() -> "123"),
                    maybe(() -> "https://example.org/?a&b"),
                    null);
        }

        private Bibliography bibliography() {
            return new Bibliography(
                    maybe(this::words),
                    many(
                            4,
                            () -> new Author(
                                    maybe(this::words),
                                    maybe(this::words),
                                    maybe(() -> "0000-0002-1825-0097"),
                                    many(3, this::words))),
                    maybe(this::words),
                    maybe(() -> 1999),
                    maybe(this::words),
                    maybe(this::words),
                    maybe(this::words),
                    maybe(this::words),
                    maybe(() -> "10.1000/<a>&b"),
                    maybe(() -> "123"),
                    maybe(() -> "PMC123"),
                    many(3, this::words),
                    maybe(() -> "en"),
                    List.of(),
                    null,
                    List.of(),
                    maybe(() -> "1999-12-31"),
                    maybe(() -> "1234-5679"),
                    maybe(() -> "CC BY 4.0"),
                    many(2, () -> new Funding(maybe(this::words), maybe(this::words))),
                    List.of());
        }

        private String words() {
            return WORDS.get(random.nextInt(WORDS.size()));
        }

        private <T> @Nullable T maybe(Supplier<T> value) {
            return random.nextInt(3) == 0 ? null : value.get();
        }

        private <T> List<T> many(int most, Supplier<T> value) {
            return Stream.generate(value).limit(random.nextInt(most + 1)).toList();
        }
    }
}

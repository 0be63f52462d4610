package dev.apatite.reading.office;

import static org.assertj.core.api.Assertions.assertThat;

import dev.apatite.paper.Author;
import dev.apatite.paper.Section;
import dev.apatite.reading.draft.PaperDraft;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Of a word processor's file, what its reader sees is the paper's text; notes stand apart, the rest is none of it. */
class ShownTextTest {
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <w:r><w:t>plain</w:t></w:r>                                                                  | He got plain gorse.
            <w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>                                        | He got  gorse.
            <w:r><w:rPr><w:b/><w:vanish w:val="true"/><w:sz w:val="20"/></w:rPr><w:t>unseen</w:t></w:r>   | He got  gorse.
            <w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>                                | He got seen gorse.
            <w:r><w:rPr><w:rStyle w:val="Hidden"/></w:rPr><w:t>unseen</w:t></w:r>                         | He got  gorse.
            <w:r><w:rPr><w:rStyle w:val="Below"/></w:rPr><w:t>unseen</w:t></w:r>                          | He got  gorse.
            <w:r><w:rPr><w:rStyle w:val="Hidden"/><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r>      | He got seen gorse.
            <w:del w:id="1"><w:r><w:delText>unseen</w:delText></w:r></w:del><w:ins w:id="2"><w:r><w:t>seen</w:t></w:r></w:ins> | He got seen gorse.
            <w:moveFrom w:id="1"><w:r><w:t>unseen</w:t></w:r></w:moveFrom>                                | He got  gorse.
            <w:r><w:t>Word</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>a</w:t></w:r> | He got Word ᵃ gorse.
            <w:r><w:t>Word</w:t></w:r><w:r><w:rPr><w:vertAlign w:val="superscript"/></w:rPr><w:t>12</w:t></w:r> | He got Word¹² gorse.
            """)
    void runsOfWord(String runs, String text) throws IOException, ReadingException {
        String body = paragraph("<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + run("Stones of the elbow"))
                + paragraph("<w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" + run("Case report"))
                + paragraph("<w:pPr><w:pStyle w:val=\"HiddenLines\"/></w:pPr>" + run("Unseen as a whole."))
                + paragraph(run("He got ") + runs + run(" gorse."));
        PaperDraft paper = new OfficeReader().read(word(body));
        assertThat(paper.sections).extracting(Section::text).containsExactly(text.replace("  ", " "));
    }

    /** A line is a heading by how it looks, whichever way that was brought about. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A word on oars</w:t></w:r></w:p>                                          | true
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A word </w:t></w:r><w:r><w:rPr><w:b/><w:i/></w:rPr><w:t>on oars</w:t></w:r></w:p> | true
            <w:p><w:r><w:rPr><w:sz w:val="28"/></w:rPr><w:t>A word on oars</w:t></w:r></w:p>                              | true
            <w:p><w:pPr><w:outlineLvl w:val="1"/></w:pPr><w:r><w:t>A word on oars</w:t></w:r></w:p>                       | true
            <w:p><w:pPr><w:pStyle w:val="Mine"/></w:pPr><w:r><w:t>A word on oars</w:t></w:r></w:p>                        | true
            <w:p><w:r><w:rPr><w:b/></w:rPr><w:t>A word</w:t></w:r><w:r><w:t xml:space="preserve"> on [oars]</w:t></w:r></w:p> | false
            <w:p><w:r><w:t>A word on [oars]</w:t></w:r></w:p>                                                             | false
            """)
    void aHeadingInNoStyleOfWordsOwn(String line, boolean heading) throws IOException, ReadingException {
        String text = "He rowed for six weeks in a boat that was full of moss, and nobody else in it was ill at all. ";
        String body = paragraph("<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + run("Stones of the elbow"))
                + paragraph("<w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" + run("Case report"))
                + paragraph(run(text + "It was May."))
                + line
                + paragraph(run(text + "It was June."));

        PaperDraft paper = new OfficeReader().read(word(body));

        assertThat(paper.sections.stream().anyMatch(section -> "A word on oars".equals(section.heading())))
                .isEqualTo(heading);
        assertThat(paper.sections.stream().map(Section::text).toList().toString())
                .contains("It was June.");
    }

    /** What Word's prefix is called means nothing: hidden runs, headings, raised text and notes are the same under any. */
    @ParameterizedTest
    @CsvSource(textBlock = """
            w,    http://schemas.openxmlformats.org/wordprocessingml/2006/main
            ns0,  http://schemas.openxmlformats.org/wordprocessingml/2006/main
            word, http://purl.oclc.org/ooxml/wordprocessingml/main
            """)
    void aWordTextUnderAnyPrefix(String prefix, String namespace) throws IOException, ReadingException {
        String body = paragraph("<w:pPr><w:pStyle w:val=\"Title\"/></w:pPr>" + run("Stones of the elbow"))
                + paragraph("<w:pPr><w:pStyle w:val=\"H1\"/></w:pPr>" + run("Case report"))
                + paragraph(run("He got ") + "<w:r><w:rPr><w:vanish/></w:rPr><w:t>unseen</w:t></w:r>" + run("gorse")
                        + "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>12</w:t></w:r>"
                        + run(" of type w: and ns0: in 'May'. It was more than enough for him, and he rowed home."))
                + "<!-- don't --><w:p><w:r><w:rPr><w:sz w:val=\"32\"/></w:rPr><w:t>A word on oars</w:t></w:r></w:p>"
                + paragraph(
                        run(
                                "He rowed for six weeks in a boat that was full of moss, and nobody else in it was ill at all."));

        PaperDraft paper = new OfficeReader().read(word(body, prefix, namespace));

        assertThat(paper.sections).extracting(Section::heading).containsExactly("Case report", "A word on oars");
        assertThat(paper.sections)
                .extracting(Section::text)
                .containsExactly(
                        "He got gorse¹² of type w: and ns0: in 'May'. It was more than enough for him, and he rowed home.",
                        "He rowed for six weeks in a boat that was full of moss, and nobody else in it was ill at all.");
    }

    private static String renamed(String part, String prefix) {
        return part.replace("<w:", "<" + prefix + ":")
                .replace("</w:", "</" + prefix + ":")
                .replace(" w:val=", " " + prefix + ":val=")
                .replace(" w:type=", " " + prefix + ":type=")
                .replace(" w:styleId=", " " + prefix + ":styleId=");
    }

    private static String run(String text) {
        return "<w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r>";
    }

    private static String paragraph(String content) {
        return "<w:p>" + content + "</w:p>";
    }

    private Path word(String body) throws IOException {
        return word(body, "w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main");
    }

    private Path word(String body, String prefix, String namespace) throws IOException {
        String bound = "xmlns:" + prefix + "=\"" + namespace + "\"";
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", """
                <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
                <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
                <Default Extension="xml" ContentType="application/xml"/>
                <Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>
                <Override PartName="/word/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.styles+xml"/>
                </Types>""");
        parts.put("_rels/.rels", relation("officeDocument", "word/document.xml"));
        parts.put("word/_rels/document.xml.rels", relation("styles", "styles.xml"));
        parts.put(
                "word/styles.xml",
                renamed("<w:styles ", prefix) + bound + ">"
                        + renamed(
                                style("paragraph", "Title", "Title", "")
                                        + style("paragraph", "H1", "heading 1", "")
                                        + style("paragraph", "Mine", "My own", "<w:rPr><w:b/></w:rPr>")
                                        + style("character", "Hidden", "Unseen", "<w:rPr><w:vanish/></w:rPr>")
                                        + style("character", "Below", "Unseen too", "<w:basedOn w:val=\"Hidden\"/>")
                                        + style(
                                                "paragraph",
                                                "HiddenLines",
                                                "Unseen lines",
                                                "<w:rPr><w:vanish/></w:rPr>")
                                        + "</w:styles>",
                                prefix));
        parts.put(
                "word/document.xml",
                renamed("<w:document ", prefix) + bound + ">"
                        + renamed("<w:body>" + body + "</w:body></w:document>", prefix));
        return zip("case.docx", parts);
    }

    private static String style(String type, String id, String name, String rest) {
        return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + rest
                + "</w:style>";
    }

    private static String relation(String type, String target) {
        return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                + "<Relationship Id=\"a\" Type=\"" + OFFICE + "/" + type + "\" Target=\"" + target
                + "\"/></Relationships>";
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {\\deleted unseen}{\\revised seen}                                        | He got seen gorse.  |
            {\\v unseen {\\b unseen}}seen                                             | He got seen gorse.  |
            \\v unseen\\v0 seen                                                       | He got seen gorse.  |
            {\\*\\atnid X}{\\*\\atnauthor X}\\chatn{\\*\\annotation{\\*\\atnref 1}unseen}seen | He got seen gorse. |
            {\\header unseen\\par}{\\footerf unseen\\par}seen                          | He got seen gorse.  |
            seen{\\super\\chftn}{\\footnote\\pard {\\super\\chftn} Noted \\'e9 \\u223?.}     | He got seen gorse.  | Noted é ß.
            Word{\\super a}                                                          | He got Word ᵃ gorse. |
            Word\\super 12\\nosupersub{}                                              | He got Word¹² gorse. |
            na\\'efve \\{braces\\}                                                    | He got naïve {braces} gorse. |
            """)
    void runsOfRichText(String runs, String text, String note) throws IOException, ReadingException {
        Path file = folder.resolve("case.rtf");
        Files.writeString(
                file,
                "{\\rtf1\\ansi\\ansicpg1252 Stones of the elbow in a sailor\\par Ann Brook, Cy Dale\\par Case report\\par He got "
                        + runs + " gorse.\\par Discussion\\par Words.\\par}");
        PaperDraft paper = new OfficeReader().read(file);
        assertThat(paper.sections.getFirst().text()).isEqualTo(text);
        assertThat(paper.sections).extracting(Section::heading).contains("Case report", "Discussion");
        assertThat(paper.sections.stream()
                        .filter(section -> "Notes".equals(section.heading()))
                        .map(Section::text)
                        .toList())
                .isEqualTo(note == null ? List.of() : List.of(note));
    }

    @Test
    void anElectronicBookSaysWhatItIs() throws IOException, ReadingException {
        PaperDraft second = book("2.0", """
                <dc:title>Stones: of the elbow</dc:title>
                <dc:creator opf:role="aut" opf:file-as="de la Dale, Cy">Cy de la Dale</dc:creator>
                <dc:creator opf:role="edt">Ed Editor</dc:creator>
                <dc:identifier id="id" opf:scheme="DOI">10.5555/stone.11</dc:identifier>
                <dc:date opf:event="modification">2020</dc:date><dc:date opf:event="publication">2014-03-07</dc:date>
                <dc:language>en-GB</dc:language><dc:subject>Elbows, sore</dc:subject><dc:subject>Stones</dc:subject>""");
        assertThat(second.title).isEqualTo("Stones: of the elbow");
        assertThat(second.authors).containsExactly(Author.of("de la Dale", "Cy"));
        assertThat(List.of(second.doi + "", second.publicationDate + "", second.language + ""))
                .containsExactly("10.5555/stone.11", "2014-03-07", "en");
        assertThat(second.keywords).containsExactly("Elbows, sore", "Stones");
        PaperDraft third = book("3.0", """
                <dc:title id="b">a case report</dc:title><meta refines="#b" property="title-type">subtitle</meta>
                <dc:title id="a">Stones</dc:title><meta refines="#a" property="title-type">main</meta>
                <dc:creator id="c">Cy Dale</dc:creator><meta refines="#c" property="display-seq">2</meta>
                <dc:creator id="d">Brook, Ann</dc:creator><meta refines="#d" property="display-seq">1</meta>
                <dc:creator id="e">Ed Editor</dc:creator><meta refines="#e" property="role">edt</meta>
                <dc:identifier id="id">urn:uuid:123</dc:identifier>
                <dc:identifier>https://doi.org/10.5555/stone.12</dc:identifier><dc:date>2015</dc:date>""");
        assertThat(third.title).isEqualTo("Stones: a case report");
        assertThat(third.authors).containsExactly(Author.of("Brook", "Ann"), Author.of("Dale", "Cy"));
        assertThat(third.doi).isEqualTo("10.5555/stone.12");
        assertThat(third.year).isEqualTo(2015);
        PaperDraft nameless = book("3.0", "<dc:title>Untitled</dc:title><dc:creator>Unknown</dc:creator>");
        assertThat(nameless.title).isEqualTo("Stones of the elbow in a sailor");
        assertThat(nameless.authors).containsExactly(Author.of("Brook", "Ann"), Author.of("Dale", "Cy"));
    }

    private PaperDraft book(String version, String metadata) throws IOException, ReadingException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("mimetype", "application/epub+zip");
        parts.put("META-INF/container.xml", """
                <container version="1.0" xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>
                <rootfile full-path="in/book.opf" media-type="application/oebps-package+xml"/></rootfiles></container>""");
        parts.put(
                "in/book.opf",
                "<package xmlns=\"http://www.idpf.org/2007/opf\" version=\"" + version
                        + "\"><metadata xmlns:dc=\"http://purl.org/dc/elements/1.1/\" xmlns:opf=\"http://www.idpf.org/2007/opf\">"
                        + metadata + "</metadata><manifest><item id=\"a\" href=\"a.xhtml\""
                        + " media-type=\"application/xhtml+xml\"/></manifest><spine><itemref idref=\"a\"/></spine></package>");
        parts.put("in/a.xhtml", """
                <html xmlns="http://www.w3.org/1999/xhtml"><body><h1>Stones of the elbow in a sailor</h1>
                <p>Ann Brook, Cy Dale</p><h2>Case report</h2><p>He got gorse.</p></body></html>""");
        return new OfficeReader().read(zip("book.epub", parts));
    }

    private Path zip(String name, Map<String, String> parts) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream bytes = Files.newOutputStream(file);
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                out.putNextEntry(new ZipEntry(part.getKey()));
                out.write(part.getValue().getBytes(StandardCharsets.UTF_8));
            }
        }
        return file;
    }
}

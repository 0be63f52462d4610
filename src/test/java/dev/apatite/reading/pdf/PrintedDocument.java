package dev.apatite.reading.pdf;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;

/** A {@link PrintedPaper} as a Word document: headings in Word's own styles, paragraphs, tables; no layout. */
final class PrintedDocument {
    /** What holds text and nothing but text. */
    private static final String PARAGRAPHS =
            "h1, h2, h3, h4, p, li, .authors, .addresses > div, .ah, .ref, .caption, .small, "
                    + ".keywords, .kicker, .doi, .cite, .spaced, .masthead, aside, .footing, .rights, .towns, .kh";

    private PrintedDocument() {}

    /** Writes the page's text to a file. */
    static void write(String html, Path to) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(to)) {
            for (Element element : Jsoup.parse(html).body().select(PARAGRAPHS + ", table")) {
                boolean within = element.parents().stream().anyMatch(parent -> parent.is(PARAGRAPHS + ", table"));
                if (!within && element.is("table")) {
                    table(document, element.select("tr"));
                } else if (!within) {
                    paragraph(document, element);
                }
            }
            document.write(out);
        }
    }

    private static void table(XWPFDocument document, List<Element> rows) {
        int columns = rows.stream().mapToInt(Element::childrenSize).max().orElse(1);
        XWPFTable table = document.createTable(Math.max(1, rows.size()), Math.max(1, columns));
        for (int y = 0; y < rows.size(); y++) {
            for (int x = 0; x < rows.get(y).childrenSize(); x++) {
                table.getRow(y).getCell(x).setText(rows.get(y).child(x).text());
            }
        }
    }

    private static void paragraph(XWPFDocument document, Element element) {
        XWPFParagraph paragraph = document.createParagraph();
        XWPFRun run = paragraph.createRun();
        run.setText(element.text());
        if (element.tagName().matches("h[1-4]")) {
            paragraph.setStyle("Heading" + element.tagName().charAt(1));
            run.setBold(true);
        }
    }
}

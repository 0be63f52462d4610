package dev.apatite.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFStyle;
import org.apache.poi.xwpf.usermodel.XWPFStyles;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPrGeneral;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTStyle;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STStyleType;

/** Sets a sample source as a Word manuscript with a title style and heading styles. */
final class SampleDocx {
    private SampleDocx() {}

    static void write(SampleSource source, Path file) throws IOException {
        try (XWPFDocument document = new XWPFDocument();
                OutputStream out = Files.newOutputStream(file)) {
            XWPFStyles styles = document.createStyles();
            styles.addStyle(style("Title", "Title", -1));
            styles.addStyle(style("Heading1", "heading 1", 0));
            styles.addStyle(style("Heading2", "heading 2", 1));
            for (SampleSource.Block block : source.blocks()) {
                XWPFParagraph paragraph = document.createParagraph();
                switch (block.level()) {
                    case 1 -> paragraph.setStyle("Title");
                    case 2 -> paragraph.setStyle("Heading1");
                    case 3 -> paragraph.setStyle("Heading2");
                    default -> {}
                }
                paragraph.createRun().setText(block.text());
            }
            document.getProperties()
                    .getCoreProperties()
                    .setTitle(source.blocks().getFirst().text());
            document.write(out);
        }
    }

    private static XWPFStyle style(String id, String name, int outline) {
        CTStyle style = CTStyle.Factory.newInstance();
        style.setStyleId(id);
        style.addNewName().setVal(name);
        style.setType(STStyleType.PARAGRAPH);
        if (outline >= 0) {
            CTPPrGeneral paragraph = style.addNewPPr();
            paragraph.addNewOutlineLvl().setVal(BigInteger.valueOf(outline));
        }
        return new XWPFStyle(style);
    }
}

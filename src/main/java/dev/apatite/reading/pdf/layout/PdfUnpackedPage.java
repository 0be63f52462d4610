package dev.apatite.reading.pdf.layout;

import org.apache.pdfbox.io.RandomAccessRead;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDResources;
import org.apache.pdfbox.pdmodel.ResourceCache;

/** A page whose content is unpacked already, within bounds, and is not unpacked once more to be parsed. */
final class PdfUnpackedPage extends PDPage {
    private final PDPage page;
    private final byte[] content;

    PdfUnpackedPage(PDPage page, byte[] content) {
        super(page.getCOSObject());
        this.page = page;
        this.content = content;
    }

    @Override
    public RandomAccessRead getContentsForStreamParsing() {
        return new PdfContent(content);
    }

    @Override
    public RandomAccessRead getContentsForRandomAccess() {
        return new PdfContent(content);
    }

    /** The page's own, which share the fonts of the document's other pages. */
    @Override
    public PDResources getResources() {
        return page.getResources();
    }

    @Override
    public ResourceCache getResourceCache() {
        return page.getResourceCache();
    }
}

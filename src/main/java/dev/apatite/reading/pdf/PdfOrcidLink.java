package dev.apatite.reading.pdf;

import dev.apatite.reading.pdf.layout.PdfLine;
import dev.apatite.text.Identifiers;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.action.PDActionURI;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotation;
import org.apache.pdfbox.pdmodel.interactive.annotation.PDAnnotationLink;
import org.jspecify.annotations.Nullable;

/**
 * A link to an ORCID, laid over a name or the icon behind it.
 *
 * @param x its middle from the left
 * @param y its middle from the top
 */
record PdfOrcidLink(int page, float x, float y, String orcid) {
    private static final int PAGES = 2;
    private static final int MOST = 2_000;

    /** The links of the first pages; none where they cannot be read. */
    static List<PdfOrcidLink> of(PDDocument document) {
        List<PdfOrcidLink> links = new ArrayList<>();
        for (int i = 0; i < Math.min(PAGES, document.getNumberOfPages()); i++) {
            try {
                PDPage page = document.getPage(i);
                List<PDAnnotation> annotations = page.getAnnotations();
                for (PDAnnotation annotation : annotations.subList(0, Math.min(MOST, annotations.size()))) {
                    String orcid = annotation instanceof PDAnnotationLink link ? orcid(link) : null;
                    PDRectangle place = annotation.getRectangle();
                    if (orcid != null && place != null && page.getRotation() == 0) {
                        PDRectangle crop = page.getCropBox();
                        float x = (place.getLowerLeftX() + place.getUpperRightX()) / 2 - crop.getLowerLeftX();
                        float y = crop.getUpperRightY() - (place.getLowerLeftY() + place.getUpperRightY()) / 2;
                        links.add(new PdfOrcidLink(i + 1, x, y, orcid));
                    }
                }
            } catch (IOException | RuntimeException e) {
                // What the page prints is read without its links.
            }
        }
        return List.copyOf(links);
    }

    private static @Nullable String orcid(PDAnnotationLink link) {
        if (!(link.getAction() instanceof PDActionURI action) || action.getURI() == null) {
            return null;
        }
        String uri = action.getURI();
        List<String> orcids = uri.length() < 300 && uri.contains("orcid.org") ? Identifiers.orcids(uri) : List.of();
        return orcids.size() == 1 ? orcids.getFirst() : null;
    }

    /** Whether it lies on the line. */
    boolean isOn(PdfLine line) {
        return page == line.page() && y > line.y() - 1.3f * line.size() && y < line.y() + 0.5f * line.size();
    }
}

package dev.apatite.reading.pdf;

import java.util.List;

/**
 * A table as it stands on a page.
 *
 * @param label "Table 1", as printed
 * @param rows rows of cells
 */
record PdfTable(String label, List<List<String>> rows) {}

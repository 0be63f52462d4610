package dev.apatite.export;

import dev.apatite.search.Highlight;
import dev.apatite.search.TextRange;

/** A highlight as HTML: escaped, with its hits in {@code <mark>}. */
public final class HighlightHtml {
    private HighlightHtml() {}

    /** The highlight's text, safe to stand in a page. */
    public static String of(Highlight highlight) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (TextRange hit : highlight.hits()) {
            escape(highlight.text(), at, hit.start(), html);
            html.append("<mark>");
            escape(highlight.text(), hit.start(), hit.end(), html);
            html.append("</mark>");
            at = hit.end();
        }
        escape(highlight.text(), at, highlight.text().length(), html);
        return html.toString();
    }

    private static void escape(String text, int from, int to, StringBuilder html) {
        for (int i = from; i < to; i++) {
            char each = text.charAt(i);
            switch (each) {
                case '<' -> html.append("&lt;");
                case '>' -> html.append("&gt;");
                case '&' -> html.append("&amp;");
                case '"' -> html.append("&quot;");
                case '\'' -> html.append("&#39;");
                default -> html.append(each);
            }
        }
    }
}

package dev.apatite.export;

import dev.apatite.search.Highlight;
import dev.apatite.search.TextRange;
import dev.apatite.text.Html;

/** A highlight as HTML: escaped, with its hits in {@code <mark>}. */
public final class HighlightHtml {
    private HighlightHtml() {}

    /** The highlight's text, safe to stand in a page. */
    public static String of(Highlight highlight) {
        StringBuilder html = new StringBuilder();
        int at = 0;
        for (TextRange hit : highlight.hits()) {
            html.append(Html.escaped(highlight.text(), at, hit.start()));
            html.append("<mark>");
            html.append(Html.escaped(highlight.text(), hit.start(), hit.end()));
            html.append("</mark>");
            at = hit.end();
        }
        html.append(Html.escaped(highlight.text(), at, highlight.text().length()));
        return html.toString();
    }
}

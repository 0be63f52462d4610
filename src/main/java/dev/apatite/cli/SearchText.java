package dev.apatite.cli;

import dev.apatite.search.Hit;
import dev.apatite.search.SearchResponse;
import java.io.PrintWriter;
import java.util.stream.Collectors;

/** The answer to a search for people at a terminal. */
final class SearchText {
    private final PrintWriter out;

    SearchText(PrintWriter out) {
        this.out = out;
    }

    void print(SearchResponse response) {
        out.println(response.hitCount() == 1 ? "1 paper" : response.hitCount() + " papers");
        response.expansions()
                .forEach(expansion -> out.println(expansion.typed() + ": also " + String.join(", ", expansion.also())));
        if (response.suggestion() != null) {
            out.println("did you mean: " + response.suggestion());
        }
        response.hits().forEach(this::print);
        if (response.nextCursor() != null) {
            out.println();
            out.println("more with: --cursor " + response.nextCursor());
        }
    }

    private void print(Hit hit) {
        out.println();
        out.println(
                hit.paper().title() == null
                        ? hit.paper().sourceFile()
                        : hit.paper().title());
        out.println("  " + hit.paper().authorString()
                + (hit.paper().journal() == null ? "" : ". " + hit.paper().journal())
                + (hit.paper().year() == null ? "" : ". " + hit.paper().year()));
        out.println("  " + hit.paper().id());
        hit.highlights().forEach(highlight -> out.println("  " + highlight.section() + ": " + plain(highlight.html())));
        if (!hit.findings().isEmpty()) {
            out.println("  "
                    + hit.findings().stream()
                            .map(chip -> chip.treatment() + ": "
                                    + chip.response().code().replace('_', ' ') + (chip.own() ? "" : " (cited)"))
                            .collect(Collectors.joining("; ")));
        }
    }

    /** Without HTML: the hits between asterisks. */
    private static String plain(String html) {
        return html.replace("<mark>", "*")
                .replace("</mark>", "*")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#x27;", "'")
                .replace("&#39;", "'")
                .replace("&#x2F;", "/")
                .replace("&amp;", "&");
    }
}

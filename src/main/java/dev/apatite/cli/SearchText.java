package dev.apatite.cli;

import dev.apatite.search.Expansion;
import dev.apatite.search.Highlight;
import dev.apatite.search.Hit;
import dev.apatite.search.Rows;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Structured;
import dev.apatite.search.TextRange;
import dev.apatite.search.WorkRow;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** The answer to a search for people at a terminal. */
final class SearchText {
    private static final int MOST_NAMES = 8;

    private final PrintWriter out;

    SearchText(PrintWriter out) {
        this.out = out;
    }

    void print(SearchResponse response, List<Structured> offers, List<WorkRow> citedWorks) {
        out.println(response.counted());
        offers.forEach(
                offer -> out.println("may ask for: " + offer.label() + ": " + offer.hitCount() + options(offer)));
        citedWorks.forEach(work -> out.println("cited here by " + work.papers() + ": " + work.label()));
        response.expansions().forEach(expansion -> out.println(expansion.typed() + ": also " + also(expansion)));
        if (response.mended() != null) {
            out.println("searched for: " + response.mended() + " (--as-typed searches what was typed)");
        } else if (response.suggestion() != null) {
            out.println("did you mean: " + response.suggestion());
        }
        if (!response.ending().isEmpty()) {
            out.println("no paper has: " + String.join(", ", response.ending()));
        }
        for (int i = 0; i < response.hits().size(); i++) {
            if (response.divides(i, true)) {
                out.println();
                out.println("-- " + (response.anyWord() ? "some" : "most") + " of the words --");
            }
            if (response.dividesMeaning(i)) {
                out.println();
                out.println("-- none of the words, but alike in meaning --");
            }
            print(response.hits().get(i));
        }
        if (response.changed()) {
            out.println();
            out.println("the papers changed since the page before; some may come twice or not at all");
        }
        if (response.nextCursor() != null) {
            out.println();
            out.println("more with: --cursor " + response.nextCursor());
        }
    }

    /** What asks for it here; patients have no command of their own. */
    private static String options(Structured offer) {
        if (offer.rows() != Rows.PAPERS) {
            return "";
        }
        StringBuilder options = new StringBuilder();
        offer.request()
                .filters()
                .forEach((name, values) -> values.forEach(value -> options.append(" --filter \"")
                        .append(name)
                        .append('=')
                        .append(value)
                        .append('"')));
        return " (" + options.toString().strip() + ")";
    }

    private static String also(Expansion expansion) {
        List<String> also = expansion.also();
        return also.size() <= MOST_NAMES
                ? String.join(", ", also)
                : String.join(", ", also.subList(0, MOST_NAMES)) + " and " + (also.size() - MOST_NAMES) + " more";
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
        if (!hit.missing().isEmpty() && !hit.byMeaning()) {
            out.println("  without: " + String.join(", ", hit.missing()));
        }
        hit.highlights().forEach(highlight -> out.println("  " + highlight.section() + ": " + starred(highlight)));
        if (!hit.findings().isEmpty()) {
            out.println("  "
                    + hit.findings().stream()
                            .map(chip -> chip.treatment() + ": "
                                    + chip.response().code().replace('_', ' ') + (chip.own() ? "" : " (cited)"))
                            .collect(Collectors.joining("; ")));
        }
    }

    /** The hits between asterisks. */
    private static String starred(Highlight highlight) {
        StringBuilder starred = new StringBuilder();
        int at = 0;
        for (TextRange hit : highlight.hits()) {
            starred.append(highlight.text(), at, hit.start())
                    .append('*')
                    .append(highlight.text(), hit.start(), hit.end())
                    .append('*');
            at = hit.end();
        }
        return starred.append(highlight.text(), at, highlight.text().length()).toString();
    }
}

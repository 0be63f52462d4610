package dev.apatite.cli;

import dev.apatite.search.Expansion;
import dev.apatite.search.FindingChip;
import dev.apatite.search.Highlight;
import dev.apatite.search.Hit;
import dev.apatite.search.Rows;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Structured;
import dev.apatite.search.TextRange;
import dev.apatite.search.WorkRow;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The answer to a search for people at a terminal. */
final class SearchText {
    private static final int MOST_NAMES = 8;
    private static final int MOST_TREATMENTS = 5;

    /** Around a hit while its line is being made; no paper's text has them, for they stand for no character. */
    private static final char FROM = '\ufdd0';

    private static final char TO = '\ufdd1';

    private final Terminal out;

    SearchText(Terminal out) {
        this.out = out;
    }

    void print(SearchResponse response, List<Structured> offers, List<WorkRow> citedWorks) {
        out.heading(response.counted());
        offers.forEach(offer -> out.line("may ask for: " + offer.label() + ": " + offer.hitCount() + options(offer)));
        citedWorks.forEach(work -> out.line("cited here by " + work.papers() + ": " + work.label()));
        response.expansions().forEach(expansion -> out.line(expansion.typed() + ": also " + also(expansion)));
        if (response.mended() != null) {
            out.line("searched for: " + response.mended() + " (--as-typed searches what was typed)");
        } else if (response.suggestion() != null) {
            out.line("did you mean: " + response.suggestion());
        }
        if (!response.ending().isEmpty()) {
            out.line("no paper has: " + String.join(", ", response.ending()));
        }
        for (int i = 0; i < response.hits().size(); i++) {
            if (response.divides(i, true)) {
                out.line();
                out.line("-- " + (response.anyWord() ? "some" : "most") + " of the words --");
            }
            if (response.dividesMeaning(i)) {
                out.line();
                out.line("-- none of the words, but alike in meaning --");
            }
            print(response.hits().get(i));
        }
        if (response.changed()) {
            out.line();
            out.line("the papers changed since the page before; some may come twice or not at all");
        }
        if (response.nextCursor() != null) {
            out.line();
            out.line("more with: --cursor " + response.nextCursor());
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
        out.line();
        out.heading(
                hit.paper().title() == null
                        ? hit.paper().sourceFile()
                        : hit.paper().title());
        String by = Stream.of(
                        hit.paper().authorString(),
                        hit.paper().journal(),
                        hit.paper().year())
                .filter(Objects::nonNull)
                .map(Object::toString)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.joining(". "));
        if (!by.isEmpty()) {
            out.line(2, by);
        }
        out.aside(2, hit.paper().id());
        if (!hit.missing().isEmpty() && !hit.byMeaning()) {
            out.line(2, "without: " + String.join(", ", hit.missing()));
        }
        for (Highlight each : hit.highlights()) {
            String where = each.section() + (each.page() == null ? "" : ", p. " + each.page()) + ": ";
            out.marked(2, where + marked(each), FROM, TO, "*");
        }
        if (!hit.findings().isEmpty()) {
            out.line(2, treatments(hit));
        }
    }

    /** Each treatment with what came of it; a review has dozens, of which {@code evidence} tells more than a line could. */
    private static String treatments(Hit hit) {
        List<List<FindingChip>> treatments = hit.byTreatment();
        String first = treatments.stream()
                .limit(MOST_TREATMENTS)
                .map(same -> same.getFirst().treatment() + ": "
                        + same.stream()
                                .map(chip -> chip.response().code().replace('_', ' ') + (chip.own() ? "" : " (cited)"))
                                .collect(Collectors.joining(", ")))
                .collect(Collectors.joining("; "));
        int more = treatments.size() - MOST_TREATMENTS;
        return more > 0 ? first + "; and " + more + " more" : first;
    }

    /** The hits between the two marks. */
    private static String marked(Highlight highlight) {
        StringBuilder marked = new StringBuilder();
        int at = 0;
        for (TextRange hit : highlight.hits()) {
            marked.append(highlight.text(), at, hit.start())
                    .append(FROM)
                    .append(highlight.text(), hit.start(), hit.end())
                    .append(TO);
            at = hit.end();
        }
        return marked.append(highlight.text(), at, highlight.text().length()).toString();
    }
}

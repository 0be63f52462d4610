package dev.apatite.web;

import dev.apatite.paper.Paper;
import dev.apatite.search.Hit;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.SearchResponse;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.DeskPage;
import dev.apatite.web.page.DeskRow;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.MarkedText;
import dev.apatite.web.page.SearchAddresses;
import dev.apatite.web.page.SearchState;
import io.javalin.http.Context;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The reader's desk of a paper as a page. */
final class DeskPages {
    /** Pages of a search that are looked through for the next paper. */
    private static final int MOST_LOOKED = 5;

    private static final Set<String> PARAMETERS = parameters();

    private final Searcher searcher;
    private final Desk desk;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    DeskPages(Searcher searcher, Desk desk, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.desk = desk;
        this.templates = templates;
        this.assets = assets;
    }

    private static Set<String> parameters() {
        Set<String> all = new TreeSet<>(Pages.PARAMETERS);
        all.add("reader");
        return Set.copyOf(all);
    }

    void desk(Context context) {
        Parameters parameters = Parameters.of(context, PARAMETERS);
        SearchRequest request = parameters.request(SearchRequest.DEFAULT_PAGE_SIZE);
        String id = context.pathParam("id");
        Paper paper = searcher.paper(id).orElseThrow(() -> NotFound.paper(id));
        String signedIn = Guard.reader(context);
        String reader = signedIn == null ? parameters.text("reader", "") : signedIn;
        List<DeskRow> rows = desk.rows(paper);
        MarkedText text = new MarkedText(
                paper.annotated(
                        paper.mentions(),
                        paper.patients(),
                        rows.stream().map(DeskRow::finding).toList()),
                searcher.hits(paper.id(), request));
        SearchState state = SearchState.found(request);
        String title = paper.title() == null ? paper.sourceFile() : paper.title();
        templates.send(
                context,
                "desk",
                new DeskPage(
                        new Frame("Desk: " + title + " \u2013 Apatite", state, null, assets, 0),
                        paper,
                        text.title(),
                        PaperPages.parts(paper, text),
                        rows,
                        reader,
                        signedIn != null,
                        rows.stream().anyMatch(each -> each.by(reader) != null),
                        address(paper.id(), request, reader),
                        next(paper.id(), request, reader),
                        searcher.likely().orElse(0)));
    }

    private static String address(String id, SearchRequest request, String reader) {
        String found = SearchAddresses.of(request.withCursor(SearchRequest.FIRST_PAGE));
        String named = reader.isEmpty() ? "" : (found.isEmpty() ? "?" : "&") + SearchAddresses.part("reader", reader);
        return "/papers/" + SearchAddresses.encoded(id) + "/desk" + found + named;
    }

    /** The paper behind this one in the search that the address carries. */
    private @Nullable String next(String id, SearchRequest request, String reader) {
        SearchRequest pages =
                request.rowsOnly().withPageSize(SearchRequest.LARGEST_PAGE).withCursor(SearchRequest.FIRST_PAGE);
        boolean here = false;
        int looked = 0;
        for (String cursor = SearchRequest.FIRST_PAGE; cursor != null && looked < MOST_LOOKED; looked++) {
            SearchResponse page = searcher.search(pages.withCursor(cursor));
            for (Hit hit : page.hits()) {
                if (here) {
                    return address(hit.paper().id(), request, reader);
                }
                here = hit.paper().id().equals(id);
            }
            cursor = page.nextCursor();
        }
        return null;
    }
}

package dev.apatite.web;

import dev.apatite.export.MarksCsvImport;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import dev.apatite.review.ListEntry;
import dev.apatite.review.PaperList;
import dev.apatite.review.PaperLists;
import dev.apatite.search.PaperCard;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.ListPage;
import dev.apatite.web.page.ListsPage;
import dev.apatite.web.page.TakenPage;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lists of papers as pages: all of them, and one to be screened. */
final class ListPages {
    private static final int LONGEST_TEXT = 1500;

    private final Searcher searcher;
    private final PaperLists lists;
    private final ListsEndpoint data;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    ListPages(
            Searcher searcher, PaperLists lists, ListsEndpoint data, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.lists = lists;
        this.data = data;
        this.templates = templates;
        this.assets = assets;
    }

    private Frame frame(String title) {
        return CompareEndpoint.frame(title, assets);
    }

    void all(Context context) {
        Parameters.of(context, Set.of());
        templates.send(context, "lists", new ListsPage(frame("Lists"), lists.all()));
    }

    /** Puts papers into a list, and goes there. */
    void collect(Context context) {
        context.redirect(ListsEndpoint.address(data.collected(context)), HttpStatus.SEE_OTHER);
    }

    void one(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("reader", "show", "from"));
        PaperList list = data.required(context.pathParam("name"));
        String show = parameters.text("show", "all");
        if (!ListPage.SHOWN.contains(show)) {
            throw new ParameterException("show", "show must be " + String.join(", ", ListPage.SHOWN));
        }
        String signedIn = Guard.reader(context);
        List<String> wanted = list.papers().keySet().stream()
                .filter(each -> show.equals("all") || state(list, each).equals(show))
                .toList();
        int from = Math.min(parameters.number("from", 0, 0, Integer.MAX_VALUE), wanted.size());
        templates.send(
                context,
                "list",
                new ListPage(
                        frame(list.name()),
                        list,
                        wanted.stream()
                                .skip(from)
                                .limit(ListPage.SIZE)
                                .map(each -> row(list, each))
                                .toList(),
                        signedIn == null ? parameters.text("reader", "") : signedIn,
                        signedIn != null,
                        show,
                        from,
                        wanted.size()));
    }

    private static String state(PaperList list, String paper) {
        var decision = list.decision(paper);
        return decision == null ? "conflict" : decision.code();
    }

    private ListPage.Row row(PaperList list, String id) {
        @Nullable Paper paper = searcher.paper(id).orElse(null);
        return new ListPage.Row(
                id,
                paper == null ? null : PaperCard.of(paper),
                list.title(id),
                paper == null ? null : begins(paper),
                list.decision(id),
                list.papers().getOrDefault(id, Map.of()));
    }

    private static @Nullable String begins(Paper paper) {
        String text = paper.sections().stream()
                .filter(each -> each.kind() == SectionKind.ABSTRACT)
                .map(each -> each.text().replace('\n', ' '))
                .collect(Collectors.joining(" "));
        return text.isBlank() ? null : text.length() > LONGEST_TEXT ? text.substring(0, LONGEST_TEXT) + "\u2026" : text;
    }

    /** Keeps a decision, and goes on to the next paper. */
    void decide(Context context) {
        Fields fields = data.fields(context);
        ListEntry entry = data.decided(context, fields);
        String back = fields.get("back", ListsEndpoint.address(entry.list()));
        String local = back.startsWith(ListsEndpoint.address(entry.list())) && back.indexOf('#') < 0
                ? back
                : ListsEndpoint.address(entry.list());
        if (lists.of(entry.list()).isEmpty()) {
            context.redirect("/lists", HttpStatus.SEE_OTHER);
            return;
        }
        context.redirect(local + "#p-" + fields.get("next", entry.paper()), HttpStatus.SEE_OTHER);
    }

    void take(Context context) {
        MarksCsvImport.Outcome outcome = data.taken(context);
        templates.send(context, "taken", new TakenPage(frame("Decisions taken"), outcome));
    }
}

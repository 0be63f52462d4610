package dev.apatite.web;

import dev.apatite.ingest.IngestStatus;
import dev.apatite.ingest.Uploads;
import dev.apatite.search.SearchRequest;
import dev.apatite.search.Searcher;
import dev.apatite.web.page.ApiPage;
import dev.apatite.web.page.ErrorPage;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.HelpPage;
import dev.apatite.web.page.SearchState;
import dev.apatite.web.page.StatusPage;
import dev.apatite.web.page.StatusPage.Holds;
import dev.apatite.web.page.View;
import io.javalin.http.ConflictResponse;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Objects;
import java.util.Set;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/** Pages about the service itself: how far the index is, and what went wrong. */
final class ServicePages implements Problems.ForPeople {
    private static final int LONGEST_ECHO = 2000;
    private static final int REFRESH = 3;

    private final Searcher searcher;
    private final IndexKeeping keeping;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    ServicePages(Searcher searcher, IndexKeeping keeping, Templates templates, Frame.AssetAddresses assets) {
        this.searcher = searcher;
        this.keeping = keeping;
        this.templates = templates;
        this.assets = assets;
    }

    void status(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("uploaded"));
        send(context, parameters.number("uploaded", 0, 0, Uploads.MOST_FILES));
    }

    void help(Context context) {
        Parameters.of(context, Set.of());
        Frame frame = new Frame("How to search \u2013 Apatite", SearchState.of(View.PAPERS), null, assets, 0);
        templates.send(context, "help", new HelpPage(frame, searcher.fields()));
    }

    /** The description of the API, of which {@code described} makes the page. */
    void api(Context context, BiFunction<Context, Frame, ApiPage> described) {
        Parameters.of(context, Set.of());
        Frame frame = new Frame("The API \u2013 Apatite", SearchState.of(View.PAPERS), null, assets, 0);
        templates.send(context, "api", described.apply(context, frame));
    }

    /** Confirms, by the button on the page, that the files which the page named were deleted. */
    void removals(Context context) {
        String absence = context.formParam("absence");
        if (absence == null) {
            throw new ParameterException("absence", "a confirmation says which absence it confirms");
        }
        if (!keeping.allowRemovals(absence)) {
            throw new ConflictResponse("other files are away by now; look at the status page again");
        }
        context.redirect("/status", HttpStatus.SEE_OTHER);
    }

    @Override
    public void showProgress(Context context) {
        send(context, 0);
    }

    private void send(Context context, int uploaded) {
        IngestStatus now = keeping.status();
        boolean complete = keeping.searchable();
        boolean busy = now.phase() != IngestStatus.Phase.IDLE || !complete;
        Frame frame = new Frame(
                complete ? "Status \u2013 Apatite" : "Making the index \u2013 Apatite",
                SearchState.of(View.PAPERS),
                null,
                assets,
                busy ? REFRESH : 0);
        context.header("Cache-Control", "no-store");
        templates.send(
                context,
                "status",
                new StatusPage(
                        frame,
                        now,
                        keeping.damage(),
                        complete ? holds() : null,
                        keeping.modelWords(),
                        keeping.uploads().isPresent(),
                        uploaded));
    }

    private Holds holds() {
        SearchRequest everything = SearchRequest.of("").withPageSize(0).rowsOnly();
        return new Holds(
                searcher.search(everything).hitCount(),
                searcher.evidence(everything).hitCount(),
                searcher.patients(everything).hitCount(),
                searcher.works(everything).hitCount());
    }

    @Override
    public void show(Context context, Problem problem) {
        String query = Objects.requireNonNullElse(query(context), "");
        SearchState state = new SearchState(View.PAPERS, SearchRequest.of(query));
        String title = switch (problem.status()) {
            case 400 -> "This cannot be searched for";
            case 404 -> "Not here";
            default -> HttpStatus.forStatus(problem.status()).getMessage();
        };
        Frame frame = new Frame(title + " \u2013 Apatite", state, null, assets, 0);
        Integer position = "query".equals(problem.parameter()) ? problem.position() : null;
        templates.send(
                context,
                "error",
                new ErrorPage(frame, problem.status(), title, sentence(problem.sentence()), position));
    }

    private static @Nullable String query(Context context) {
        String query = context.queryParam("query");
        return query == null || query.length() > LONGEST_ECHO ? null : query.strip();
    }

    private static String sentence(String words) {
        if (words.isEmpty()) {
            return words;
        }
        String first = words.substring(0, words.offsetByCodePoints(0, 1));
        String end = ".!?".indexOf(words.charAt(words.length() - 1)) < 0 ? "." : "";
        return first.toUpperCase(java.util.Locale.ROOT) + words.substring(first.length()) + end;
    }
}

package dev.apatite.web;

import dev.apatite.export.SearchJson;
import dev.apatite.review.Agreement;
import dev.apatite.review.Mark;
import dev.apatite.review.Reviews;
import dev.apatite.web.page.ComparePage;
import dev.apatite.web.page.Frame;
import dev.apatite.web.page.SearchAddresses;
import dev.apatite.web.page.SearchState;
import dev.apatite.web.page.View;
import io.javalin.http.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two readers beside each other: how far they agree, and where they do not, as data and as a page. */
final class CompareEndpoint {
    private final Reviews reviews;
    private final Json json;
    private final Templates templates;
    private final Frame.AssetAddresses assets;

    CompareEndpoint(Reviews reviews, Json json, Templates templates, Frame.AssetAddresses assets) {
        this.reviews = reviews;
        this.json = json;
        this.templates = templates;
        this.assets = assets;
    }

    private static boolean isOf(Parameters parameters, Mark mark) {
        return !parameters.has("paper") || mark.paper().equals(parameters.text("paper", ""));
    }

    private List<Mark> marks(Parameters parameters) {
        return reviews.all().stream().filter(each -> isOf(parameters, each)).toList();
    }

    private List<List<Mark>> disputed(Parameters parameters) {
        return Agreement.disputed(reviews).stream()
                .filter(each -> isOf(parameters, each.getFirst()))
                .toList();
    }

    private List<Mark> alone(Parameters parameters) {
        return Agreement.byOneAlone(reviews).stream()
                .filter(each -> isOf(parameters, each))
                .toList();
    }

    /** How far readers agree, and what they disagree on. */
    void agreement(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("paper"));
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("version", SearchJson.VERSION);
        answer.put("pairs", Agreement.of(marks(parameters)));
        answer.put(
                "disputed",
                disputed(parameters).stream()
                        .map(each -> Map.of(
                                "finding", each.getFirst().finding(),
                                "paper", each.getFirst().paper(),
                                "marks", each))
                        .toList());
        answer.put("alone", alone(parameters));
        json.answer(context, answer);
    }

    void page(Context context) {
        Parameters parameters = Parameters.of(context, Set.of("paper", "reader"));
        String signedIn = Guard.reader(context);
        String reader = signedIn == null ? parameters.text("reader", "") : signedIn;
        String address = "/reviews/compare"
                + (parameters.has("paper") ? "?" + SearchAddresses.part("paper", parameters.text("paper", "")) : "");
        templates.send(
                context,
                "compare",
                new ComparePage(
                        frame("Readers compared", assets),
                        Agreement.of(marks(parameters)),
                        disputed(parameters),
                        alone(parameters),
                        reader,
                        address));
    }

    static Frame frame(String title, Frame.AssetAddresses assets) {
        return new Frame(title + " \u2013 Apatite", SearchState.of(View.EVIDENCE), null, assets, 0);
    }
}

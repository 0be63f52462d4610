package dev.apatite.web.page;

import dev.apatite.paper.Response;
import dev.apatite.search.TreatmentSummary;
import dev.apatite.search.TreatmentSummary.Count;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/**
 * One treatment as two stacked bars of responses: the papers' own cases, and cited evidence. Lengths are numbers of
 * reports, on one scale for all bars.
 */
public record ResponseBars(String treatment, String href, Side own, Side cited) {
    private static final int MOST = 40;

    /** One bar, and the numbers that stand beside it. */
    public record Side(int reports, int patients, List<Segment> segments) {
        public Side {
            segments = List.copyOf(segments);
        }
    }

    /**
     * One response in a bar.
     *
     * @param x where it begins, {@code width} how long it is: in per cent of the whole
     * @param text what fits into it
     */
    public record Segment(
            Response response, int count, String x, String width, String text, String href, String title) {}

    /** The bars of the most reported treatments. */
    public static List<ResponseBars> of(SearchState state, List<TreatmentSummary> summaries) {
        int longest = summaries.stream()
                .mapToInt(each -> Math.max(total(each, Count::own), total(each, Count::cited)))
                .max()
                .orElse(1);
        return summaries.stream()
                .limit(MOST)
                .map(each -> new ResponseBars(
                        each.treatment(),
                        state.only(Ordered.of("treatment", each.treatment())),
                        side(state, each, true, longest),
                        side(state, each, false, longest)))
                .toList();
    }

    private static int total(TreatmentSummary summary, ToIntFunction<Count> number) {
        return summary.counts().stream().mapToInt(number).sum();
    }

    private static Side side(SearchState state, TreatmentSummary summary, boolean own, int longest) {
        ToIntFunction<Count> reports = own ? Count::own : Count::cited;
        List<Segment> segments = new ArrayList<>();
        double x = 0;
        List<Count> counts = summary.counts().stream()
                .filter(each -> reports.applyAsInt(each) > 0)
                .sorted(Comparator.comparing(Count::response))
                .toList();
        for (Count each : counts) {
            double width = 100.0 * reports.applyAsInt(each) / Math.max(1, longest);
            segments.add(new Segment(
                    each.response(),
                    reports.applyAsInt(each),
                    percent(x),
                    percent(width),
                    text(each.response(), reports.applyAsInt(each), width),
                    state.only(Ordered.of(
                            "finding",
                            summary.treatment() + ":" + each.response().code(),
                            "own",
                            String.valueOf(own))),
                    title(summary.treatment(), each, own)));
            x += width;
        }
        TreatmentSummary.Total all = summary.total();
        return own
                ? new Side(all.own(), all.ownPatients(), segments)
                : new Side(all.cited(), all.citedPatients(), segments);
    }

    private static String title(String treatment, Count count, boolean own) {
        int patients = own ? count.ownPatients() : count.citedPatients();
        return treatment + ", " + CodeNames.response(count.response()) + ": "
                + (own
                        ? CodeNames.count(count.own(), "paper", "papers") + " of own cases"
                        : CodeNames.count(count.cited(), "cited work", "cited works"))
                + (patients == 0 ? "" : ", " + CodeNames.count(patients, "patient", "patients"));
    }

    private static String text(Response response, int count, double width) {
        if (width >= 18) {
            return CodeNames.letters(response) + " " + count;
        }
        return width >= 11 ? CodeNames.letters(response) : "";
    }

    private static String percent(double value) {
        return String.format(Locale.ROOT, "%.2f%%", value);
    }
}

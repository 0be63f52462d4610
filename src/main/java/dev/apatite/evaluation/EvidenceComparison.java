package dev.apatite.evaluation;

import dev.apatite.paper.Finding;
import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Findings against rows of which a reader was sure or not. A row counts where treatment, response and sentence agree;
 * the surest finding takes it. Unsure rows are optional: found they are right, missed they cost nothing. The same row
 * said twice is neither right nor wrong. Courses without an outcome are left out on both sides.
 */
final class EvidenceComparison {
    private record Shown(@Nullable Double confidence, boolean right, Finding finding) {}

    private record Wanted(GoldFindings.Row row, @Nullable Finding found) {
        boolean isOwn() {
            return row.own() == null || row.own();
        }
    }

    private static final double SURE = 0.8;
    private static final int BINS = 5;

    /** A bin reaches a little into the next, as figures published for this gold were counted. */
    private static final double BIN_REACH = 0.2001;

    private final RowMatch match;
    private final List<Shown> shown = new ArrayList<>();
    private final List<Wanted> wanted = new ArrayList<>();
    private final Map<String, Integer> wrong = new LinkedHashMap<>();

    EvidenceComparison(RowMatch match) {
        this.match = match;
        List.of("response", "treatment", "no finding there").forEach(each -> wrong.put(each, 0));
    }

    void add(List<GoldFindings.Row> gold, List<Finding> findings) {
        List<GoldFindings.Row> rows = gold.stream()
                .filter(row -> !row.responses().contains(Response.NOT_REPORTED.code()))
                .toList();
        Finding[] taken = new Finding[rows.size()];
        List<Finding> sorted = new ArrayList<>(findings);
        sorted.removeIf(each -> each.response() == Response.NOT_REPORTED);
        sorted.sort(Comparator.comparingDouble(each -> each.confidence() == null ? 0 : -each.confidence()));
        for (Finding each : sorted) {
            boolean fits = false;
            boolean any = false;
            int free = -1;
            for (int r = 0; r < taken.length; r++) {
                if (!fits(rows.get(r), each)) {
                    continue;
                }
                fits = true;
                if (rows.get(r).responses().contains(each.response().code())) {
                    any = true;
                    boolean better = free < 0
                            || rows.get(free).optional() && !rows.get(r).optional();
                    free = taken[r] == null && better ? r : free;
                }
            }
            if (free >= 0) {
                taken[free] = each;
                shown.add(new Shown(each.confidence(), true, each));
            } else if (!any) {
                shown.add(new Shown(each.confidence(), false, each));
                boolean there = rows.stream().anyMatch(row -> match.sameSentence(row.sentence(), each.sentence()));
                wrong.merge(fits ? "response" : there ? "treatment" : "no finding there", 1, Integer::sum);
            }
        }
        for (int r = 0; r < taken.length; r++) {
            if (!rows.get(r).optional()) {
                wanted.add(new Wanted(rows.get(r), taken[r]));
            }
        }
    }

    private boolean fits(GoldFindings.Row row, Finding finding) {
        return match.sameTreatment(row.treatment(), finding.treatment(), row.printed())
                && match.sameSentence(row.sentence(), finding.sentence());
    }

    /** All, own and cited, and those of each response. */
    List<Report.Row> rows() {
        List<Report.Row> rows = new ArrayList<>();
        rows.add(new Report.Row("all", score(0, any -> true, any -> true)));
        rows.add(new Report.Row("own", score(0, each -> each.finding().own(), Wanted::isOwn)));
        rows.add(new Report.Row("cited", score(0, each -> !each.finding().own(), each -> !each.isOwn())));
        for (Response response : Response.values()) {
            if (response != Response.NOT_REPORTED) {
                rows.add(new Report.Row(
                        response.code(),
                        score(
                                0,
                                each -> each.finding().response() == response,
                                each -> each.row().responses().contains(response.code()))));
            }
        }
        return rows;
    }

    private Score score(double least, Predicate<Shown> ofShown, Predicate<Wanted> ofWanted) {
        int right = 0;
        int all = 0;
        for (Shown each : shown) {
            if (ofShown.test(each) && isFrom(least, each.confidence())) {
                all++;
                right += each.right() ? 1 : 0;
            }
        }
        int found = 0;
        int sought = 0;
        for (Wanted each : wanted) {
            if (ofWanted.test(each)) {
                sought++;
                Finding finding = each.found();
                found += finding != null && isFrom(least, finding.confidence()) ? 1 : 0;
            }
        }
        return new Score(found, all - right, sought - found, right);
    }

    private static boolean isFrom(double least, @Nullable Double confidence) {
        return confidence == null || confidence >= least;
    }

    void figures(Map<String, Number> into) {
        wrong.forEach((why, count) -> into.put("wrong rows: " + why, count));
        double[] levels = shown.stream()
                .filter(each -> each.confidence() != null)
                .mapToDouble(each -> each.confidence() == null ? 0 : each.confidence())
                .distinct()
                .sorted()
                .toArray();
        if (levels.length < 2) {
            return;
        }
        for (double least : new double[] {0, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9}) {
            Score score = score(least, any -> true, any -> true);
            String from = String.format(Locale.ROOT, " from confidence %.1f", least);
            into.put("rows" + from, score.right() + score.fp());
            into.put("precision" + from, score.precision());
            into.put("recall" + from, score.recall());
        }
        into.put("calibration error", calibrationError());
        double best = 0;
        for (double least : levels) {
            Score score = score(least, any -> true, any -> true);
            best = score.precision() >= SURE ? Math.max(best, score.recall()) : best;
        }
        into.put("recall at precision 0.80", best);
    }

    /** Expected calibration error over five bins. */
    private double calibrationError() {
        double error = 0;
        for (int bin = 0; bin < BINS; bin++) {
            // Not a product with 0.2, which makes 0.6 a little more than 0.6.
            double low = (double) bin / BINS;
            double said = 0;
            double right = 0;
            for (Shown each : shown) {
                Double confidence = each.confidence();
                if (confidence != null && confidence >= low && confidence < low + BIN_REACH) {
                    said += confidence;
                    right += each.right() ? 1 : 0;
                }
            }
            error += Math.abs(said - right);
        }
        return error / Math.max(1, shown.size());
    }
}

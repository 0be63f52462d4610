package dev.apatite.languagemodel;

import dev.apatite.paper.Finding;
import dev.apatite.paper.FindingSource;
import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts the rows of the model beside those of the judge. Where both say the same of a sentence, the judge's row stands and is
 * surer by the other's word; where only the model says it, its row stands, the surer the more the judge thinks so too.
 *
 * <p>The judge's confidence is measured; the weight of the model's word is set, not measured, for it differs with the model.
 */
final class Consent {
    /** The judge's doubt is halved by the model's word. */
    private static final double DOUBT_LEFT = 0.5;

    /** Of a row of which the judge knows nothing. */
    private static final double ALONE = 0.4;

    private Consent() {}

    /**
     * The findings of a paper with those of the model.
     *
     * @param shown what is shown of the paper without the model
     * @param candidates everything that the judge thought of, however unsure
     */
    static List<Finding> of(List<Finding> shown, List<Finding> candidates, List<Finding> model) {
        List<Finding> all = new ArrayList<>(shown);
        for (Finding each : model) {
            int same = indexOf(all, each);
            Finding candidate = find(candidates, each, true);
            if (same >= 0) {
                Finding row = all.get(same);
                if (row.source() == FindingSource.PROGRAM && row.confidence() != null) {
                    all.set(same, surer(row, together(row.confidence())));
                }
            } else if (candidate != null && candidate.confidence() != null) {
                all.add(surer(candidate.from(FindingSource.MODEL), together(candidate.confidence())));
            } else {
                Finding rival = find(candidates, each, false);
                double against = rival == null || rival.confidence() == null ? 0 : rival.confidence();
                all.add(surer(each, ALONE * (1 - against)));
            }
        }
        all.sort(Comparator.comparingInt(Finding::section)
                .thenComparingInt(Finding::start)
                .thenComparing(Finding::treatment)
                .thenComparing(Finding::response));
        return all;
    }

    private static double together(double judge) {
        return 1 - (1 - judge) * DOUBT_LEFT;
    }

    private static Finding surer(Finding row, double confidence) {
        return row.judged(Math.round(confidence * 1000) / 1000.0, row.harm(), row.of(), row.alsoSaid());
    }

    private static int indexOf(List<Finding> rows, Finding wanted) {
        for (int i = 0; i < rows.size(); i++) {
            if (isSame(rows.get(i), wanted, true)) {
                return i;
            }
        }
        return -1;
    }

    private static @Nullable Finding find(List<Finding> rows, Finding wanted, boolean response) {
        return rows.stream()
                .filter(each -> isSame(each, wanted, response))
                .findFirst()
                .orElse(null);
    }

    private static boolean isSame(Finding one, Finding other, boolean response) {
        boolean harm = (one.response() == Response.ADVERSE_EVENT) == (other.response() == Response.ADVERSE_EVENT);
        return harm
                && (!response || one.response() == other.response())
                && one.section() == other.section()
                && one.start() < other.end()
                && other.start() < one.end()
                && (one.treatment().equalsIgnoreCase(other.treatment())
                        || one.text().equalsIgnoreCase(other.text()));
    }
}

package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import dev.apatite.text.DataLines;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Treatments that a sentence names only to compare another with ({@code comparators.tsv}): what is good there is said of
 * the other. Trials name them often, the case reports that weights are learned from hardly ever.
 */
final class Comparators {
    /** What may stand between the words of comparison and the name. */
    private static final String BETWEEN = "(?:(?:the|a|an|use of|treatment with|therapy with|patients on|patients"
            + " receiving|those on|those receiving|those given|either|oral|topical|intravenous|systemic|standard|usual"
            + "|conventional|continuous|high-dose|low-dose|placebo (?:or|and)) ){0,3}$";

    /** Another of several. */
    private static final Pattern LIST = Pattern.compile("^(?: ?,| or| and|, or|, and) $");

    private static final int REACH = 80;

    private final Pattern before;

    Comparators() {
        before = Pattern.compile(
                rows().stream().map(row -> row[0]).collect(Collectors.joining("|", "(?:", ")")) + BETWEEN);
    }

    /** The rows of the table: pattern, example, counter-example. */
    static List<String[]> rows() {
        return DataLines.cells(Comparators.class, "comparators.tsv", 3);
    }

    /** Whether a judgement credits a treatment that its sentence only compares with. */
    boolean isCredited(Script script, Judgement judgement) {
        boolean good =
                judgement.response() == Response.COMPLETE_RESPONSE || judgement.response() == Response.PARTIAL_RESPONSE;
        if (!good || judgement.namedIn() != judgement.line()) {
            return false;
        }
        Line line = script.lines().get(judgement.line());
        boolean compared = false;
        boolean named = false;
        int end = -1;
        for (Named each : line.treatments()) {
            boolean listed = end >= 0
                    && each.start() >= end
                    && LIST.matcher(line.lower().substring(end, each.start())).matches();
            compared = listed && compared || isCompared(line.lower(), each.start());
            if (each.name().equals(judgement.named().name())) {
                named = true;
                if (!compared) {
                    return false;
                }
            }
            end = Math.max(end, each.end());
        }
        return named;
    }

    /** Whether the treatment that begins at {@code start} of a text in lower case is one that is compared with. */
    boolean isCompared(String lower, int start) {
        return before.matcher(lower.substring(Math.max(0, start - REACH), start))
                .find();
    }
}

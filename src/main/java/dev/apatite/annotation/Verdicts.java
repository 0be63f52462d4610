package dev.apatite.annotation;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Makes of all that a sentence states about one treatment the rows that count: the strongest good, the worst bad, or mixed. */
final class Verdicts {
    private static final QuickPattern CONTRAST =
            QuickPattern.compile("\\b(?:whereas|while|but|although|except|however|though|yet)\\b");
    private static final QuickPattern SEQUENCE = QuickPattern.compile(
            "\\b(?:then|later|subsequently|afterwards?|thereafter|initially|after|before|until|followed by|weeks?|months?|years?|days?|again|eventually|transient\\w*|temporar\\w*|relaps\\w*|recur\\w*)\\b");

    private Verdicts() {}

    static List<OutcomeCue> of(String lower, List<OutcomeCue> cues) {
        Optional<OutcomeCue> complete = first(cues, Response.COMPLETE_RESPONSE);
        Optional<OutcomeCue> partial = first(cues, Response.PARTIAL_RESPONSE);
        boolean wholly = cues.stream().anyMatch(cue -> cue.response() == Response.COMPLETE_RESPONSE && !cue.weak());
        Optional<OutcomeCue> good = complete.isPresent() && (wholly || partial.isEmpty()) ? complete : partial;
        Optional<OutcomeCue> worse = first(cues, Response.PROGRESSION);
        Optional<OutcomeCue> none = first(cues, Response.NO_RESPONSE);
        List<OutcomeCue> rows = new ArrayList<>();
        first(cues, Response.MIXED).ifPresent(rows::add);
        first(cues, Response.ADVERSE_EVENT).ifPresent(rows::add);
        Optional<OutcomeCue> bad = worse.isPresent() ? worse : none;
        if (good.isPresent() && bad.isPresent()) {
            int from = Math.min(good.get().end(), bad.get().end());
            int to = Math.max(good.get().start(), bad.get().start());
            String between = from < to ? lower.substring(from, to) : "";
            if (CONTRAST.matcher(between).find() && !SEQUENCE.matcher(between).find()) {
                rows.add(good.get().as(Response.MIXED));
                return rows;
            }
        }
        if (rows.isEmpty() || first(cues, Response.MIXED).isEmpty()) {
            good.ifPresent(rows::add);
            bad.ifPresent(rows::add);
        }
        return rows;
    }

    private static Optional<OutcomeCue> first(List<OutcomeCue> cues, Response response) {
        return cues.stream().filter(cue -> cue.response() == response).findFirst();
    }
}

package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes texts that vocabulary and rules were written with look as unseen ones do. Left as they are, they would teach
 * that a vocabulary knows nearly every treatment and that rules are mostly right; on papers that nobody had looked at
 * it knew two of three, and the rules found a third less. So some of the names that only one text has are hidden, and
 * some of the rules' right rows and words. Which ones depends on the text's name alone.
 */
final class Unseen {
    private static final double HIDDEN_NAMES = 0.75;
    private static final double HIDDEN_NAMES_OF_TWO = 0.4;
    private static final double HIDDEN_ROWS = 0.35;
    private static final double HIDDEN_CUES = 0.2;

    private final Map<String, Integer> spread = new HashMap<>();
    private final GoldMatch match;

    Unseen(List<GoldDocument> all, GoldMatch match) {
        this.match = match;
        for (GoldDocument document : all) {
            Set<String> names = new HashSet<>();
            document.script().lines().forEach(line -> line.treatments().forEach(each -> names.add(each.name())));
            names.forEach(name -> spread.merge(name, 1, Integer::sum));
        }
    }

    GoldDocument hide(GoldDocument document) {
        if (!document.isJudged() || document.weight() > 1) {
            return document;
        }
        Script script = document.script();
        int[] goldLines = match.lines(script, document.rows());
        Set<Integer> told = new HashSet<>();
        for (int line : goldLines) {
            told.add(line);
        }
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < script.lines().size(); i++) {
            Line line = script.lines().get(i);
            int at = i;
            List<Named> named = line.treatments().stream()
                    .filter(each -> !isHidden(document, each.name()))
                    .toList();
            List<Cue> cues = told.contains(i)
                    ? line.cues().stream()
                            .filter(each -> chance(document, "cue" + at + ':' + each.start()) >= HIDDEN_CUES)
                            .toList()
                    : line.cues();
            lines.add(line.with(named, cues));
        }
        List<RuleRow> rows = new ArrayList<>();
        for (RuleRow row : script.rows()) {
            boolean dropped = isHidden(document, row.treatment())
                    || isRight(document, goldLines, row)
                            && chance(document, "row" + row.line() + row.treatment()) < HIDDEN_ROWS;
            if (!dropped) {
                rows.add(row);
            }
        }
        return document.with(script.with(lines, rows));
    }

    private boolean isRight(GoldDocument document, int[] lines, RuleRow row) {
        for (int r = 0; r < lines.length; r++) {
            GoldRow gold = document.rows().get(r);
            if (lines[r] == row.line()
                    && gold.response() == row.response()
                    && gold.response() != Response.NOT_REPORTED
                    && match.names(gold, row.treatment(), List.of())) {
                return true;
            }
        }
        return false;
    }

    private boolean isHidden(GoldDocument document, String name) {
        int texts = spread.getOrDefault(name, 0);
        double share = texts <= 1 ? HIDDEN_NAMES : texts == 2 ? HIDDEN_NAMES_OF_TWO : 0;
        return chance(document, "name" + name) < share;
    }

    private static double chance(GoldDocument document, String what) {
        return document.chance(what);
    }
}

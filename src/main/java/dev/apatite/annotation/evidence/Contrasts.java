package dev.apatite.annotation.evidence;

import dev.apatite.text.DataLines;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Sentences that turn from one treatment to another that did otherwise ({@code contrasts.tsv}): "improved with colchicine
 * but worsened on diltiazem". What one part states of its own treatment is not said of the other's; models that weigh a
 * sentence's words together credit both with the louder.
 */
final class Contrasts {
    private final Pattern turn;

    Contrasts() {
        turn = Pattern.compile(rows().stream().map(row -> row[0]).collect(Collectors.joining("|")));
    }

    /** The rows of the table: pattern, example, counter-example. */
    static List<String[]> rows() {
        return DataLines.cells(Contrasts.class, "contrasts.tsv", 3);
    }

    /** Which part of a text in lower case an offset stands in, counted from 0. */
    int part(String lower, int offset) {
        int part = 0;
        Matcher turns = turn.matcher(lower);
        while (turns.find() && turns.end() <= offset) {
            part++;
        }
        return part;
    }

    /** The judgement with the response that its treatment's own part states; null where only another's states one. */
    @Nullable
    Judgement mended(Script script, Judgement judgement) {
        Line line = script.lines().get(judgement.line());
        String name = judgement.named().name();
        if (judgement.namedIn() != judgement.line()
                || line.cues().isEmpty()
                || !turn.matcher(line.lower()).find()) {
            return judgement;
        }
        int part = part(line.lower(), judgement.named().start());
        boolean alone = true;
        for (Named each : line.treatments()) {
            alone &= !each.name().equals(name) || part(line.lower(), each.start()) == part;
        }
        Cue own = null;
        boolean others = false;
        for (Cue cue : line.cues()) {
            boolean here = part(line.lower(), cue.start()) == part;
            boolean linked = cue.linked().contains(name);
            if (linked || here && cue.linked().isEmpty()) {
                if (cue.response() == judgement.response()) {
                    return judgement;
                }
                own = own == null || linked && !own.linked().contains(name) ? cue : own;
            } else if (!here && cue.response() == judgement.response()) {
                others |= isOfItsPart(line, cue);
            }
        }
        if (!alone || !others) {
            return judgement;
        }
        return own == null ? null : judgement.with(own.response());
    }

    /** Whether a treatment that stands in the same part has the outcome; "X and Y were tried, but all failed" turns to none. */
    private boolean isOfItsPart(Line line, Cue cue) {
        int part = part(line.lower(), cue.start());
        return line.treatments().stream()
                .anyMatch(each -> cue.linked().contains(each.name()) && part(line.lower(), each.start()) == part);
    }
}

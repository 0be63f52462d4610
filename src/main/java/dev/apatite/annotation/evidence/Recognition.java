package dev.apatite.annotation.evidence;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.List;

/** Says how far candidates and rules reach, before anything is judged. */
final class Recognition {
    private final GoldMatch match;
    private final TrainingLog log;

    Recognition(GoldMatch match, TrainingLog log) {
        this.match = match;
        this.log = log;
    }

    /** How many of the readers' rows are of a treatment that is recognised, before or in their sentence. */
    void recognised(String what, List<GoldDocument> tagged) {
        for (GoldDocument.Kind kind : List.of(GoldDocument.Kind.PAPER, GoldDocument.Kind.TEXT)) {
            int all = 0;
            int anywhere = 0;
            int before = 0;
            int names = 0;
            int papers = 0;
            for (GoldDocument document : tagged) {
                if (document.kind() != kind) {
                    continue;
                }
                papers++;
                Cast cast = new Cast(document.script());
                names += cast.size();
                int[] lines = match.lines(document.script(), document.rows());
                for (int r = 0; r < lines.length; r++) {
                    GoldRow row = document.rows().get(r);
                    if (!row.sure() || row.response() == Response.NOT_REPORTED) {
                        continue;
                    }
                    all++;
                    boolean some = false;
                    boolean early = false;
                    for (String name : cast.names()) {
                        if (match.names(row, cast, name)) {
                            some = true;
                            early |= cast.of(name).getFirst().line() <= lines[r];
                        }
                    }
                    anywhere += some ? 1 : 0;
                    before += early ? 1 : 0;
                }
            }
            log.say(
                    "%s %s: treatments of rows recognised %.3f, before or in the sentence %.3f; %.1f names a text",
                    what,
                    kind,
                    (double) anywhere / Math.max(1, all),
                    (double) before / Math.max(1, all),
                    (double) names / Math.max(1, papers));
        }
    }

    /** How the rules alone do. */
    void ruled(String what, List<GoldDocument> texts) {
        for (GoldDocument.Kind kind : List.of(GoldDocument.Kind.PAPER, GoldDocument.Kind.TEXT)) {
            Scoring scoring = new Scoring(match);
            for (GoldDocument each : texts) {
                if (each.kind() == kind) {
                    List<Judgement> rows = new ArrayList<>();
                    for (RuleRow row : each.script().rows()) {
                        if (row.response() != Response.NOT_REPORTED) {
                            Named named = new Named(
                                    row.treatment(), "", row.treatment(), 0, 0, Assertion.AFFIRMED, "named", 1);
                            rows.add(new Judgement(row.line(), named, row.line(), row.response(), row.own(), 1, 1));
                        }
                    }
                    scoring.add(each, each.script(), rows);
                }
            }
            log.say("%s, %s: %s", what, kind, scoring.at(0));
        }
    }
}

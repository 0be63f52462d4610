package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * From judgements of single sentences to what a paper says: one response for a sentence, treatment and patient, and
 * what is said again elsewhere (in the abstract, in the discussion) once, where it is surest. Treatments that others
 * are compared with are not credited, nor those that a sentence sets against another with the other's outcome.
 */
final class Decoding {
    private static final Comparators COMPARATORS = new Comparators();
    private static final Contrasts CONTRASTS = new Contrasts();

    private Decoding() {}

    /** What is left of judgements, without where else they are said. */
    static List<Judgement> judgements(Script script, List<Judgement> judged) {
        return of(script, judged).stream().map(ShownJudgement::judgement).toList();
    }

    static List<ShownJudgement> of(Script script, List<Judgement> judged) {
        List<Judgement> sorted = new ArrayList<>();
        for (Judgement each : judged) {
            Judgement mended = CONTRASTS.mended(script, each);
            if (mended != null && !COMPARATORS.isCredited(script, mended)) {
                sorted.add(mended);
            }
        }
        sorted.sort(Comparator.comparingDouble((Judgement each) -> -each.confidence())
                .thenComparingInt(Judgement::line)
                .thenComparing(each -> each.named().name()));
        List<Judgement> kept = new ArrayList<>();
        List<List<Integer>> also = new ArrayList<>();
        for (Judgement each : sorted) {
            int same = -1;
            for (int k = 0; k < kept.size() && same < 0; k++) {
                same = isSame(script, kept.get(k), each) ? k : -1;
            }
            if (same < 0) {
                kept.add(each);
                also.add(new ArrayList<>());
            } else if (kept.get(same).line() != each.line() && !also.get(same).contains(each.line())) {
                also.get(same).add(each.line());
            }
        }
        List<ShownJudgement> verdicts = new ArrayList<>();
        for (int k = 0; k < kept.size(); k++) {
            verdicts.add(new ShownJudgement(
                    kept.get(k), also.get(k).stream().sorted().toList()));
        }
        return verdicts;
    }

    private static boolean isSame(Script script, Judgement one, Judgement other) {
        if (!one.named().name().equals(other.named().name())) {
            return false;
        }
        if (one.line() == other.line()) {
            return true;
        }
        Line first = script.lines().get(one.line());
        Line second = script.lines().get(other.line());
        return one.response() == other.response()
                && one.response() != Response.MIXED
                && one.own()
                && other.own()
                && script.patients() <= 1
                && isDigest(first) != isDigest(second);
    }

    /** Whether the line stands where a paper says again what it tells elsewhere. */
    static boolean isDigest(Line line) {
        return switch (line.kind()) {
            case ABSTRACT, CONCL, DISCUSS, INTRO -> true;
            default -> false;
        };
    }
}

package dev.apatite.annotation.evidence;

import java.util.List;

/** A sentence's words as seen from one treatment: it is the target, others are others. */
final class PairText {
    private final Script script;
    private final List<Tokens> tokens;
    private final Cast cast;

    PairText(Script script, List<Tokens> tokens, Cast cast) {
        this.script = script;
        this.tokens = tokens;
        this.cast = cast;
    }

    void of(int at, String name, SparseFeatures into) {
        text(at, name, into);
        Occurrence last = cast.lastUpTo(name, at);
        if (last != null && last.line() < at) {
            context(last.line(), name, into);
        }
        facts(at, name, into);
    }

    /** The sentence's own words. */
    void text(int at, String name, SparseFeatures into) {
        masked(at, name).runs(into, SparseFeatures.TEXT, 4, true);
    }

    /** The words of the sentence that named the treatment last. */
    void context(int at, String name, SparseFeatures into) {
        masked(at, name).runs(into, SparseFeatures.CONTEXT, 3, true);
    }

    private MaskedText masked(int at, String name) {
        return MaskedText.of(script.lines().get(at), tokens.get(at), name);
    }

    /** How the two stand to each other. */
    void facts(int at, String name, SparseFeatures into) {
        Line line = script.lines().get(at);
        Occurrence last = cast.lastUpTo(name, at);
        int away = last == null ? 9 : at - last.line();
        int distance = Math.min(4, away);
        int others =
                (int) line.treatments().stream().map(Named::name).distinct().count();
        into.fact("d=" + distance);
        into.fact("d=" + distance + "o=" + Math.min(3, others));
        into.fact("k=" + line.kind());
        into.fact("k=" + line.kind() + "d=" + Math.min(2, distance));
        for (Cue cue : line.cues()) {
            String code = cue.response().code();
            into.fact("c=" + code + "|" + Math.min(2, distance));
            if (cue.linked().contains(name)) {
                into.fact("l=" + code);
            }
        }
        if (away == 0) {
            beside(masked(at, name), into);
        }
        if (last != null) {
            TreatmentKinds.words(name).forEach(each -> into.fact("n=" + each));
            into.fact("use=" + last.named().use() + (away == 0 ? "|here" : "|before"));
        }
    }

    /** The words on both sides of the treatment. */
    private static void beside(MaskedText here, SparseFeatures into) {
        int t = here.target();
        if (t >= 0) {
            into.add(SparseFeatures.FACTS, Hashes.mix(Hashes.mix(here.word(t - 2), here.word(t - 1)), 1001));
            into.add(SparseFeatures.FACTS, Hashes.mix(Hashes.mix(here.word(t + 1), here.word(t + 2)), 1002));
            into.add(SparseFeatures.FACTS, Hashes.mix(here.word(t - 1), 1003));
            into.add(SparseFeatures.FACTS, Hashes.mix(here.word(t + 1), 1004));
            into.add(SparseFeatures.FACTS, Hashes.mix(Hashes.mix(here.word(t - 1), here.word(t + 1)), 1005));
            into.fact("at=" + (t == 0 ? "start" : t == here.size() - 1 ? "end" : "in"));
        }
    }
}

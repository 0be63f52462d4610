package dev.apatite.annotation.evidence;

import dev.apatite.paper.SectionKind;
import java.util.List;

/** What a sentence says by itself and where it stands, to tell whether it states an outcome, which, and of whom. */
final class SentenceFeatures {
    private final Script script;
    private final List<Tokens> tokens;
    private final WordGroups groups;
    private final WordVectors vectors;
    private final MaskedText[] masked;
    private final int[][] counts;
    private final int[][] bits;

    SentenceFeatures(Script script, List<Tokens> tokens, WordGroups groups, WordVectors vectors) {
        this.script = script;
        this.tokens = tokens;
        this.groups = groups;
        this.vectors = vectors;
        masked = new MaskedText[tokens.size()];
        counts = new int[tokens.size()][];
        bits = new int[tokens.size()][];
    }

    /** The groups of each word of a line, as bits. */
    int[] bits(int line) {
        if (bits[line] == null) {
            int[] words = tokens.get(line).words();
            int[] here = new int[words.length];
            for (int t = 0; t < words.length; t++) {
                here[t] = groups.of(words[t]);
            }
            bits[line] = here;
        }
        return bits[line];
    }

    /** How many words of each group a line has. */
    int[] counts(int line) {
        if (counts[line] == null) {
            int[] here = new int[groups.size()];
            for (int word : bits(line)) {
                for (int left = word; left != 0; left &= left - 1) {
                    here[Integer.numberOfTrailingZeros(left)]++;
                }
            }
            counts[line] = here;
        }
        return counts[line];
    }

    private MaskedText masked(int line) {
        if (masked[line] == null) {
            masked[line] = MaskedText.of(script.lines().get(line), tokens.get(line), null);
        }
        return masked[line];
    }

    void of(int at, SparseFeatures into) {
        Line line = script.lines().get(at);
        masked(at).runs(into, SparseFeatures.TEXT, 3, true);
        vectors.of(tokens.get(at), into);
        boolean follows = at > 0 && script.lines().get(at - 1).section() == line.section();
        if (follows) {
            masked(at - 1).runs(into, SparseFeatures.CONTEXT, 1, false);
        }
        int named = names(line);
        int since = since(at);
        for (Cue cue : line.cues()) {
            String code = cue.response().code();
            into.fact("cue=" + code);
            into.fact("cue=" + code + (cue.negated() ? "|neg" : "|plain"));
            into.fact("cue=" + code + (since <= 1 ? "|near" : "|far"));
            into.fact("cue=" + code + (!cue.linked().isEmpty() ? "|linked" : cue.earlier() ? "|earlier" : "|none"));
        }
        into.fact("cues=" + Math.min(3, line.cues().size()));
        into.fact("position", (double) at / script.lines().size());
        into.fact("named=" + Math.min(4, named));
        into.fact("conditions=" + Math.min(3, line.conditions().length / 2));
        int[] here = counts(at);
        for (int g = 0; g < here.length; g++) {
            if (here[g] > 0) {
                into.fact("group" + g + (here[g] > 1 ? "+" : ""));
            }
        }
        SectionKind kind = line.kind();
        into.fact("kind=" + kind);
        into.fact("kind=" + kind + Math.min(2, line.citations()));
        into.fact("cites=" + Math.min(2, line.citations()));
        into.fact("own=" + line.own() + (line.patient() >= 0));
        into.fact("own=" + line.own() + kind);
        into.fact("length", Math.min(3, line.text().length() / 100.0));
        into.fact("since=" + Math.min(5, since));
        into.fact("patients=" + Math.min(2, script.patients()) + kind);
        if (script.type() != null) {
            into.fact("type=" + script.type());
            into.fact("type=" + script.type() + kind);
        }
        if (!follows) {
            into.fact("first");
        }
    }

    private static int names(Line line) {
        return (int) line.treatments().stream().map(Named::name).distinct().count();
    }

    private int since(int at) {
        for (int back = 0; back < 9 && at - back >= 0; back++) {
            if (!script.lines().get(at - back).treatments().isEmpty()) {
                return back;
            }
        }
        return 9;
    }
}

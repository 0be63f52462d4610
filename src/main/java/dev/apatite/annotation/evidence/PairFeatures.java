package dev.apatite.annotation.evidence;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What speaks for and against an outcome of one sentence being one treatment's: where the treatment stands, what stands
 * between, what the models of sentences and of marked text say, what the rules say.
 */
final class PairFeatures {
    private static final String[] USES = {
        "not", "substance", "stopped", "changed", "past", "going", "started", "named", "tagged"
    };
    private static final Response[] CLASSES = Outcomes.CLASSES;
    private static final String[] AROUND = {"start", "stop", "negation", "despite", "modal", "harm", "after"};
    private static final String[] BESIDE = {"with", "list", "for", "pointing", "despite", "harm"};
    private static final String[] COUNTED = {
        "start",
        "stop",
        "treatment",
        "negation",
        "after",
        "follow",
        "cited",
        "ours",
        "general",
        "pronoun",
        "despite",
        "harm",
        "cure",
        "better",
        "worse",
        "unmoved",
        "modal",
        "pointing"
    };
    private static final int REACH = 60;

    private final Script script;
    private final List<Tokens> tokens;
    private final int[] around;
    private final int[] besides;
    private final int[] counted;
    private final Cast cast;
    private final TreatmentKinds kinds;
    private final SentenceFeatures sentences;
    private final double[][] sentence;
    private final Map<Integer, List<RuleRow>> rules = new HashMap<>();
    private final Map<String, Integer> ruled = new HashMap<>();
    private final int most;
    private final String title;
    private final boolean body;
    private final Map<String, Integer> numbers = new HashMap<>();
    private final int[] latest;
    private final int[] named;
    private int read = -1;
    private float[] values = new float[160];
    private int size;

    PairFeatures(
            Script script,
            List<Tokens> tokens,
            WordGroups groups,
            Cast cast,
            TreatmentKinds kinds,
            SentenceFeatures sentences,
            double[][] sentence) {
        this.script = script;
        this.tokens = tokens;
        around = bits(groups, AROUND);
        besides = bits(groups, BESIDE);
        counted = bits(groups, COUNTED);
        this.cast = cast;
        this.kinds = kinds;
        this.sentences = sentences;
        this.sentence = sentence;
        for (RuleRow row : script.rows()) {
            rules.computeIfAbsent(row.line(), any -> new java.util.ArrayList<>())
                    .add(row);
            ruled.merge(row.treatment(), 1, Integer::sum);
        }
        most = cast.names().stream()
                .mapToInt(name -> cast.of(name).size())
                .max()
                .orElse(1);
        body = script.lines().stream().anyMatch(each -> each.kind() == SectionKind.CASE);
        cast.names().forEach(name -> numbers.put(name, numbers.size()));
        latest = new int[cast.size()];
        Arrays.fill(latest, -1);
        named = new int[script.lines().size()];
        Arrays.fill(named, -1);
        title = script.title().toLowerCase(java.util.Locale.ROOT);
    }

    private static int[] bits(WordGroups groups, String[] names) {
        return Arrays.stream(names).mapToInt(groups::bit).toArray();
    }

    private void put(double value) {
        if (size == values.length) {
            values = Arrays.copyOf(values, 2 * size);
        }
        values[size++] = (float) value;
    }

    private void put(boolean value) {
        put(value ? 1 : 0);
    }

    /**
     * The features of a line and a treatment. Last stand those that only tell which outcome it is.
     *
     * @param text what the model of marked text says of the two
     * @param others what it says of the line and each treatment beside this one; first, whether the line tells its outcome
     */
    float[] of(JudgedScript.Place place, double[] text, List<double[]> others) {
        int at = place.line();
        String name = place.name();
        List<String> rivals = place.rivals();
        size = 0;
        Line line = script.lines().get(at);
        List<Occurrence> all = cast.of(name);
        Occurrence last = java.util.Objects.requireNonNull(cast.lastUpTo(name, at));
        Occurrence first = all.getFirst();
        boolean here = last.line() == at;
        places(at, name, line, all, first, last, here);
        surroundings(at, line, last, here);
        cues(line, name, last, here);
        story(at, line, name, rivals);
        for (double each : sentence[at]) {
            put(each);
        }
        for (int o = 0; o < PairStage.WHICH; o++) {
            put(text[o]);
        }
        rules(at, name);
        kinship(at, kinds.of(name), last);
        standing(text[0], others);
        for (int o = PairStage.WHICH; o < text.length; o++) {
            put(text[o]);
        }
        return Arrays.copyOf(values, size);
    }

    /** Whether kinds of the treatment, or what it is a kind of, are named too, and how near. */
    private void kinship(int at, TreatmentKinds.Relatives relatives, Occurrence last) {
        kin(at, relatives.narrower(), last);
        kin(at, relatives.broader(), last);
        put(relatives.members());
        put(relatives.words());
    }

    private void kin(int at, List<String> kin, Occurrence last) {
        int before = 0;
        int here = 0;
        int after = 0;
        int beside = 0;
        for (String each : kin) {
            Occurrence named = cast.lastUpTo(each, at);
            if (named != null) {
                before++;
                here += named.line() == at ? 1 : 0;
                after += named.line() > last.line() ? 1 : 0;
                beside += Math.abs(named.line() - last.line()) <= 1 ? 1 : 0;
            }
        }
        put(before);
        put(here);
        put(after);
        put(beside);
    }

    /** How the treatment stands among those that the line's outcome could be of as well. */
    private void standing(double mine, List<double[]> others) {
        double most = 0;
        double sum = 0;
        int ahead = 0;
        for (double[] each : others) {
            most = Math.max(most, each[0]);
            sum += each[0];
            ahead += each[0] > mine ? 1 : 0;
        }
        put(ahead);
        put(mine - most);
        put(mine / (mine + sum + 1e-6));
        put(most);
    }

    private void places(
            int at, String name, Line line, List<Occurrence> all, Occurrence first, Occurrence last, boolean here) {
        int between = 0;
        int newer = 0;
        for (String other : cast.names()) {
            if (cast.of(other).getFirst().line() > at) {
                break; // names stand in the order in which they are named first
            }
            newer += first.line() < cast.of(other).getFirst().line() ? 1 : 0;
        }
        readUpTo(at);
        for (int each : latest) {
            between += each > last.line() ? 1 : 0;
        }
        int earlier = 0;
        double sure = 0;
        for (Occurrence each : all) {
            earlier += each.line() < at ? 1 : 0;
            sure = Math.max(sure, each.named().sure());
        }
        put(Math.min(30, at - last.line()));
        put(Math.min(60, at - first.line()));
        put(Math.min(10, earlier));
        put(here);
        put(between);
        put(newer);
        put(names(last.line()) - 1);
        put(names(at) - (here ? 1 : 0));
        put(script.given().contains(name));
        Named named = last.named();
        put(named.assertion() == Assertion.AFFIRMED);
        put(named.assertion() == Assertion.NEGATED);
        put(named.assertion() == Assertion.HISTORICAL);
        put(named.assertion() == Assertion.POSSIBLE);
        put(sure);
        put(named.sure());
        put(named.listed());
        put(all.size());
        put((double) all.size() / Math.max(1, most));
        put(title.contains(name.toLowerCase(java.util.Locale.ROOT)));
        Line there = script.lines().get(last.line());
        put(there.section() == line.section());
        put(script.lines().get(first.line()).kind() == SectionKind.CASE);
        put(there.patient() == line.patient());
        put(first.line() == last.line());
        for (String use : USES) {
            put(named.use().equals(use));
        }
        boolean started = false;
        boolean stopped = false;
        for (Occurrence each : all) {
            if (each.line() <= at) {
                started |= each.named().use().equals("started");
                stopped |= each.named().use().equals("stopped");
            }
        }
        put(started);
        put(stopped);
        put(cast.size());
    }

    /** Brings {@link #latest} to where each treatment stands last up to a line. */
    private void readUpTo(int at) {
        if (at < read) {
            Arrays.fill(latest, -1);
            read = -1;
        }
        while (read < at) {
            read++;
            for (Named each : script.lines().get(read).treatments()) {
                latest[java.util.Objects.requireNonNull(numbers.get(each.name()))] = read;
            }
        }
    }

    /** How many treatments a line names. */
    private int names(int line) {
        if (named[line] < 0) {
            named[line] = (int) script.lines().get(line).treatments().stream()
                    .map(Named::name)
                    .distinct()
                    .count();
        }
        return named[line];
    }

    private void surroundings(int at, Line line, Occurrence last, boolean here) {
        Tokens words = tokens.get(last.line());
        int start = last.named().start();
        int end = last.named().end();
        int before = 0;
        int after = 0;
        int near = 0;
        int next = 0;
        int[] groups = sentences.bits(last.line());
        for (int t = 0; t < groups.length; t++) {
            int bits = groups[t];
            if (bits == 0) {
                continue;
            }
            if (words.ends()[t] <= start && words.ends()[t] > start - REACH) {
                before |= bits;
                near |= words.ends()[t] > start - 15 ? bits : 0;
            } else if (words.starts()[t] >= end && words.starts()[t] < end + REACH) {
                after |= bits;
                next |= words.starts()[t] < end + 15 ? bits : 0;
            }
        }
        for (int group : around) {
            put((before & group) != 0);
            put((after & group) != 0);
        }
        for (int group : besides) {
            put((near & group) != 0);
            put((next & group) != 0);
        }
        int[] counts = sentences.counts(at);
        for (int group : counted) {
            put(Math.min(5, counts[Integer.numberOfTrailingZeros(group)]));
        }
        put(
                here
                        ? (double) line.treatments().getFirst().start()
                                / Math.max(1, line.text().length())
                        : -1);
        put(here ? (double) start / Math.max(1, line.text().length()) : -1);
        put(line.text().length());
        put(line.citations());
        put(line.conditions().length / 2.0);
    }

    private void cues(Line line, String name, Occurrence last, boolean here) {
        int[] count = new int[CLASSES.length];
        boolean linked = false;
        int linkedClass = -1;
        int others = 0;
        boolean earlier = false;
        double least = 999;
        double nearest = 999;
        int between = 0;
        for (Cue cue : line.cues()) {
            int c = cue.response().ordinal();
            if (c < count.length) {
                count[c]++;
            }
            if (cue.linked().contains(name)) {
                linked = true;
                linkedClass = c;
            } else {
                others += cue.linked().isEmpty() ? 0 : 1;
            }
            earlier |= cue.earlier();
            if (here) {
                double away = cue.start() - last.named().start();
                if (Math.abs(away) < Math.abs(nearest)) {
                    nearest = away;
                    between = 0;
                    for (Named each : line.treatments()) {
                        boolean inside = each.start()
                                        > Math.min(cue.start(), last.named().start())
                                && each.start()
                                        < Math.max(cue.start(), last.named().start());
                        between += inside && !each.name().equals(name) ? 1 : 0;
                    }
                }
                least = Math.min(least, away);
            }
        }
        for (int each : count) {
            put(each);
        }
        put(line.cues().size());
        put(linked);
        put(linkedClass);
        put(others);
        put(earlier);
        put(least);
        put(nearest);
        put(between);
    }

    private void story(int at, Line line, String name, List<String> rivals) {
        put(rivals.size());
        put(rivals.indexOf(name));
        put((double) at / script.lines().size());
        double before = 0;
        double since = 0;
        double behind = 0;
        for (int k = Math.max(0, at - 3); k < at; k++) {
            before += sentence[k][0];
        }
        Occurrence last = java.util.Objects.requireNonNull(cast.lastUpTo(name, at));
        for (int k = last.line(); k < at; k++) {
            since = Math.max(since, sentence[k][0]);
        }
        for (int k = at + 1; k < Math.min(script.lines().size(), at + 3); k++) {
            behind = Math.max(behind, sentence[k][0]);
        }
        put(before);
        put(since);
        put(behind);
        SectionKind kind = line.kind();
        put(kind == SectionKind.CASE);
        put(kind == SectionKind.DISCUSS);
        put(kind == SectionKind.INTRO);
        put(kind == SectionKind.ABSTRACT);
        put(kind == SectionKind.RESULTS);
        put(kind == SectionKind.CONCL);
        put(kind == SectionKind.METHODS);
        put(line.own());
        put(line.patient() >= 0);
        put(script.patients());
        put(body);
    }

    private void rules(int at, String name) {
        List<RuleRow> here = rules.getOrDefault(at, List.of());
        int mine = 0;
        int[] my = new int[CLASSES.length];
        int[] any = new int[CLASSES.length];
        @Nullable RuleRow row = null;
        for (RuleRow each : here) {
            int c = each.response().ordinal();
            if (c >= CLASSES.length) {
                continue;
            }
            any[c] = 1;
            if (each.treatment().equals(name)) {
                mine++;
                my[c] = 1;
                row = each;
            }
        }
        put(here.size());
        put(mine);
        for (int each : my) {
            put(each);
        }
        for (int each : any) {
            put(each);
        }
        put(ruled.getOrDefault(name, 0));
        put(row != null && row.own());
    }
}

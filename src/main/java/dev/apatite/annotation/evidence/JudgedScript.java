package dev.apatite.annotation.evidence;

import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** A tagged script while it is judged: its words, its treatments, and what the models say of its sentences. */
final class JudgedScript {
    final Script script;
    final List<Tokens> tokens;
    final Cast cast;
    final SentenceFeatures sentences;
    private final WordGroups groups;
    private final TreatmentKinds kinds;
    private final PairText texts;

    JudgedScript(Script script, WordGroups groups, WordVectors vectors, Vocabulary vocabulary) {
        this.script = script;
        this.groups = groups;
        tokens = script.lines().stream().map(line -> Tokens.of(line.lower())).toList();
        cast = new Cast(script);
        kinds = new TreatmentKinds(cast, vocabulary);
        sentences = new SentenceFeatures(script, tokens, groups, vectors);
        texts = new PairText(script, tokens, cast);
    }

    /** What the model of sentences says of each line; of silent ones nothing. */
    double[][] sentences(LinearModel model) {
        double[][] said = new double[script.lines().size()][model.outputs()];
        SparseFeatures features = new SparseFeatures();
        for (int i = 0; i < said.length; i++) {
            if (!script.lines().get(i).silent()) {
                features.clear();
                sentences.of(i, features);
                model.score(features, said[i]);
            }
        }
        return said;
    }

    /** Lines that may state an outcome, each with the treatments that it may be of. */
    List<Place> places(double[][] sentence) {
        List<Place> places = new ArrayList<>();
        boolean[] ruled = new boolean[sentence.length];
        script.rows().forEach(row -> ruled[row.line()] = true);
        for (int i = 0; i < sentence.length; i++) {
            if (!script.lines().get(i).silent() && (sentence[i][0] >= EvidenceJudge.CUT || ruled[i])) {
                Set<String> names = new LinkedHashSet<>(cast.candidates(i));
                for (RuleRow row : script.rows()) {
                    if (row.line() == i && cast.lastUpTo(row.treatment(), i) != null) {
                        names.add(row.treatment());
                    }
                }
                List<String> rivals = List.copyOf(names);
                for (String name : rivals) {
                    places.add(new Place(i, name, rivals));
                }
            }
        }
        return places;
    }

    /** What is said of the same line and its other treatments, which stand side by side. */
    static <T> List<T> beside(List<Place> places, List<T> said, int at) {
        int line = places.get(at).line();
        int from = at;
        while (from > 0 && places.get(from - 1).line() == line) {
            from--;
        }
        List<T> others = new ArrayList<>();
        for (int i = from; i < said.size() && places.get(i).line() == line; i++) {
            if (i != at) {
                others.add(said.get(i));
            }
        }
        return others;
    }

    /** A line and a treatment, with all that stand beside it. */
    record Place(int line, String name, List<String> rivals) {}

    void text(Place place, SparseFeatures into) {
        texts.of(place.line(), place.name(), into);
    }

    PairFeatures features(double[][] sentence) {
        return new PairFeatures(script, tokens, groups, cast, kinds, sentences, sentence);
    }

    List<Pair> pairs(double[][] sentence, LinearModel model) {
        PairFeatures features = features(sentence);
        PairScores scores = new PairScores(texts, cast, model);
        List<Pair> pairs = new ArrayList<>();
        List<Place> places = places(sentence);
        List<double[]> said =
                places.stream().map(each -> scores.of(each.line(), each.name())).toList();
        for (int i = 0; i < said.size(); i++) {
            Place place = places.get(i);
            float[] asked = features.of(place, said.get(i), beside(places, said, i));
            pairs.add(new Pair(place.line(), place.name(), asked));
        }
        return pairs;
    }

    Judgement judgement(double[][] sentence, Pair pair, double link, double[] classes) {
        double top = Arrays.stream(classes).max().orElse(0);
        double all = 0;
        for (double each : classes) {
            all += Math.exp(each - top);
        }
        double raw = link / all;
        boolean own = sentence[pair.line()][7] > 0.5;
        Occurrence last = Objects.requireNonNull(cast.lastUpTo(pair.name(), pair.line()));
        return new Judgement(
                pair.line(), last.named(), last.line(), Outcomes.CLASSES[Outcomes.likeliest(classes)], own, raw, raw);
    }
}

package dev.apatite.annotation.evidence;

import dev.apatite.annotation.evidence.GoldDocument.Kind;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Learns the judge's weights from texts that people read. Every stage is learned in folds, so that what the next stage
 * learns from was never seen by the one before; the last models are learned from everything. One thread, no chance: the
 * same texts give the same weights.
 */
public final class EvidenceTrainer {
    private static final double TWO_OF_THREE = 2.0 / 3;

    /** The least share that is to be right of what is shown, out of fold; models of all texts do better by some .05. */
    private static final double RIGHT_OF_PAPERS = 0.45;

    private static final double RIGHT_OF_TEXTS = 0.6;

    private final TrainingLog log;
    private final Vocabulary vocabulary;
    private final GoldMatch match = new GoldMatch();
    private final WordGroups groups = new WordGroups();
    private final WordVectors vectors = WordVectors.shipped();

    /**
     * @param vocabulary which treatments are kinds of which
     * @param out where figures are said
     */
    public EvidenceTrainer(Vocabulary vocabulary, PrintWriter out) {
        this.vocabulary = vocabulary;
        log = new TrainingLog(out);
    }

    /**
     * Learns from {@code texts}, says figures out of fold and how the models do on {@code apart}, and writes the weights.
     *
     * @param weights where to write them; null for figures alone
     */
    public void train(List<GoldDocument> texts, List<GoldDocument> apart, @Nullable Path weights) throws IOException {
        Models models = learn(texts);
        if (!apart.isEmpty()) {
            report(models, apart);
        }
        if (weights != null) {
            try (OutputStream out = Files.newOutputStream(weights)) {
                WeightsFile.write(models, out);
            }
            log.say("wrote %s, %d bytes", weights, Files.size(weights));
        }
    }

    private Models learn(List<GoldDocument> texts) {
        Unseen unseen = new Unseen(texts, match);
        List<GoldDocument> hidden = texts.stream().map(unseen::hide).toList();
        log.say("%d texts", texts.size());
        Recognition recognition = new Recognition(match, log);
        recognition.recognised("by the vocabulary", texts);
        recognition.recognised("by what is left of it", hidden);
        recognition.ruled("rules", texts);
        recognition.ruled("rules as on unseen texts", hidden);
        List<GoldDocument> tagged = new ArrayList<>();
        LinearModel tagger = new TaggerStage(match, log).learn(texts, hidden, tagged);
        recognition.recognised("out of fold", tagged);
        List<GoldDocument> learned =
                new ArrayList<>(tagged.stream().filter(GoldDocument::isJudged).toList());
        int judgedTexts = learned.size();
        tagged.stream().filter(each -> each.kind() == Kind.SENTENCES).forEach(learned::add);
        List<JudgedScript> readings = new ArrayList<>();
        learned.forEach(each -> readings.add(new JudgedScript(each.script(), groups, vectors, vocabulary)));
        List<double[][]> sentence = new ArrayList<>();
        LinearModel sentences =
                new SentenceStage(match, log).learn(learned.subList(0, judgedTexts), readings, sentence);
        for (int d = judgedTexts; d < learned.size(); d++) {
            sentence.add(readings.get(d).sentences(sentences));
        }
        List<List<List<Judgement>>> judged = new ArrayList<>();
        Models models = new PairStage(match, log, learned, readings, sentence).learn(tagger, sentences, judged);
        return calibrated(learned, judged, models);
    }

    /** Calibration and levels, by all that was judged out of fold, each text several times. */
    private Models calibrated(List<GoldDocument> texts, List<List<List<Judgement>>> judged, Models models) {
        Calibration[] learned = new Calibration[2];
        double[] possible = new double[2];
        double[] likely = new double[2];
        for (int k = 0; k < 2; k++) {
            Kind kind = k == 0 ? Kind.PAPER : Kind.TEXT;
            learned[k] = scored(texts, judged, kind, null).calibration();
            Scoring scoring = scored(texts, judged, kind, learned[k]);
            possible[k] = scoring.best(k == 0 ? RIGHT_OF_PAPERS : RIGHT_OF_TEXTS);
            likely[k] = scoring.from(TWO_OF_THREE, judged.size());
            for (List<List<Judgement>> once : judged) {
                log.say("out of fold %s", kind);
                describe(scored(texts, List.of(once), kind, learned[k]), possible[k], likely[k]);
            }
        }
        return models.calibrated(
                learned[0], learned[1], new Models.Thresholds(likely[0], possible[0], likely[1], possible[1]));
    }

    private Scoring scored(
            List<GoldDocument> texts,
            List<List<List<Judgement>>> judged,
            Kind kind,
            @Nullable Calibration calibration) {
        Scoring scoring = new Scoring(match);
        for (List<List<Judgement>> once : judged) {
            for (int d = 0; d < texts.size(); d++) {
                if (texts.get(d).kind() == kind) {
                    Script script = texts.get(d).script();
                    List<Judgement> each = calibration == null ? once.get(d) : calibrated(once.get(d), calibration);
                    scoring.add(texts.get(d), script, Decoding.judgements(script, each));
                }
            }
        }
        return scoring;
    }

    private void report(Models models, List<GoldDocument> apart) {
        EvidenceJudge judge = new EvidenceJudge(models, vocabulary);
        Unseen unseen = new Unseen(apart, match);
        for (boolean hidden : new boolean[] {false, true}) {
            for (Kind kind : List.of(Kind.PAPER, Kind.TEXT)) {
                boolean paper = kind == Kind.PAPER;
                Scoring scoring = new Scoring(match);
                Calibration calibration = paper ? models.paper() : models.shortText();
                for (GoldDocument each : apart) {
                    if (each.kind() == kind) {
                        GoldDocument seen = hidden ? unseen.hide(each) : each;
                        Script tagged = judge.tagged(seen.script(), seen.longForms());
                        List<Judgement> judged = calibrated(judge.judge(tagged), calibration);
                        scoring.add(seen, tagged, Decoding.judgements(tagged, judged));
                    }
                }
                log.say("apart%s %s", hidden ? " as unseen" : "", kind);
                Models.Thresholds levels = models.thresholds();
                describe(
                        scoring,
                        paper ? levels.possible() : levels.possibleShort(),
                        paper ? levels.likely() : levels.likelyShort());
            }
        }
    }

    private void describe(Scoring scoring, double possible, double likely) {
        log.say("  possible %.2f: %s", possible, scoring.at(possible));
        log.say("    own %s", scoring.at(possible, own -> own));
        log.say("    cited %s", scoring.at(possible, own -> !own));
        log.say("    harm %s", scoring.harmAt(possible));
        log.say("    %s", scoring.reasons(possible));
        log.say("  likely %.2f: %s", likely, scoring.at(likely));
        log.say(
                "  best %.2f: %s; calibration error %.3f, of what is shown %.3f",
                scoring.best(0),
                scoring.at(scoring.best(0)),
                scoring.calibrationError(0),
                scoring.calibrationError(possible));
    }

    private static List<Judgement> calibrated(List<Judgement> judged, Calibration calibration) {
        return judged.stream()
                .map(each -> each.with(calibration.share(each.raw())))
                .toList();
    }
}

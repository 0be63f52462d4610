package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Judges which outcomes a paper states of which treatments. Safe to share between threads. */
public final class EvidenceJudge {
    /** Sentences less likely than this to state an outcome are not looked at further. */
    static final double CUT = 0.04;

    static final String WEIGHTS = "/dev/apatite/annotation/evidence/weights.bin.gz";
    private static final double FAINT = 0.05;
    /** The share of the rules' rows without an outcome that readers had too, in papers and in short texts. */
    private static final double DOSE_ONLY = 0.2;

    private static final double DOSE_ONLY_SHORT = 0.48;

    /** From here on four of five harms were right that sentences out of their context tell. */
    private static final double HARM_SHORT = 0.45;

    private final Models models;
    private final WordGroups groups = new WordGroups();
    private final TreatmentTagger tagger;

    EvidenceJudge(Models models) {
        this.models = models;
        tagger = new TreatmentTagger(models.tagger());
    }

    /**
     * What is shown of a paper.
     *
     * @param doseOnly how often a course whose outcome no sentence seems to tell is really one without
     */
    public record Verdicts(List<Verdict> all, double doseOnly) {
        public Verdicts {
            all = List.copyOf(all);
        }
    }

    /** The judge with the weights that are shipped; null where a build has none yet. */
    public static @Nullable EvidenceJudge shipped() {
        try (InputStream in = EvidenceJudge.class.getResourceAsStream(WEIGHTS)) {
            if (in == null) {
                return null;
            }
            return new EvidenceJudge(WeightsFile.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From this confidence on two of three rows are right, on texts kept apart. */
    public double likely() {
        return models.thresholds().likely();
    }

    /** The script with the treatments added that no vocabulary lists. */
    public Script tagged(Script script, Map<String, String> longForms) {
        return script.with(tagger.tag(script.title(), script.lines(), longForms), script.rows());
    }

    /** What a tagged script states: what is possible at least, or {@code every} judgement however unsure. */
    public Verdicts verdicts(Script script, boolean every) {
        boolean whole = script.isWhole();
        Calibration calibration = whole ? models.paper() : models.shortText();
        Models.Thresholds levels = models.thresholds();
        double least = every ? FAINT : whole ? levels.possible() : levels.possibleShort();
        List<Judgement> judged = judge(script).stream()
                .map(each -> each.with(calibration.share(each.raw())))
                .filter(each -> each.confidence() >= least && (every || whole || isSureHarm(each)))
                .toList();
        return new Verdicts(Decoding.of(script, judged), whole ? DOSE_ONLY : DOSE_ONLY_SHORT);
    }

    private static boolean isSureHarm(Judgement judgement) {
        return judgement.response() != Response.ADVERSE_EVENT || judgement.confidence() >= HARM_SHORT;
    }

    /** Every judgement of a tagged script, not yet calibrated. */
    List<Judgement> judge(Script script) {
        Reading reading = new Reading(script, groups);
        double[][] sentence = reading.sentences(models.sentence());
        List<Judgement> judged = new ArrayList<>();
        for (Pair pair : reading.pairs(sentence, models.text())) {
            judged.add(judgement(reading, sentence, pair, models));
        }
        return judged;
    }

    static Judgement judgement(Reading reading, double[][] sentence, Pair pair, Models models) {
        double link = 0;
        for (Trees trees : models.link()) {
            link += trees.probability(pair.features());
        }
        double[] classes = new double[models.classes().size()];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = models.classes().get(c).sum(pair.features());
        }
        return reading.judgement(sentence, pair, link / models.link().size(), classes);
    }
}

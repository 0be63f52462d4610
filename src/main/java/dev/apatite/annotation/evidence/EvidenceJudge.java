package dev.apatite.annotation.evidence;

import dev.apatite.paper.Response;
import dev.apatite.vocabulary.Vocabulary;
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

    /** Pairs less likely than this by the first trees are not judged further. */
    static final double UNLIKELY = 0.03;

    /** Log-odds of a pair after the first quarter of the trees from which the others never lift it again. */
    private static final double HOPELESS = -4.6;

    static final String WEIGHTS = "/dev/apatite/annotation/evidence/weights.bin.gz";
    private static final double FAINT = 0.05;
    /** The share of the rules' rows without an outcome that readers had too, in papers and in short texts. */
    private static final double DOSE_ONLY = 0.2;

    private static final double DOSE_ONLY_SHORT = 0.48;

    /** From here on four of five harms were right that sentences out of their context tell. */
    private static final double HARM_SHORT = 0.56;

    private final Models models;
    private final Vocabulary vocabulary;
    private final WordGroups groups = new WordGroups();
    private final WordVectors vectors = WordVectors.shipped();
    private final TreatmentTagger tagger;

    EvidenceJudge(Models models, Vocabulary vocabulary) {
        this.models = models;
        this.vocabulary = vocabulary;
        tagger = new TreatmentTagger(models.tagger());
    }

    /**
     * What is shown of a paper.
     *
     * @param doseOnly how often a course whose outcome no sentence seems to tell is really one without
     */
    public record Verdicts(List<ShownJudgement> all, double doseOnly) {
        public Verdicts {
            all = List.copyOf(all);
        }
    }

    /**
     * The judge with the weights that are shipped; null where a build has none yet.
     *
     * @param vocabulary which treatments are kinds of which
     */
    public static @Nullable EvidenceJudge shipped(Vocabulary vocabulary) {
        try (InputStream in = EvidenceJudge.class.getResourceAsStream(WEIGHTS)) {
            if (in == null) {
                return null;
            }
            return new EvidenceJudge(WeightsFile.read(in), vocabulary);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** From this confidence on two of three rows are right, on texts kept apart. */
    public double likely() {
        return models.thresholds().likely();
    }

    /** From this confidence on findings of whole papers are shown at all. */
    public double possible() {
        return models.thresholds().possible();
    }

    /** From this confidence on findings of short texts are shown. */
    public double possibleShort() {
        return models.thresholds().possibleShort();
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
        JudgedScript reading = new JudgedScript(script, groups, vectors, vocabulary);
        double[][] sentence = reading.sentences(models.sentence());
        return judgements(reading, sentence, reading.pairs(sentence, models.text()), models);
    }

    static List<Judgement> judgements(JudgedScript reading, double[][] sentence, List<Pair> pairs, Models models) {
        List<Judgement> judged = new ArrayList<>();
        for (Pair pair : pairs) {
            int[] asked = Trees.asked(pair.features());
            double link = mean(models.link(), asked);
            if (link >= UNLIKELY) {
                judged.add(reading.judgement(sentence, pair, link, classes(models.classes(), asked)));
            }
        }
        return judged;
    }

    /** What is unlikely by the first trees is not asked of the others. */
    static double mean(List<Trees> all, int[] asked) {
        double sum = Trees.probability(all.getFirst().sumFrom(HOPELESS, asked));
        if (sum < UNLIKELY || all.size() == 1) {
            return sum;
        }
        for (Trees trees : all.subList(1, all.size())) {
            sum += Trees.probability(trees.sum(asked));
        }
        return sum / all.size();
    }

    /** Log-odds of each response. */
    static double[] classes(List<Trees> all, int[] asked) {
        double[] classes = new double[all.size()];
        for (int c = 0; c < classes.length; c++) {
            classes[c] = all.get(c).sum(asked);
        }
        return classes;
    }
}

package dev.apatite.annotation;

import dev.apatite.annotation.evidence.EvidenceJudge;
import dev.apatite.annotation.evidence.Script;
import dev.apatite.annotation.field.FieldFit;
import dev.apatite.annotation.field.FieldLevels;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.text.Fingerprint;
import dev.apatite.vocabulary.Vocabulary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/** Recognises mentions, patients and findings in a paper. Safe to share between threads. */
public final class Annotator {
    /** What decides what is recognised, the vocabulary's own files and the learned weights among it. */
    private static final List<String> RULES =
            List.of("dev/apatite/annotation", "dev/apatite/vocabulary", "dev/apatite/paper", "dev/apatite/text");

    private final Vocabulary vocabulary;
    private final boolean judges;
    private final @Nullable FieldFit field;
    private final @Nullable SecondReader second;
    private final String version;
    private @Nullable Rules rules;

    public Annotator(Vocabulary vocabulary) {
        this(vocabulary, true, null, null);
    }

    /** One whose confidence is moved to what readers said in a field; as it is shipped where nobody said anything. */
    public Annotator(Vocabulary vocabulary, @Nullable FieldFit field) {
        this(vocabulary, true, field, null);
    }

    /** One beside which another reads. */
    public Annotator(Vocabulary vocabulary, @Nullable FieldFit field, @Nullable SecondReader second) {
        this(vocabulary, true, field, second);
    }

    private Annotator(Vocabulary vocabulary, boolean judges, @Nullable FieldFit field, @Nullable SecondReader second) {
        this.second = second;
        this.vocabulary = vocabulary;
        this.judges = judges;
        this.field = field;
        version = Fingerprint.of(Annotator.class, RULES) + "-" + vocabulary.version() + (judges ? "" : "-rules")
                + (field == null ? "" : "-" + field.version())
                + (second == null ? "" : "-" + second.version());
    }

    /** One that goes by rules alone: what the judge of evidence learns from. */
    public static Annotator byRules(Vocabulary vocabulary) {
        return new Annotator(vocabulary, false, null, null);
    }

    private record Rules(
            SentenceSplitter splitter,
            MentionFinder mentions,
            EvidenceFinder evidence,
            @Nullable EvidenceJudge judge) {}

    /** Made when the first paper needs them: who finds every paper annotated already starts sooner. */
    private synchronized Rules rules() {
        if (rules == null) {
            rules = new Rules(
                    new SentenceSplitter(),
                    new MentionFinder(vocabulary),
                    new EvidenceFinder(vocabulary),
                    judges ? EvidenceJudge.shipped(vocabulary) : null);
        }
        return rules;
    }

    /** From which confidence on two of three findings are right; empty while nothing has been judged. */
    public synchronized OptionalDouble likely() {
        EvidenceJudge judge = rules == null ? null : rules.judge();
        return judge == null
                ? OptionalDouble.empty()
                : OptionalDouble.of(
                        field == null ? judge.likely() : field.levels().likely());
    }

    /** From which confidence on {@link #annotate} gives all findings, of whole papers and of short texts; 0 without a judge. */
    public double keptFrom() {
        EvidenceJudge judge = rules().judge();
        if (judge == null) {
            return 0;
        }
        double whole = field == null ? judge.possible() : field.levels().possible();
        return Math.max(whole, judge.possibleShort());
    }

    /** The levels that the shipped judge goes by. */
    public FieldLevels shippedLevels() {
        EvidenceJudge judge = rules().judge();
        return judge == null ? new FieldLevels(0, 0) : new FieldLevels(judge.likely(), judge.possible());
    }

    /** Changes whenever a paper may be annotated differently than before. */
    public String version() {
        return version;
    }

    /** The paper with its mentions, patients and findings; those that it had are replaced. */
    public Paper annotate(Paper paper) {
        Paper judged = annotate(paper, false);
        return second == null
                ? judged
                : judged.annotated(
                        judged.mentions(),
                        judged.patients(),
                        second.beside(judged, () -> annotate(paper, true).findings()));
    }

    /** The paper with every finding that it may state, however unsure, each with its confidence. */
    public Paper withCandidates(Paper paper) {
        return annotate(paper, true);
    }

    private Paper annotate(Paper paper, boolean every) {
        Rules made = rules();
        List<Sentence> sentences = made.splitter().split(paper);
        List<AbbreviationDefinition> defined = made.mentions().defined(paper);
        List<Mention> found = made.mentions().find(paper, sentences, defined);
        EvidenceFinder.Evidence seen = made.evidence().find(paper, sentences, found);
        Paper typed = paper.ofType(seen.kind());
        EvidenceJudge judge = made.judge();
        if (judge == null) {
            return typed.annotated(found, seen.patients(), seen.findings());
        }
        Script tagged = judge.tagged(made.evidence().script(paper, seen), longForms(defined));
        boolean moved = field != null && tagged.isWhole();
        EvidenceJudge.Verdicts verdicts = judge.verdicts(tagged, every || moved);
        List<Finding> judged = made.evidence().judged(paper, seen, tagged, verdicts);
        return typed.annotated(
                TaggedMentions.with(found, tagged), seen.patients(), moved ? inField(paper, judged, every) : judged);
    }

    private List<Finding> inField(Paper paper, List<Finding> judged, boolean every) {
        FieldFit fit = Objects.requireNonNull(field);
        return judged.stream()
                .map(each -> {
                    Double shipped = each.confidence();
                    return shipped == null || each.response() == Response.NOT_REPORTED
                            ? each
                            : each.judged(
                                    fit.confidence(each, paper.kindOf(each.section()), shipped),
                                    each.harm(),
                                    each.of(),
                                    each.alsoSaid());
                })
                .filter(each -> every
                        || each.confidence() == null
                        || each.response() == Response.NOT_REPORTED
                        || each.confidence() >= fit.levels().possible())
                .toList();
    }

    /** The paper as the judge of evidence reads it, to learn from. */
    public Script script(Paper paper) {
        Rules made = rules();
        List<Sentence> sentences = made.splitter().split(paper);
        List<Mention> found = made.mentions().find(paper, sentences);
        return made.evidence().script(paper, made.evidence().find(paper, sentences, found));
    }

    /** What the paper's own abbreviations mean, as printed. */
    public Map<String, String> longForms(Paper paper) {
        return longForms(rules().mentions().defined(paper));
    }

    private static Map<String, String> longForms(List<AbbreviationDefinition> defined) {
        Map<String, String> forms = new LinkedHashMap<>();
        defined.forEach(each -> forms.putIfAbsent(each.shortForm(), each.longForm()));
        return forms;
    }
}

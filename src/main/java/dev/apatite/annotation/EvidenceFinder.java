package dev.apatite.annotation;

import dev.apatite.annotation.Cases.Case;
import dev.apatite.annotation.evidence.EvidenceJudge;
import dev.apatite.annotation.evidence.Script;
import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Finds a paper's patients and findings. */
final class EvidenceFinder {
    /**
     * What was found.
     *
     * @param told every patient that the text seems to tell of, by the index that passages have of them
     * @param none ids of those that are none: of papers that report no patients, or without a printed age or label
     */
    record Evidence(
            @Nullable ArticleType kind,
            List<Patient> told,
            Set<String> none,
            List<Finding> findings,
            List<Passage> passages) {
        List<Patient> patients() {
            return told.stream().filter(each -> !none.contains(each.id())).toList();
        }
    }

    private static final int CASE_REACH = 8;
    private static final int ABSTRACT_REACH = 4;
    private static final int DISCUSSION_REACH = 1;

    private static final QuickPattern ALL_PATIENTS = QuickPattern.compile(
            "\\b(?:all|both|each|every|three|four|five|six)\\b.{0,40}\\b(?:patients?|cases|of them|children)\\b");

    private final Vocabulary vocabulary;
    private final TreatmentTree tree;
    private final Dosages dosages = new Dosages();
    private final TreatmentUses uses;
    private final OutcomeCues cues = new OutcomeCues();
    private final Demographics demographics = new Demographics();
    private final CitedEvidence cited;
    private final PatientFinder patientFinder = new PatientFinder(demographics);
    private final ScriptWriter scripts;
    private final HarmNames harms = new HarmNames();
    private final PaperKinds kinds = new PaperKinds();

    EvidenceFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
        tree = new TreatmentTree(vocabulary);
        uses = new TreatmentUses(vocabulary);
        cited = new CitedEvidence(uses, cues, dosages);
        scripts = new ScriptWriter(uses, cues);
    }

    Evidence find(Paper paper, List<Sentence> sentences, List<Mention> mentions) {
        ArticleType kind = kinds.of(paper);
        Regions regions = new Regions(paper, kind);
        String[] lower = sentences.stream().map(EvidenceFinder::lower).toArray(String[]::new);
        Cases.Division division = Cases.divide(paper, regions, demographics, sentences, lower);
        List<Passage> passages = passages(regions, sentences, lower, division, mentions);
        List<Patient> patients = new ArrayList<>();
        FindingRows rows = new FindingRows(paper);
        for (int c = 0; c < division.cases().size(); c++) {
            patients.add(patient(paper, regions, passages, division.cases(), c, rows));
        }
        groups(passages, rows);
        boolean reports = PaperKinds.reportsPatients(kind, paper);
        Set<String> none = patients.stream()
                .filter(each -> !reports || each.age() == null && each.label() == null)
                .map(Patient::id)
                .collect(Collectors.toSet());
        List<Finding> findings = new ArrayList<>();
        rows.rows().forEach(each -> findings.add(none.contains(each.patient()) ? each.ofNoPatient() : each));
        findings.sort(Comparator.comparingInt(Finding::section).thenComparingInt(Finding::start));
        return new Evidence(kind, patients, none, findings, passages);
    }

    /** The paper as the judge reads it. */
    Script script(Paper paper, Evidence seen) {
        return scripts.write(paper, seen);
    }

    /** What was judged, as findings. */
    List<Finding> judged(Paper paper, Evidence seen, Script tagged, EvidenceJudge.Verdicts verdicts) {
        return new JudgedRows(dosages, harms, paper, seen, tagged).write(verdicts.all(), verdicts.doseOnly());
    }

    /** Of what is no sentence but goes on and on, the beginning. */
    private static String lower(Sentence sentence) {
        String text = sentence.text();
        return Passage.lower(text.substring(0, Math.min(text.length(), Passage.LONGEST)));
    }

    private static List<Passage> passages(
            Regions regions,
            List<Sentence> sentences,
            String[] lower,
            Cases.Division division,
            List<Mention> mentions) {
        List<Passage> passages = new ArrayList<>();
        int next = 0;
        List<Mention> sorted = new ArrayList<>(mentions);
        sorted.sort(Comparator.comparingInt(Mention::section).thenComparingInt(Mention::start));
        for (int i = 0; i < sentences.size(); i++) {
            Sentence sentence = sentences.get(i);
            while (next < sorted.size() && isBefore(sorted.get(next), sentence)) {
                next++;
            }
            List<Mention> here = new ArrayList<>();
            for (int m = next;
                    m < sorted.size()
                            && sorted.get(m).section() == sentence.section()
                            && sorted.get(m).start() < sentence.end();
                    m++) {
                if (sorted.get(m).end() <= sentence.end()) {
                    here.add(sorted.get(m));
                }
            }
            String plain = Passage.undotted(lower[i]);
            passages.add(new Passage(
                    sentence, plain, regions.of(sentence, plain), division.caseOf()[i], here, new Passage.Noted()));
        }
        return passages;
    }

    private static boolean isBefore(Mention mention, Sentence sentence) {
        return mention.section() < sentence.section()
                || mention.section() == sentence.section() && mention.start() < sentence.start();
    }

    private Patient patient(
            Paper paper, Regions regions, List<Passage> passages, List<Case> cases, int index, FindingRows rows) {
        boolean single = cases.size() == 1;
        List<Passage> mine = passages.stream()
                .filter(passage -> passage.region() == Region.OWN && passage.patient() == index)
                .toList();
        String id = paper.id() + "-" + cases.get(index).number();
        List<Outcome> told = new ArrayList<>();
        List<Course> courses = new ArrayList<>();
        Story body = story(CASE_REACH);
        Story digest = story(ABSTRACT_REACH);
        Story discussion = story(DISCUSSION_REACH);
        for (int i = 0; i < mine.size(); i++) {
            Passage passage = mine.get(i);
            int section = passage.sentence().section();
            if (regions.tellsCases(section)) {
                body.tell(passage, i);
            } else if (paper.sections().get(section).kind() == SectionKind.ABSTRACT) {
                digest.tell(passage, i);
            } else if (single) {
                discussion.tell(passage, i);
            }
        }
        told.addAll(body.outcomes());
        addNew(told, discussion.outcomes());
        addNew(told, digest.outcomes());
        for (Story story : List.of(body, discussion, digest)) {
            courses.addAll(story.courses());
        }
        if (cases.size() > 1) {
            courses.addAll(sharedCourses(passages));
        }
        told.addAll(unanswered(body));
        rows.add(told, true, id, true);
        return patientFinder.find(id, cases.get(index), mine, courses, tree);
    }

    private Story story(int reach) {
        return new Story(vocabulary, uses, cues, dosages, reach);
    }

    /** What the abstract or the discussion only says again is no further outcome. */
    private void addNew(List<Outcome> told, List<Outcome> more) {
        List<Outcome> known = List.copyOf(told);
        more.stream()
                .filter(outcome -> known.stream()
                        .noneMatch(old -> isGood(old.response()) == isGood(outcome.response())
                                && tree.isRelated(
                                        old.treatment().concept(),
                                        outcome.treatment().concept())))
                .forEach(told::add);
    }

    private static boolean isGood(Response response) {
        return response == Response.COMPLETE_RESPONSE || response == Response.PARTIAL_RESPONSE;
    }

    /** Treatments of all patients of a series: "all patients received ...". */
    private List<Course> sharedCourses(List<Passage> passages) {
        Story shared = story(0);
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            if (passage.region() == Region.OWN
                    && passage.patient() < 0
                    && ALL_PATIENTS.matcher(passage.lower()).find()) {
                shared.tell(passage, i);
            }
        }
        return List.copyOf(shared.courses());
    }

    private static List<Outcome> unanswered(Story story) {
        List<Outcome> rows = new ArrayList<>();
        for (Course course : story.courses()) {
            Course.Step step = course.unanswered();
            if (step != null) {
                rows.add(new Outcome(step.passage(), step.mention(), Response.NOT_REPORTED, step.dosage(), 0));
            }
        }
        return rows;
    }

    /** Evidence of other people's patients, and of this paper's where they are spoken of together. */
    private void groups(List<Passage> passages, FindingRows rows) {
        for (Passage passage : passages) {
            if (passage.region() == Region.NONE || passage.region() == Region.OWN && passage.patient() >= 0) {
                continue;
            }
            boolean own = passage.region() == Region.OWN;
            rows.add(cited.in(passage), own, null, false);
        }
    }
}

package dev.apatite.annotation;

import dev.apatite.annotation.DosageLinks.Placed;
import dev.apatite.annotation.DosageLinks.Slot;
import dev.apatite.annotation.evidence.Judgement;
import dev.apatite.annotation.evidence.Line;
import dev.apatite.annotation.evidence.Named;
import dev.apatite.annotation.evidence.Script;
import dev.apatite.annotation.evidence.ShownJudgement;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.paper.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes what was judged as findings, with the dosage of the course that an outcome belongs to. */
final class JudgedRows {
    private static final int REACH = 40;

    private final Dosages dosages;
    private final HarmNames harms;
    private final Paper paper;
    private final List<Passage> told;
    private final List<Patient> patients;
    private final Set<String> none;
    private final List<Finding> ruled;
    private final Script script;
    private final Map<Integer, List<List<Placed>>> linked = new HashMap<>();

    JudgedRows(Dosages dosages, HarmNames harms, Paper paper, EvidenceFinder.Evidence seen, Script tagged) {
        this.dosages = dosages;
        this.harms = harms;
        this.paper = paper;
        told = seen.passages().stream()
                .filter(passage -> passage.sentence().section() >= 0)
                .toList();
        patients = seen.told();
        none = seen.none();
        ruled = seen.findings();
        script = tagged;
    }

    /** The findings of verdicts, and dose-only rows of the rules for courses of which no outcome is told. */
    List<Finding> write(List<ShownJudgement> verdicts, double doseOnly) {
        FindingRows rows = new FindingRows(paper);
        Map<String, List<ShownJudgement>> groups = new LinkedHashMap<>();
        for (ShownJudgement each : verdicts) {
            String patient = patient(each.judgement());
            String key = each.judgement().own() + "/" + (patient == null ? "" : patient);
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
        }
        groups.forEach((key, all) -> {
            Judgement first = all.getFirst().judgement();
            String patient = patient(first);
            rows.add(all.stream().map(this::outcome).toList(), first.own(), patient, patient != null);
        });
        List<Finding> findings = new ArrayList<>();
        Map<String, ShownJudgement> byPlace = new HashMap<>();
        verdicts.forEach(each -> byPlace.putIfAbsent(
                key(
                        each.judgement().named().name(),
                        each.judgement().response(),
                        each.judgement().line()),
                each));
        for (Finding row : rows.rows()) {
            findings.add(completed(row, byPlace));
        }
        for (Finding row : ruled) {
            boolean answered = findings.stream()
                    .anyMatch(each ->
                            each.treatment().equals(row.treatment()) && Objects.equals(each.patient(), row.patient()));
            if (row.response() == Response.NOT_REPORTED && !answered) {
                findings.add(row.judged(doseOnly, null, null, List.of()));
            }
        }
        findings.sort(Comparator.comparingInt(Finding::section)
                .thenComparingInt(Finding::start)
                .thenComparing(Finding::treatment)
                .thenComparing(Finding::response));
        return findings;
    }

    private static String key(String treatment, Response response, int line) {
        return treatment + '/' + response + '/' + line;
    }

    private Finding completed(Finding row, Map<String, ShownJudgement> byPlace) {
        ShownJudgement verdict = null;
        for (int i = 0; i < told.size() && verdict == null; i++) {
            Sentence sentence = told.get(i).sentence();
            if (sentence.section() == row.section() && sentence.start() == row.start()) {
                verdict = byPlace.get(key(row.treatment(), row.response(), i));
            }
        }
        if (verdict == null) {
            return row;
        }
        Passage passage = told.get(verdict.judgement().line());
        boolean harmful = row.response() == Response.ADVERSE_EVENT;
        String harm = harmful ? harms.in(passage, row.text()) : null;
        List<Statement> also = verdict.alsoSaid().stream()
                .map(line -> told.get(line).sentence())
                .map(each -> new Statement(each.section(), each.start(), each.end(), each.text()))
                .toList();
        return row.judged(
                Math.round(verdict.judgement().confidence() * 1000) / 1000.0,
                harm,
                harmful ? harm : about(passage, verdict.judgement()),
                also);
    }

    private @Nullable String patient(Judgement judgement) {
        if (!judgement.own() || patients.isEmpty()) {
            return null;
        }
        int index = told.get(judgement.line()).patient();
        Patient patient = index >= 0 && index < patients.size()
                ? patients.get(index)
                : patients.size() == 1 ? patients.getFirst() : null;
        return patient == null || none.contains(patient.id()) ? null : patient.id();
    }

    private Outcome outcome(ShownJudgement verdict) {
        Judgement judgement = verdict.judgement();
        Passage passage = told.get(judgement.line());
        return new Outcome(passage, mention(judgement), judgement.response(), dosage(judgement), at(judgement));
    }

    private Mention mention(Judgement judgement) {
        Named named = judgement.named();
        Line line = script.lines().get(judgement.namedIn());
        return new Mention(
                named.concept(),
                named.name(),
                MentionType.TREATMENT,
                named.text(),
                line.section(),
                line.start() + named.start(),
                line.start() + named.end(),
                named.assertion());
    }

    private int at(Judgement judgement) {
        Line line = script.lines().get(judgement.line());
        int any = line.cues().isEmpty() ? 0 : line.cues().getFirst().start();
        return line.cues().stream()
                .filter(cue -> cue.response() == judgement.response())
                .mapToInt(cue -> cue.start())
                .findFirst()
                .orElse(any);
    }

    /** What the outcome is about, as printed: the condition nearest to the words that state it. */
    private @Nullable String about(Passage passage, Judgement judgement) {
        int at = at(judgement);
        return passage.of(MentionType.CONDITION).stream()
                .min(Comparator.comparingInt(each -> Math.abs(passage.start(each) - at)))
                .map(Mention::text)
                .orElse(null);
    }

    /** By the rules where they follow the course to this sentence; else of the last sentence that gives it with a dose. */
    private Dosage dosage(Judgement judgement) {
        Line line = script.lines().get(judgement.line());
        String name = judgement.named().name();
        for (Finding row : ruled) {
            boolean here = row.section() == line.section() && row.start() == line.start();
            if (here && row.treatment().equals(name)) {
                return new Dosage(row.dose(), row.route(), row.frequency(), row.duration());
            }
        }
        int patient = line.patient();
        for (int i = judgement.line(); i >= Math.max(0, judgement.line() - REACH); i--) {
            Line each = script.lines().get(i);
            if (i < judgement.line() && (!judgement.own() || each.patient() != patient || !each.own())) {
                continue;
            }
            for (int t = 0; t < each.treatments().size(); t++) {
                if (each.treatments().get(t).name().equals(name)) {
                    List<Placed> placed = linked(i).get(t);
                    if (!placed.isEmpty() && !placed.getLast().dosage().isEmpty()) {
                        return placed.getLast().dosage();
                    }
                }
            }
        }
        return Dosage.NONE;
    }

    private List<List<Placed>> linked(int at) {
        return linked.computeIfAbsent(at, any -> {
            Line line = script.lines().get(at);
            List<Slot> slots = line.treatments().stream()
                    .map(each -> new Slot(each.start(), each.end()))
                    .toList();
            return DosageLinks.link(line.text(), slots, dosages.in(told.get(at)));
        });
    }
}

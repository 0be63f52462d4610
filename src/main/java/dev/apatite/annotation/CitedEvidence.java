package dev.apatite.annotation;

import dev.apatite.annotation.DosageLinks.Placed;
import dev.apatite.annotation.DosageLinks.Slot;
import dev.apatite.annotation.OutcomeLinks.Link;
import dev.apatite.annotation.TreatmentUses.Used;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Findings that stand in one sentence with their treatment: other people's patients, what is generally known, and
 * groups of a study's own patients.
 */
final class CitedEvidence {
    private static final QuickPattern MECHANISM = QuickPattern.compile(
            "\\b(?:inhibit\\w*|mechanism|pathway|by (?:reducing|inhibiting|blocking|decreasing|increasing|influencing)|thereby|in vitro|mice|rats?|animal|macrophage|hypothesi\\w*|postulat\\w*|needed|required|warranted|unknown|unclear|aim(?:ed|s)?|objective|to (?:evaluate|assess|determine|investigate|compare)|no (?:known )?(?:effective )?(?:treatment|cure|consensus))\\b");

    private static final Pattern PRESENT = Pattern.compile("(?:es|ing|e|s)$");
    private static final QuickPattern PATIENTS_GAIN = QuickPattern.compile(
            "\\b(?:pain|size|lesions?|symptoms?|severity|frequency|recurrence|mortality|flares?|number|tumou?r|swelling|attacks|levels?|height|score|patients?|cases)\\b");

    private final TreatmentUses uses;
    private final OutcomeCues cues;
    private final Dosages dosages;

    CitedEvidence(TreatmentUses uses, OutcomeCues cues, Dosages dosages) {
        this.uses = uses;
        this.cues = cues;
        this.dosages = dosages;
    }

    List<Outcome> in(Passage passage) {
        List<Used> used = uses.in(passage).stream()
                .filter(each -> each.use() != Use.SUBSTANCE)
                .map(each ->
                        each.use() == Use.NOT ? new Used(each.mention(), each.start(), each.end(), Use.NAMED) : each)
                .toList();
        if (used.isEmpty()) {
            return List.of();
        }
        Map<Used, List<OutcomeCue>> stated = new LinkedHashMap<>();
        for (OutcomeCue cue : cues.in(passage)) {
            if (cue.general()
                    && !isMechanism(passage.lower(), cue)
                    && OutcomeLinks.of(passage.lower(), cue, used) instanceof Link.Here here) {
                here.treatments()
                        .forEach(each -> stated.computeIfAbsent(each, any -> new ArrayList<>())
                                .add(cue));
            }
        }
        List<Outcome> outcomes = new ArrayList<>();
        List<Slot> slots =
                used.stream().map(each -> new Slot(each.start(), each.end())).toList();
        List<List<Placed>> placed =
                stated.isEmpty() ? List.of() : DosageLinks.link(passage.text(), slots, dosages.in(passage));
        stated.forEach((treatment, all) -> {
            Dosage dosage = placed.get(used.indexOf(treatment)).stream()
                    .map(Placed::dosage)
                    .findFirst()
                    .orElse(Dosage.NONE);
            for (OutcomeCue cue : Verdicts.of(passage.lower(), all)) {
                outcomes.add(new Outcome(passage, treatment.mention(), cue.response(), dosage, cue.start()));
            }
        });
        return outcomes;
    }

    private static boolean isMechanism(String lower, OutcomeCue cue) {
        if (cue.response() == dev.apatite.paper.Response.MIXED) {
            return false;
        }
        String clause = OutcomeCues.clauseBefore(lower, cue.start());
        int predicate = Math.max(clause.lastIndexOf(" and have "), clause.lastIndexOf(" and has "));
        String near = clause.substring(Math.max(predicate, Math.max(0, clause.length() - 70)));
        boolean quantity = cue.flags().contains("fall") || cue.flags().contains("rise");
        if (quantity
                && (PRESENT.matcher(lower.substring(cue.start(), cue.end())).find()
                        || !PATIENTS_GAIN.matcher(lower).find())) {
            return true;
        }
        return MECHANISM.matcher(near).find();
    }
}

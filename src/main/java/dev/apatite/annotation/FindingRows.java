package dev.apatite.annotation;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Finding;
import dev.apatite.paper.FindingSource;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Writes outcomes as findings: with id, sentence, numbers of patients, references cited. */
final class FindingRows {
    private static final QuickPattern TIME = QuickPattern.compile(
            "\\b(?:within|after|in|by|over|at)\\s((?:the\\s)?(?:first\\s|about\\s|approximately\\s|a\\s|an?\\s)?(?:\\d{1,3}(?:\\s?(?:-|–|to)\\s?\\d{1,3})?|one|two|three|four|five|six|seven|eight|nine|ten|twelve|few|several)[\\s-](?:hours?|days?|weeks?|months?|years?|h))\\b|\\b(\\w+ (?:hours?|days?|weeks?|months?|years?)) later\\b");
    private static final QuickPattern TARGET = QuickPattern.compile(
            "\\b(symptoms|pain|fever|rash|lesions?|infection|calcinosis|bleeding|seizures?|swelling|vision|dyspnoea|dyspnea|cough)\\b");

    private final Paper paper;
    private final List<Finding> rows = new ArrayList<>();
    private final Set<String> ids = new LinkedHashSet<>();

    FindingRows(Paper paper) {
        this.paper = paper;
    }

    List<Finding> rows() {
        return rows;
    }

    /** Adds a row for each outcome; outcomes of one sentence and response were given together. */
    void add(List<Outcome> outcomes, boolean own, @Nullable String patient, boolean single) {
        for (Outcome outcome : outcomes) {
            List<String> together = outcomes.stream()
                    .filter(other -> other.passage() == outcome.passage()
                            && other.response() == outcome.response()
                            && other.at() == outcome.at()
                            && !other.treatment()
                                    .name()
                                    .equals(outcome.treatment().name()))
                    .map(other -> other.treatment().name())
                    .distinct()
                    .toList();
            add(outcome, together, own, patient, single);
        }
    }

    private void add(Outcome outcome, List<String> together, boolean own, @Nullable String patient, boolean single) {
        Mention treatment = outcome.treatment();
        Passage passage = outcome.passage();
        String id = Finding.idOf(paper.id(), treatment.name(), outcome.response(), passage.text());
        if (!ids.add(id)) {
            return;
        }
        PatientCounts counts = single ? one(outcome.response()) : counts(outcome);
        Dosage dosage = outcome.dosage();
        rows.add(new Finding(
                id,
                treatment.name(),
                treatment.concept(),
                treatment.text(),
                together,
                dosage.amount(),
                dosage.route(),
                dosage.frequency(),
                dosage.duration(),
                target(outcome),
                time(outcome),
                counts.treated(),
                counts.responding(),
                outcome.response(),
                own,
                patient,
                cited(passage.sentence()),
                passage.sentence().section(),
                passage.sentence().start(),
                passage.sentence().end(),
                passage.text(),
                null,
                null,
                null,
                FindingSource.PROGRAM,
                List.of()));
    }

    private static PatientCounts one(Response response) {
        return new PatientCounts(1, response.ofOne());
    }

    private static PatientCounts counts(Outcome outcome) {
        boolean good =
                outcome.response() == Response.COMPLETE_RESPONSE || outcome.response() == Response.PARTIAL_RESPONSE;
        boolean bad = outcome.response() == Response.NO_RESPONSE || outcome.response() == Response.PROGRESSION;
        return PatientCounts.in(outcome.passage().lower(), good, bad);
    }

    private static @Nullable String target(Outcome outcome) {
        if (outcome.response() == Response.ADVERSE_EVENT || outcome.response() == Response.NOT_REPORTED) {
            return null;
        }
        Passage passage = outcome.passage();
        Mention best = null;
        int distance = 120;
        for (Mention mention : passage.of(MentionType.CONDITION)) {
            int away = Math.abs(passage.start(mention) - outcome.at());
            if (mention.assertion() != Assertion.OTHER_PERSON && away < distance) {
                best = mention;
                distance = away;
            }
        }
        if (best != null) {
            return best.name();
        }
        QuickPattern.Search word = TARGET.matcher(passage.lower());
        return word.find() ? word.group(1) : null;
    }

    private static @Nullable String time(Outcome outcome) {
        if (outcome.response() == Response.NOT_REPORTED) {
            return null;
        }
        QuickPattern.Search time = TIME.matcher(outcome.passage().text());
        if (!time.find()) {
            return null;
        }
        return time.group(1) != null ? time.group(1) : time.group(2);
    }

    private List<String> cited(Sentence sentence) {
        List<String> labels = new ArrayList<>();
        for (Citation citation : paper.citations()) {
            if (citation.section() == sentence.section()
                    && citation.start() >= sentence.start()
                    && citation.start() <= sentence.end()) {
                for (int reference : citation.references()) {
                    String label =
                            reference >= 0 && reference < paper.references().size()
                                    ? paper.references().get(reference).label()
                                    : null;
                    if (label != null && !labels.contains(label)) {
                        labels.add(label);
                    }
                }
            }
        }
        return labels;
    }
}

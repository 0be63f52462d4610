package dev.apatite.annotation;

import dev.apatite.annotation.OutcomeLinks.Link;
import dev.apatite.annotation.TreatmentUses.Used;
import dev.apatite.annotation.evidence.Cue;
import dev.apatite.annotation.evidence.Line;
import dev.apatite.annotation.evidence.Named;
import dev.apatite.annotation.evidence.RuleRow;
import dev.apatite.annotation.evidence.Script;
import dev.apatite.paper.ArticleType;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.SectionKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Writes down for the judge what the rules see in a paper. */
final class ScriptWriter {
    private static final Set<SectionKind> SILENT = Set.of(
            SectionKind.FIG,
            SectionKind.TABLE,
            SectionKind.SUPPL,
            SectionKind.ACK_FUND,
            SectionKind.AUTH_CON,
            SectionKind.COMP_INT,
            SectionKind.ABBR);

    private static final QuickPattern SILENT_HEADING = QuickPattern.compile(
            "\\b(?:ethic|consent|availability|funding|conflict|contribution|acknowledg|disclos|publisher|financial|competing|abbreviation|supplement|statistic)");

    private final TreatmentUses uses;
    private final OutcomeCues cues;

    ScriptWriter(TreatmentUses uses, OutcomeCues cues) {
        this.uses = uses;
        this.cues = cues;
    }

    Script write(Paper paper, EvidenceFinder.Evidence seen) {
        List<Patient> patients = seen.patients();
        Map<Integer, List<Citation>> citations = new HashMap<>();
        paper.citations()
                .forEach(each -> citations
                        .computeIfAbsent(each.section(), any -> new ArrayList<>())
                        .add(each));
        List<Line> lines = new ArrayList<>();
        Map<String, Integer> numbers = new HashMap<>();
        for (Passage passage : seen.passages()) {
            if (passage.sentence().section() < 0) {
                continue;
            }
            numbers.put(place(passage.sentence().section(), passage.sentence().start()), lines.size());
            lines.add(line(
                    paper, passage, citations.getOrDefault(passage.sentence().section(), List.of())));
        }
        List<RuleRow> told = new ArrayList<>();
        for (Finding row : seen.findings()) {
            Integer number = numbers.get(place(row.section(), row.start()));
            if (number != null) {
                told.add(new RuleRow(number, row.treatment(), row.response(), row.own()));
            }
        }
        Set<String> given = new LinkedHashSet<>();
        patients.forEach(patient -> given.addAll(patient.treatments()));
        String title = paper.title();
        ArticleType kind = seen.kind();
        return new Script(
                title == null ? "" : title, kind == null ? null : kind.code(), patients.size(), lines, told, given);
    }

    private static String place(int section, int start) {
        return section + ":" + start;
    }

    private Line line(Paper paper, Passage passage, List<Citation> citations) {
        Sentence sentence = passage.sentence();
        SectionKind kind = paper.sections().get(sentence.section()).kind();
        String heading = paper.sections().get(sentence.section()).heading();
        boolean silent = SILENT.contains(kind)
                || passage.text().length() > Passage.LONGEST
                || heading != null
                        && SILENT_HEADING
                                .matcher(heading.toLowerCase(Locale.ROOT))
                                .find();
        List<Used> used = silent ? List.of() : uses.in(passage);
        List<Named> named = new ArrayList<>();
        for (Used each : used) {
            Mention mention = each.mention();
            named.add(new Named(
                    mention.name(),
                    mention.concept(),
                    mention.text(),
                    each.start(),
                    each.end(),
                    mention.assertion(),
                    each.use().name().toLowerCase(Locale.ROOT),
                    1));
        }
        named.sort(java.util.Comparator.comparingInt(Named::start));
        List<Mention> conditions = passage.of(MentionType.CONDITION);
        int[] places = new int[2 * conditions.size()];
        for (int i = 0; i < conditions.size(); i++) {
            places[2 * i] = passage.start(conditions.get(i));
            places[2 * i + 1] = passage.end(conditions.get(i));
        }
        int cited = 0;
        for (Citation each : citations) {
            cited += each.start() >= sentence.start() && each.start() <= sentence.end() ? 1 : 0;
        }
        return new Line(
                sentence.section(),
                sentence.start(),
                sentence.end(),
                sentence.text(),
                Passage.lower(sentence.text()),
                kind,
                passage.region() == Region.OWN,
                silent,
                passage.patient(),
                cited,
                named,
                places,
                silent ? List.of() : cues(passage, used));
    }

    private List<Cue> cues(Passage passage, List<Used> used) {
        List<Cue> found = new ArrayList<>();
        for (OutcomeCue cue : cues.in(passage)) {
            Link link = OutcomeLinks.of(passage.lower(), cue, used);
            List<String> linked = link instanceof Link.Here here
                    ? here.treatments().stream()
                            .map(each -> each.mention().name())
                            .distinct()
                            .toList()
                    : List.of();
            found.add(new Cue(
                    cue.start(), cue.end(), cue.response(), cue.negated(), linked, link instanceof Link.Earlier));
        }
        return found;
    }
}

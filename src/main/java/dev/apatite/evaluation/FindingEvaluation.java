package dev.apatite.evaluation;

import dev.apatite.annotation.Annotator;
import dev.apatite.paper.AgeUnit;
import dev.apatite.paper.AntibodyResult;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Response;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores patients and findings against texts read by hand. A finding counts when treatment and response agree and its
 * sentence is the gold sentence or overlaps it. An optional row counts neither way.
 */
public final class FindingEvaluation {
    private final PaperReader reader = new PaperReader();
    private final Annotator annotator;
    private final TreatmentMatch treatments;
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final ConfidenceScale confidences = new ConfidenceScale();

    public FindingEvaluation(Vocabulary vocabulary) {
        annotator = new Annotator(vocabulary);
        treatments = new TreatmentMatch(vocabulary);
        for (String name : List.of(
                "findings",
                "own",
                "cited",
                "harm",
                "treatments",
                "doses",
                "own or cited",
                "numbers",
                "ages",
                "sexes",
                "antibodies")) {
            scores.put(name, Score.NONE);
        }
    }

    /** Reads and annotates every text that the gold file names, and compares. */
    public Report evaluate(Path file) throws IOException {
        GoldFindings gold = GoldFindings.read(file);
        int unread = 0;
        for (GoldFindings.Document document : gold.documents()) {
            Paper paper = read(document.file());
            unread += paper == null ? 1 : 0;
            compareFindings(document, paper == null ? List.of() : paper.findings());
            comparePatients(document, paper == null ? List.of() : paper.patients());
        }
        List<Report.Row> rows = scores.entrySet().stream()
                .map(entry -> new Report.Row(entry.getKey(), entry.getValue()))
                .toList();
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("texts", gold.documents().size());
        figures.put("unread", unread);
        confidences.figures(figures);
        return new Report("Patients and findings of the texts in " + file.getFileName(), rows, figures, errors);
    }

    private @Nullable Paper read(Path file) {
        Path folder = file.getParent();
        Path name = file.getFileName();
        if (folder == null || name == null) {
            return null;
        }
        try {
            return annotator.annotate(reader.read(folder, name.toString()));
        } catch (ReadingException e) {
            errors.add("unread " + name + ": " + e.getMessage());
            return null;
        }
    }

    private void compareFindings(GoldFindings.Document document, List<Finding> findings) {
        Set<Integer> used = new HashSet<>();
        List<GoldFindings.Row> ordered = new ArrayList<>(document.rows());
        ordered.sort((a, b) -> Boolean.compare(a.optional(), b.optional()));
        for (GoldFindings.Row row : ordered) {
            int found = -1;
            for (int i = 0; i < findings.size() && found < 0; i++) {
                found = !used.contains(i) && agrees(row, findings.get(i)) && overlaps(row, findings.get(i)) ? i : -1;
            }
            boolean told = !row.responses().contains(Response.NOT_REPORTED.code());
            if (found >= 0) {
                used.add(found);
                compareFields(row, findings.get(found));
                if (told) {
                    confidences.add(confidence(findings.get(found)), true, !row.optional());
                }
            }
            if (!row.optional()) {
                count("findings", Score.ofOne(false, found >= 0));
                if (told) {
                    confidences.want();
                    count(row.own() == null || row.own() ? "own" : "cited", Score.ofOne(false, found >= 0));
                    if (row.responses().contains(Response.ADVERSE_EVENT.code())) {
                        count("harm", Score.ofOne(false, found >= 0));
                    }
                }
                if (found < 0) {
                    error("missed", document, row.treatment() + ' ' + row.responses(), row.sentence());
                }
            }
        }
        for (int i = 0; i < findings.size(); i++) {
            Finding finding = findings.get(i);
            boolean known = document.rows().stream().anyMatch(row -> agrees(row, finding));
            if (!used.contains(i) && !known && finding.response() != Response.NOT_REPORTED) {
                count("findings", new Score(0, 1, 0));
                count(finding.own() ? "own" : "cited", new Score(0, 1, 0));
                if (finding.response() == Response.ADVERSE_EVENT) {
                    count("harm", new Score(0, 1, 0));
                }
                confidences.add(confidence(finding), false, false);
                error(
                        "too many",
                        document,
                        finding.treatment() + ' ' + finding.response().code(),
                        finding.sentence());
            }
        }
    }

    private static double confidence(Finding finding) {
        Double confidence = finding.confidence();
        return confidence == null ? 1 : confidence;
    }

    private boolean agrees(GoldFindings.Row row, Finding finding) {
        return row.responses().contains(finding.response().code())
                && treatments.same(row.treatment(), row.printed(), finding.treatment());
    }

    private static boolean overlaps(GoldFindings.Row row, Finding finding) {
        String gold = TextMatch.fold(row.sentence());
        String got = TextMatch.fold(finding.sentence());
        return !got.isEmpty() && (got.contains(gold) || gold.contains(got) || TextMatch.ratio(gold, got) > 0.7);
    }

    private void compareFields(GoldFindings.Row row, Finding finding) {
        if (row.own() != null) {
            count("own or cited", Score.ofOne(true, row.own() == finding.own()));
        }
        if (row.dose() != null) {
            count("doses", Score.ofOne(finding.dose() != null, sameDose(row.dose(), finding.dose())));
        }
        if (row.treated() != null && row.treated() > 1) {
            boolean right = row.treated().equals(finding.treated())
                    && (row.responding() == null || row.responding().equals(finding.responding()));
            count("numbers", Score.ofOne(finding.treated() != null, right));
        }
    }

    /** Two doses agree in their first number. */
    private static boolean sameDose(String gold, @Nullable String got) {
        String first = TextMatch.fold(gold).split(" ")[0];
        return got != null && List.of(TextMatch.fold(got).split(" ")).contains(first);
    }

    private void comparePatients(GoldFindings.Document document, List<Patient> patients) {
        Set<String> left = new LinkedHashSet<>();
        patients.forEach(patient -> left.addAll(patient.treatments()));
        for (String gold : document.treatments()) {
            String match = left.stream()
                    .filter(each -> treatments.same(gold, gold, each))
                    .findFirst()
                    .orElse(null);
            if (match != null) {
                left.remove(match);
            }
            boolean optional = document.optional().stream().anyMatch(each -> treatments.same(each, each, gold));
            if (match != null || !optional) {
                count("treatments", Score.ofOne(false, match != null));
            }
        }
        left.removeIf(
                each -> document.optional().stream().anyMatch(optional -> treatments.same(optional, optional, each)));
        count("treatments", new Score(0, left.size(), 0));
        for (int i = 0; i < document.patients().size(); i++) {
            GoldFindings.Person gold = document.patients().get(i);
            Patient got = i < patients.size() ? patients.get(i) : null;
            Double age = got == null ? null : years(got);
            String sex = got == null || got.sex() == null ? null : got.sex().code();
            count("ages", Score.ofOne(age != null, Objects.equals(gold.age(), age)));
            count("sexes", Score.ofOne(sex != null, Objects.equals(gold.sex(), sex)));
            compareAntibodies(gold, got == null ? List.of() : got.antibodies());
        }
    }

    private void compareAntibodies(GoldFindings.Person gold, List<AntibodyResult> got) {
        for (List<String> pair : gold.antibodies()) {
            boolean right = got.stream()
                    .anyMatch(each -> TextMatch.fold(each.name())
                                    .contains(TextMatch.fold(pair.get(0))
                                            .replace("anti", "")
                                            .strip())
                            && each.status().code().equals(pair.get(1)));
            count("antibodies", Score.ofOne(false, right));
        }
    }

    private static @Nullable Double years(Patient patient) {
        Double age = patient.age();
        if (age == null) {
            return null;
        }
        double divisor = patient.ageUnit() == AgeUnit.MONTHS
                ? 12
                : patient.ageUnit() == AgeUnit.WEEKS ? 52.18 : patient.ageUnit() == AgeUnit.DAYS ? 365.25 : 1;
        return Math.round(age / divisor * 10) / 10.0;
    }

    private void count(String name, Score score) {
        scores.merge(name, score, Score::plus);
    }

    private void error(String kind, GoldFindings.Document document, String what, String sentence) {
        errors.add(kind + ' ' + GoldFindings.name(document.file()) + ": " + what + " | " + sentence.replace('\n', ' '));
    }
}

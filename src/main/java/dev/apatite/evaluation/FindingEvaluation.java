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
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Scores patients and findings against texts read by hand. A finding counts when treatment and response agree and its
 * sentence is the gold sentence or overlaps it.
 */
public final class FindingEvaluation {
    private static final int DOSE = 6;

    private final PaperReader reader = new PaperReader();
    private final Annotator annotator;
    private final TreatmentMatch treatments;
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();
    private final RowMatch same = new RowMatch();
    private final EvidenceComparison evidence = new EvidenceComparison(same);
    private int withoutOutcome;
    private int keptEmpty;
    private int asked;
    private int answered;

    public FindingEvaluation(Vocabulary vocabulary) {
        annotator = new Annotator(vocabulary);
        treatments = new TreatmentMatch(vocabulary);
        for (String name : List.of(
                "findings",
                "without sentence",
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
        return evaluate(file, this::read);
    }

    /** Compares what {@code found} holds of every text that the gold file names; null where it could not be read. */
    Report evaluate(Path file, Function<Path, @Nullable Paper> found) throws IOException {
        GoldFindings gold = GoldFindings.read(file);
        int unread = 0;
        for (GoldFindings.Document document : gold.documents()) {
            Paper paper = found.apply(document.file());
            unread += paper == null ? 1 : 0;
            List<Finding> findings = paper == null ? List.of() : paper.findings();
            if (document.complete()) {
                compareRows(document, findings);
                evidence.add(document.rows(), findings);
            } else {
                compareFindings(document, findings);
            }
            comparePatients(document, paper == null ? List.of() : paper.patients());
        }
        List<Report.Row> rows = new ArrayList<>();
        scores.forEach((name, score) -> rows.add(new Report.Row(name, score)));
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("texts", gold.documents().size());
        figures.put("unread", unread);
        if (gold.documents().stream().anyMatch(GoldFindings.Document::complete)) {
            rows.addAll(1, evidence.rows());
            figures.put("ages and sexes right", (double) answered / Math.max(1, asked));
            figures.put("texts without outcome", withoutOutcome);
            figures.put("of them kept empty", keptEmpty);
            evidence.figures(figures);
        }
        return new Report("Patients and findings of the texts in " + file.getFileName(), rows, figures, errors);
    }

    /** Every row counts, courses without an outcome and rows of which the reader was unsure too. */
    private void compareRows(GoldFindings.Document document, List<Finding> findings) {
        Set<Integer> used = new HashSet<>();
        Set<Integer> loosely = new HashSet<>();
        for (GoldFindings.Row row : document.rows()) {
            int found = first(row, findings, used, true);
            int loose = first(row, findings, loosely, false);
            count("findings", Score.ofOne(false, found >= 0));
            count("without sentence", Score.ofOne(false, loose >= 0));
            if (found >= 0) {
                compareFields(row, findings.get(found));
            } else {
                error("missed", document, row.treatment() + ' ' + row.responses(), row.sentence());
            }
        }
        for (Finding finding : findings) {
            boolean known = document.rows().stream().anyMatch(row -> says(row, finding));
            if (finding.response() != Response.NOT_REPORTED && !known) {
                count("findings", new Score(0, 1, 0));
                count("without sentence", new Score(0, 1, 0));
                error(
                        "too many",
                        document,
                        finding.treatment() + ' ' + finding.response().code(),
                        finding.sentence());
            }
        }
        if (document.rows().stream().allMatch(row -> row.responses().contains(Response.NOT_REPORTED.code()))) {
            withoutOutcome++;
            keptEmpty += findings.stream().allMatch(each -> each.response() == Response.NOT_REPORTED) ? 1 : 0;
        }
    }

    /** The first finding that no other row took; -1 where there is none. */
    private int first(GoldFindings.Row row, List<Finding> findings, Set<Integer> used, boolean bySentence) {
        for (int i = 0; i < findings.size(); i++) {
            Finding each = findings.get(i);
            if (!used.contains(i)
                    && says(row, each)
                    && (!bySentence || same.sameSentence(row.sentence(), each.sentence()))) {
                used.add(i);
                return i;
            }
        }
        return -1;
    }

    private boolean says(GoldFindings.Row row, Finding finding) {
        return row.responses().contains(finding.response().code())
                && same.sameTreatment(row.treatment(), finding.treatment(), row.printed());
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

    /** Where a reader marked what must be found and what may be, and any of several responses is right. */
    private void compareFindings(GoldFindings.Document document, List<Finding> findings) {
        Set<Integer> used = new HashSet<>();
        List<GoldFindings.Row> ordered = new ArrayList<>(document.rows());
        ordered.sort((a, b) -> Boolean.compare(a.optional(), b.optional()));
        for (GoldFindings.Row row : ordered) {
            int found = -1;
            for (int i = 0; i < findings.size() && found < 0; i++) {
                found = !used.contains(i) && agrees(row, findings.get(i)) && overlaps(row, findings.get(i)) ? i : -1;
            }
            if (found >= 0) {
                used.add(found);
                compareFields(row, findings.get(found));
            }
            if (!row.optional()) {
                count("findings", Score.ofOne(false, found >= 0));
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
                error(
                        "too many",
                        document,
                        finding.treatment() + ' ' + finding.response().code(),
                        finding.sentence());
            }
        }
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

    /** Two doses agree in their first number, of which so many characters count. */
    private static boolean sameDose(String gold, @Nullable String got) {
        String folded = TextMatch.fold(gold);
        String first = folded.substring(0, Math.min(folded.length(), DOSE)).split(" ")[0];
        return got != null && List.of(TextMatch.fold(got).split(" ")).contains(first);
    }

    private void comparePatients(GoldFindings.Document document, List<Patient> patients) {
        Set<String> left = new LinkedHashSet<>();
        patients.forEach(patient -> left.addAll(patient.treatments()));
        for (String gold : document.treatments()) {
            String match = left.stream()
                    .filter(each -> document.complete()
                            ? same.sameTreatment(gold, each, gold)
                            : treatments.same(gold, gold, each))
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
            boolean sameAge = Objects.equals(rounded(gold.age()), age);
            boolean sameSex = Objects.equals(gold.sex(), sex);
            count("ages", Score.ofOne(age != null, sameAge));
            count("sexes", Score.ofOne(sex != null, sameSex));
            asked += 2;
            answered += (sameAge ? 1 : 0) + (sameSex ? 1 : 0);
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

    private static @Nullable Double rounded(@Nullable Double years) {
        return years == null ? null : Double.valueOf(Math.round(years * 10) / 10.0);
    }

    private static @Nullable Double years(Patient patient) {
        Double age = patient.age();
        if (age == null) {
            return null;
        }
        double divisor = patient.ageUnit() == AgeUnit.MONTHS
                ? 12
                : patient.ageUnit() == AgeUnit.WEEKS ? 52.18 : patient.ageUnit() == AgeUnit.DAYS ? 365.25 : 1;
        return rounded(age / divisor);
    }

    private void count(String name, Score score) {
        scores.merge(name, score, Score::plus);
    }

    private void error(String kind, GoldFindings.Document document, String what, String sentence) {
        errors.add(kind + ' ' + GoldFindings.name(document.file()) + ": " + what + " | " + sentence.replace('\n', ' '));
    }
}

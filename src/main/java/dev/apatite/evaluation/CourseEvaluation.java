package dev.apatite.evaluation;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.DosageSpans;
import dev.apatite.evaluation.BratFile.Entity;
import dev.apatite.evaluation.BratFile.Relation;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores whether a printed dose, route, frequency or duration is given to the right course, and whether a patient's
 * treatments stand in their order, against case reports with brat annotations in MACCROBAT's types: relations MODIFY from
 * a piece of a dosage to a Medication or Therapeutic_procedure, BEFORE and AFTER between two of these. Only pieces that
 * annotators put to a treatment, and that are recognised beside it, tell right from wrong; those not recognised are
 * missed.
 */
public final class CourseEvaluation {
    /** Which texts: every other one was looked at while the rules were written, the rest were not. */
    public enum Half {
        BOTH,
        LOOKED_AT,
        APART
    }

    private static final Map<String, String> KINDS =
            Map.of("Dosage", "dose", "Administration", "route", "Frequency", "frequency", "Duration", "duration");
    private static final Set<String> TREATMENTS = Set.of("Medication", "Therapeutic_procedure");

    private final DosageSpans dosages = new DosageSpans();
    private final Annotator annotator;

    public CourseEvaluation(Vocabulary vocabulary) {
        annotator = new Annotator(vocabulary);
    }

    /** Annotates the texts of the folder and compares. */
    public Report evaluate(Path folder, Half half) throws IOException {
        Map<String, Score> scores = new LinkedHashMap<>();
        scores.put("all pieces of dosages", Score.NONE);
        List.of("dose", "route", "frequency", "duration").forEach(kind -> scores.put(kind, Score.NONE));
        scores.put("order of treatments", Score.NONE);
        List<String> errors = new ArrayList<>();
        int texts = 0;
        for (BratFile file : BratFile.read(folder)) {
            boolean apart = file.name().hashCode() % 2 != 0;
            if (half != Half.BOTH && apart != (half == Half.APART)) {
                continue;
            }
            texts++;
            Paper paper = annotator.annotate(file.paper());
            links(file, dosages.links(paper), scores, errors);
            order(file, paper, scores, errors);
        }
        List<Report.Row> rows = new ArrayList<>();
        scores.forEach((name, score) -> rows.add(new Report.Row(name, score)));
        return new Report(
                "Courses of the texts in " + folder.getFileName() + " (" + half + ")",
                rows,
                Map.of("texts", texts),
                errors);
    }

    private static void links(
            BratFile file, List<DosageSpans.Link> links, Map<String, Score> scores, List<String> errors) {
        Set<Entity> pieces = new HashSet<>();
        for (Relation each : file.relations()) {
            String kind = KINDS.get(each.first().type());
            if (!each.type().equals("MODIFY")
                    || kind == null
                    || !TREATMENTS.contains(each.second().type())) {
                continue;
            }
            if (!pieces.add(each.first())) {
                continue; // one piece of two treatments counts once, with whichever of them
            }
            List<DosageSpans.Link> mine = links.stream()
                    .filter(link -> each.first()
                            .overlaps(link.piece().start(), link.piece().end()))
                    .toList();
            boolean right = mine.stream().anyMatch(link -> isOf(file, each.first(), link));
            Score score = Score.ofOne(!mine.isEmpty(), right);
            scores.merge(kind, score, Score::plus);
            scores.merge("all pieces of dosages", score, Score::plus);
            if (!right) {
                String got = mine.isEmpty()
                        ? "nothing"
                        : file.text()
                                .substring(
                                        mine.getFirst().treatment().start(),
                                        mine.getFirst().treatment().end());
                errors.add(kind + " " + each.first().text() + ": want "
                        + each.second().text() + ", got " + got + " (" + file.name() + ")");
            }
        }
    }

    /** Whether the piece is put to one of the treatments that annotators put it to, or to the same name again. */
    private static boolean isOf(BratFile file, Entity piece, DosageSpans.Link link) {
        String name =
                file.text().substring(link.treatment().start(), link.treatment().end());
        return file.relations().stream()
                .filter(each -> each.type().equals("MODIFY") && each.first().equals(piece))
                .map(Relation::second)
                .anyMatch(each ->
                        each.overlaps(link.treatment().start(), link.treatment().end())
                                || TextMatch.same(each.text(), name));
    }

    private static void order(BratFile file, Paper paper, Map<String, Score> scores, List<String> errors) {
        List<String> given = paper.patients().stream()
                .map(Patient::treatments)
                .flatMap(List::stream)
                .distinct()
                .toList();
        for (Relation each : file.relations()) {
            boolean before = each.type().equals("BEFORE");
            if (!before && !each.type().equals("AFTER")
                    || !TREATMENTS.contains(each.first().type())
                    || !TREATMENTS.contains(each.second().type())) {
                continue;
            }
            String first = name(paper, before ? each.first() : each.second());
            String second = name(paper, before ? each.second() : each.first());
            if (first != null && first.equals(second)) {
                continue; // one treatment twice is one treatment
            }
            int one = first == null ? -1 : given.indexOf(first);
            int other = second == null ? -1 : given.indexOf(second);
            boolean both = one >= 0 && other >= 0;
            scores.merge("order of treatments", Score.ofOne(both, both && one < other), Score::plus);
            if (!both || one > other) {
                errors.add("order: want " + each.type() + " of " + each.first().text() + " and "
                        + each.second().text() + ", got " + (both ? second + " first" : "not both given") + " ("
                        + file.name() + ")");
            }
        }
    }

    private static @Nullable String name(Paper paper, Entity entity) {
        return paper.mentions().stream()
                .filter(each -> each.type() == MentionType.TREATMENT && entity.overlaps(each.start(), each.end()))
                .map(Mention::name)
                .findFirst()
                .orElse(null);
    }
}

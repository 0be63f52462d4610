package dev.apatite.evaluation;

import dev.apatite.annotation.Annotator;
import dev.apatite.annotation.DosageSpans;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Patient;
import dev.apatite.paper.Sex;
import dev.apatite.paper.Span;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Scores mentions against case reports with brat annotations in MACCROBAT's types. A mention counts where it overlaps an
 * annotation: a treatment a Medication (one that overlaps a Therapeutic_procedure is not too many), a condition a
 * Disease_disorder (one that overlaps a symptom or a finding is not too many), a printed amount a Dosage; age and sex are
 * those of the first patient. Annotators often mark a name where it stands first, so that the same name again is not too
 * many.
 */
public final class EntityEvaluation {
    private static final Set<String> TREATMENTS = Set.of("Medication", "Therapeutic_procedure");
    private static final Set<String> CONDITIONS = Set.of(
            "Disease_disorder",
            "Sign_symptom",
            "Coreference",
            "History",
            "Family_history",
            "Diagnostic_procedure",
            "Detailed_description",
            "Clinical_event");

    private static final Pattern NUMBER = Pattern.compile("\\d{1,4}");
    private static final Pattern FEMALE = Pattern.compile("(?i)\\b(?:female|woman|women|girl|lady|she|her)");

    private final DosageSpans dosages = new DosageSpans();
    private final Annotator annotator;

    public EntityEvaluation(Vocabulary vocabulary) {
        annotator = new Annotator(vocabulary);
    }

    /** Annotates every text of the folder and compares. */
    public Report evaluate(Path folder) throws IOException {
        Map<String, Score> scores = new LinkedHashMap<>();
        List<String> errors = new ArrayList<>();
        List<BratFile> files = BratFile.read(folder);
        for (BratFile file : files) {
            Paper paper = annotator.annotate(file.paper());
            List<Mention> mentions = paper.mentions();
            add(
                    scores,
                    "medication",
                    compare(file, of(mentions, MentionType.TREATMENT), "Medication", TREATMENTS, errors));
            add(
                    scores,
                    "disease",
                    compare(file, of(mentions, MentionType.CONDITION), "Disease_disorder", CONDITIONS, errors));
            add(scores, "dosage", compareDosages(file, dosages.in(paper), errors));
            @Nullable
            Patient patient =
                    paper.patients().isEmpty() ? null : paper.patients().getFirst();
            add(scores, "age", compareAge(file, patient, errors));
            add(scores, "sex", compareSex(file, patient, errors));
        }
        List<Report.Row> rows = new ArrayList<>();
        scores.forEach((name, score) -> rows.add(new Report.Row(name, score)));
        return new Report(
                "Entities of the texts in " + folder.getFileName(), rows, Map.of("texts", files.size()), errors);
    }

    private static void add(Map<String, Score> scores, String name, Score score) {
        scores.merge(name, score, Score::plus);
    }

    private static Score compareDosages(BratFile file, List<DosageSpans.Piece> pieces, List<String> errors) {
        int tp = 0;
        int fn = 0;
        for (BratFile.Entity gold : file.of("Dosage")) {
            boolean found = pieces.stream()
                    .anyMatch(each ->
                            gold.overlaps(each.span().start(), each.span().end()));
            tp += found ? 1 : 0;
            fn += found ? 0 : 1;
            if (!found) {
                errors.add("missed Dosage: " + gold.text() + " (" + file.name() + ")");
            }
        }
        int fp = 0;
        for (DosageSpans.Piece piece : pieces) {
            Span span = piece.span();
            if (!piece.amount()) {
                continue; // how often and how long is annotated as something else, or as part of a dosage
            }
            boolean right = file.of("Dosage").stream().anyMatch(each -> each.overlaps(span.start(), span.end()));
            fp += right ? 0 : 1;
            if (!right) {
                errors.add("too many dosage: " + file.text().substring(span.start(), span.end()) + " (" + file.name()
                        + ")");
            }
        }
        return new Score(tp, fp, fn);
    }

    /** The first age of the text is the patient's. */
    private static Score compareAge(BratFile file, @Nullable Patient patient, List<String> errors) {
        List<BratFile.Entity> ages = file.of("Age");
        Matcher number = NUMBER.matcher(ages.isEmpty() ? "" : ages.getFirst().text());
        if (!number.find()) {
            return Score.NONE;
        }
        Double age = patient == null ? null : patient.age();
        boolean right = age != null && Math.abs(age - Double.parseDouble(number.group())) < 0.6;
        if (!right) {
            errors.add("age: want " + ages.getFirst().text() + ", got " + age + " (" + file.name() + ")");
        }
        return Score.ofOne(age != null, right);
    }

    private static Score compareSex(BratFile file, @Nullable Patient patient, List<String> errors) {
        List<BratFile.Entity> sexes = file.of("Sex");
        if (sexes.isEmpty()) {
            return Score.NONE;
        }
        boolean female = FEMALE.matcher(sexes.getFirst().text()).find();
        Sex got = patient == null ? null : patient.sex();
        boolean right = got == (female ? Sex.FEMALE : Sex.MALE);
        if (!right) {
            errors.add("sex: want " + sexes.getFirst().text() + ", got " + got + " (" + file.name() + ")");
        }
        return Score.ofOne(got != null, right);
    }

    private static List<Mention> of(List<Mention> mentions, MentionType type) {
        return mentions.stream().filter(each -> each.type() == type).toList();
    }

    private static Score compare(
            BratFile file, List<Mention> mentions, String wanted, Set<String> allowed, List<String> errors) {
        int tp = 0;
        int fn = 0;
        int fp = 0;
        for (BratFile.Entity gold : file.of(wanted)) {
            boolean found = mentions.stream().anyMatch(each -> gold.overlaps(each.start(), each.end()));
            tp += found ? 1 : 0;
            fn += found ? 0 : 1;
            if (!found) {
                errors.add("missed " + wanted + ": " + gold.text() + " (" + file.name() + ")");
            }
        }
        for (Mention mention : mentions) {
            boolean right = file.entities().stream()
                    .anyMatch(each -> allowed.contains(each.type())
                            && (each.overlaps(mention.start(), mention.end())
                                    || TextMatch.same(each.text(), mention.text())));
            fp += right ? 0 : 1;
            if (!right) {
                errors.add("too many " + mention.type().code() + ": " + mention.text() + " [" + mention.name() + "] ("
                        + file.name() + ") " + surroundings(file.text(), mention));
            }
        }
        return new Score(tp, fp, fn);
    }

    private static String surroundings(String text, Mention mention) {
        int from = Math.max(0, mention.start() - 40);
        int to = Math.min(text.length(), mention.end() + 40);
        return text.substring(from, to).replace('\n', ' ');
    }
}

package dev.apatite.evaluation;

import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores mentions against case reports with brat annotations in MACCROBAT's types. A mention counts where it overlaps an
 * annotation: a treatment a Medication (one that overlaps a Therapeutic_procedure is not too many), a condition a
 * Disease_disorder (one that overlaps a symptom or a finding is not too many).
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

    private final Annotator annotator;

    public EntityEvaluation(Vocabulary vocabulary) {
        annotator = new Annotator(vocabulary);
    }

    /** Annotates every text of the folder and compares. */
    public Report evaluate(Path folder) throws IOException {
        Score treatments = Score.NONE;
        Score conditions = Score.NONE;
        List<String> errors = new ArrayList<>();
        List<BratFile> files = BratFile.read(folder);
        for (BratFile file : files) {
            List<Mention> mentions = annotator.annotate(paper(file)).mentions();
            treatments = treatments.plus(
                    compare(file, of(mentions, MentionType.TREATMENT), "Medication", TREATMENTS, errors));
            conditions = conditions.plus(
                    compare(file, of(mentions, MentionType.CONDITION), "Disease_disorder", CONDITIONS, errors));
        }
        return new Report(
                "Entities of the texts in " + folder.getFileName(),
                List.of(new Report.Row("medication", treatments), new Report.Row("disease", conditions)),
                Map.of("texts", files.size()),
                errors);
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
                    .anyMatch(each -> allowed.contains(each.type()) && each.overlaps(mention.start(), mention.end()));
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

    private static Paper paper(BratFile file) {
        Section section =
                new Section(SectionKind.CASE, null, 1, Arrays.asList(file.text().split("\n", -1)));
        return new Paper(
                file.name(),
                file.name() + ".txt",
                List.of(),
                "",
                null,
                List.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                List.of(),
                "en",
                List.of(),
                List.of(section),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}

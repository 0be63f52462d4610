package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Scores harm and benefit of drugs in sentences of case reports: a drug of an event is found where a finding of its
 * sentence names it with such a response, and named where a mention does.
 */
public final class HarmEvaluation {
    private static final List<String> KINDS = List.of("adverse", "therapeutic");

    private final ObjectMapper json = new ObjectMapper();
    private final PaperReader reader = new PaperReader();
    private final RowMatch match = new RowMatch();
    private final Annotator annotator;
    private final Map<String, Score> scores = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    public HarmEvaluation(Vocabulary vocabulary) {
        annotator = new Annotator(vocabulary);
    }

    /** Scores a file with a report a line: {@code {pmid, sentences: [{text, events: [{event, drugs}]}]}}. */
    public Report evaluate(Path file) throws IOException {
        int reports = 0;
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                reports++;
                score(json.readTree(line));
            }
        }
        List<Report.Row> rows = scores.entrySet().stream()
                .map(each -> new Report.Row(each.getKey(), each.getValue()))
                .toList();
        return new Report(
                "Harm and benefit of drugs in the sentences of " + file.getFileName(),
                rows,
                Map.of("reports", reports),
                errors);
    }

    private void score(JsonNode report) throws IOException {
        StringBuilder told = new StringBuilder();
        report.path("sentences")
                .forEach(each -> told.append(each.path("text").asText()).append('\n'));
        String id = report.path("pmid").asText();
        Paper paper = annotator.annotate(read(id, "Report " + id + "\n\nCase report\n\n" + told));
        for (JsonNode sentence : report.path("sentences")) {
            String text = match.fold(sentence.path("text").asText());
            List<Finding> here = paper.findings().stream()
                    .filter(each -> overlaps(text, match.fold(each.sentence())))
                    .toList();
            Set<String> sought = new LinkedHashSet<>();
            for (String kind : KINDS) {
                Set<String> drugs = drugs(sentence, kind);
                sought.addAll(drugs);
                compare(
                        id,
                        kind,
                        drugs,
                        here.stream().filter(each -> isOf(kind, each)).toList());
            }
            for (String drug : sought) {
                boolean named = paper.mentions().stream().anyMatch(each -> names(drug, each));
                count("drugs named", Score.ofOne(false, named));
            }
        }
    }

    /** A report as the file that it would be in a folder of papers. */
    private Paper read(String id, String text) throws IOException {
        Path folder = Files.createTempDirectory("apatite-harm");
        Path file = folder.resolve(id + ".txt");
        try {
            Files.writeString(file, text);
            return reader.read(folder, id + ".txt");
        } catch (ReadingException e) {
            throw new IOException("report " + id + ": " + e.getMessage(), e);
        } finally {
            Files.deleteIfExists(file);
            Files.delete(folder);
        }
    }

    private void compare(String id, String kind, Set<String> drugs, List<Finding> rows) {
        for (String drug : drugs) {
            boolean found = rows.stream().anyMatch(each -> names(drug, each.text(), each.treatment()));
            count(kind, Score.ofOne(false, found));
            if (!found) {
                errors.add("missed " + id + ": " + kind + ' ' + drug);
            }
        }
        for (Finding row : rows) {
            if (drugs.stream().noneMatch(each -> names(each, row.text(), row.treatment()))) {
                count(kind, new Score(0, 1, 0));
                errors.add("too many " + id + ": " + kind + ' ' + row.treatment() + " | " + row.sentence());
            }
        }
    }

    private Set<String> drugs(JsonNode sentence, String kind) {
        Set<String> drugs = new LinkedHashSet<>();
        for (JsonNode event : sentence.path("events")) {
            if (event.path("event").asText().equals(kind)) {
                event.path("drugs").forEach(each -> drugs.add(match.fold(each.asText())));
            }
        }
        return drugs;
    }

    private static boolean isOf(String kind, Finding finding) {
        return kind.equals("adverse")
                ? finding.response() == Response.ADVERSE_EVENT
                : finding.response() != Response.ADVERSE_EVENT && finding.response() != Response.NOT_REPORTED;
    }

    private boolean overlaps(String gold, String found) {
        return !found.isEmpty() && (gold.contains(found) || found.contains(gold));
    }

    private boolean names(String drug, Mention mention) {
        return mention.type() == MentionType.TREATMENT && names(drug, mention.text(), mention.name());
    }

    private boolean names(String drug, @Nullable String... names) {
        for (String name : names) {
            String folded = match.fold(name == null ? "" : name);
            if (!folded.isEmpty() && (folded.contains(drug) || drug.contains(folded))) {
                return true;
            }
        }
        return false;
    }

    private void count(String name, Score score) {
        scores.merge(name, score, Score::plus);
    }
}

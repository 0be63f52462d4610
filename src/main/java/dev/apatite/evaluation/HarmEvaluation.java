package dev.apatite.evaluation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Finding;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Response;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
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

/**
 * Scores harm and benefit of drugs in sentences of case reports: a drug of an event is found where a finding of its
 * sentence names it with such a response, and named where a mention does.
 */
public final class HarmEvaluation {
    private static final List<String> KINDS = List.of("adverse", "therapeutic");

    private final ObjectMapper json = new ObjectMapper();
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

    private void score(JsonNode report) {
        List<String> sentences = new ArrayList<>();
        report.path("sentences").forEach(each -> sentences.add(each.path("text").asText()));
        String id = report.path("pmid").asText();
        Paper paper = annotator.annotate(Paper.ofText(
                id,
                id + ".txt",
                "Report " + id,
                new Section(SectionKind.CASE, "Case report", 1, List.of(String.join(" ", sentences)))));
        for (JsonNode sentence : report.path("sentences")) {
            String text = TextMatch.fold(sentence.path("text").asText());
            List<Finding> here = paper.findings().stream()
                    .filter(each -> overlaps(text, TextMatch.fold(each.sentence())))
                    .toList();
            for (String kind : KINDS) {
                Set<String> drugs = drugs(sentence, kind);
                compare(
                        id,
                        kind,
                        drugs,
                        here.stream().filter(each -> isOf(kind, each)).toList());
                for (String drug : drugs) {
                    boolean named = paper.mentions().stream().anyMatch(each -> names(drug, each));
                    count("drugs named", Score.ofOne(false, named));
                }
            }
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

    private static Set<String> drugs(JsonNode sentence, String kind) {
        Set<String> drugs = new LinkedHashSet<>();
        for (JsonNode event : sentence.path("events")) {
            if (event.path("event").asText().equals(kind)) {
                event.path("drugs").forEach(each -> drugs.add(TextMatch.fold(each.asText())));
            }
        }
        return drugs;
    }

    private static boolean isOf(String kind, Finding finding) {
        return kind.equals("adverse")
                ? finding.response() == Response.ADVERSE_EVENT
                : finding.response() != Response.ADVERSE_EVENT && finding.response() != Response.NOT_REPORTED;
    }

    private static boolean overlaps(String gold, String found) {
        return !found.isEmpty() && (gold.contains(found) || found.contains(gold));
    }

    private static boolean names(String drug, Mention mention) {
        return mention.type() == MentionType.TREATMENT && names(drug, mention.text(), mention.name());
    }

    private static boolean names(String drug, String... names) {
        for (String name : names) {
            String folded = TextMatch.fold(name);
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

package dev.apatite.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.apatite.SharedFolder;
import dev.apatite.annotation.Annotator;
import dev.apatite.paper.Paper;
import dev.apatite.paper.PaperJson;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What we print of findings and harms is what the programs print that published figures were made with. */
class PublishedScoresIT {
    private static final double ROUNDED = 0.00051;

    @TempDir
    private Path folder;

    private final Vocabulary vocabulary = Vocabulary.builtIn();
    private final Annotator annotator = new Annotator(vocabulary);
    private final PaperReader reader = new PaperReader();
    private final PaperJson json = new PaperJson();

    @Test
    void rowsOfWholePapers() throws Exception {
        Path gold = SharedFolder.require("gold/findings-papers.json");
        Map<Path, Paper> papers = annotated(gold);

        Map<String, Double> theirs = printed("evidence.py", export(papers), gold);
        Report ours = new FindingEvaluation(vocabulary).evaluate(gold, papers::get);

        for (String name : List.of("all", "own", "cited")) {
            Score score = score(ours, name);
            assertThat(score.precision()).as(name).isCloseTo(theirs.get(name + "precision"), within(ROUNDED));
            assertThat(score.recall()).as(name).isCloseTo(theirs.get(name + "recall"), within(ROUNDED));
            assertThat(score.f1()).as(name).isCloseTo(theirs.get(name), within(ROUNDED));
        }
        assertThat(1 - figure(ours, "calibration error")).isCloseTo(theirs.get("calibration"), within(ROUNDED));
        assertThat(figure(ours, "recall at precision 0.80")).isCloseTo(theirs.get("p80"), within(ROUNDED));
    }

    @Test
    void findingsOfShortTexts() throws Exception {
        Path gold = SharedFolder.require("gold/findings.json");
        Map<Path, Paper> papers = annotated(gold);

        Map<String, Double> theirs = printed("findings.py", export(papers), gold, "maccrobat,e3c3");
        Report ours = new FindingEvaluation(vocabulary).evaluate(gold, papers::get);

        assertThat(score(ours, "findings").f1()).isCloseTo(theirs.get("findings"), within(ROUNDED));
        assertThat(score(ours, "findings").precision()).isCloseTo(theirs.get("precision"), within(ROUNDED));
        assertThat(score(ours, "without sentence").f1()).isCloseTo(theirs.get("loose"), within(ROUNDED));
        assertThat(score(ours, "treatments").f1()).isCloseTo(theirs.get("treatments"), within(ROUNDED));
        assertThat(score(ours, "doses").f1()).isCloseTo(theirs.get("dose"), within(ROUNDED));
        assertThat(figure(ours, "ages and sexes right")).isCloseTo(theirs.get("patients"), within(ROUNDED));
    }

    @Test
    void harmInSentences() throws Exception {
        Path gold = SharedFolder.require("gold/phee-dev.jsonl");
        Path corpus = folder.resolve("reports");
        run("harms.py", "corpus", gold.toString(), corpus.toString());
        Map<Path, Paper> papers = new LinkedHashMap<>();
        try (var files = Files.list(corpus)) {
            for (Path file : files.sorted().toList()) {
                papers.put(file, read(file));
            }
        }

        Map<String, Double> theirs =
                numbers(run("harms.py", "score", export(papers).toString(), gold.toString()));
        Report ours = new HarmEvaluation(vocabulary).evaluate(gold);

        assertThat(score(ours, "adverse").f1()).isCloseTo(theirs.get("adverse"), within(ROUNDED));
        assertThat(score(ours, "adverse").precision()).isCloseTo(theirs.get("precision"), within(ROUNDED));
        assertThat(score(ours, "adverse").recall()).isCloseTo(theirs.get("recall"), within(ROUNDED));
        assertThat(score(ours, "therapeutic").f1()).isCloseTo(theirs.get("therapeutic"), within(ROUNDED));
        assertThat(score(ours, "drugs named").recall()).isCloseTo(theirs.get("drugs"), within(ROUNDED));
    }

    private static double figure(Report report, String name) {
        return Objects.requireNonNull(report.figures().get(name), name).doubleValue();
    }

    private static Score score(Report report, String name) {
        return report.rows().stream()
                .filter(row -> row.name().equals(name))
                .findFirst()
                .orElseThrow()
                .score();
    }

    private Map<Path, Paper> annotated(Path gold) throws IOException, ReadingException {
        Map<Path, Paper> papers = new LinkedHashMap<>();
        for (GoldFindings.Document document : GoldFindings.read(gold).documents()) {
            papers.put(document.file(), read(document.file()));
        }
        return papers;
    }

    private Paper read(Path file) throws ReadingException {
        return annotator.annotate(reader.read(
                Objects.requireNonNull(file.getParent()), file.getFileName().toString()));
    }

    private Path export(Map<Path, Paper> papers) throws IOException {
        return Files.write(
                folder.resolve("export.jsonl"),
                papers.values().stream().map(json::write).toList());
    }

    private Map<String, Double> printed(String program, Object... arguments) throws Exception {
        List<String> all = new ArrayList<>();
        for (Object each : arguments) {
            all.add(each.toString());
        }
        return numbers(run(program, all.toArray(new String[0])));
    }

    /** A program's last line names its figures. */
    private static Map<String, Double> numbers(String output) {
        String[] lines = output.strip().split("\n");
        String[] words = lines[lines.length - 1].split(" ");
        Map<String, Double> numbers = new HashMap<>();
        for (int i = 1; i + 1 < words.length; i += 2) {
            numbers.put(words[i], Double.valueOf(words[i + 1]));
        }
        return numbers;
    }

    private static String run(String program, String... arguments) throws Exception {
        List<String> command = new ArrayList<>(
                List.of("python3", SharedFolder.require("score/" + program).toString()));
        command.addAll(List.of(arguments));
        Process process;
        try {
            process = new ProcessBuilder(command).redirectErrorStream(true).start();
        } catch (IOException e) {
            Assumptions.abort("skipped: needs python3");
            throw e;
        }
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(output).isZero();
        return output;
    }
}

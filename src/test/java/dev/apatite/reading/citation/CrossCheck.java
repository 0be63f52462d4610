package dev.apatite.reading.citation;

import dev.apatite.evaluation.ReferenceEvaluation;
import dev.apatite.evaluation.Report;
import dev.apatite.evaluation.ReportPrinter;
import dev.apatite.evaluation.Score;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Adds up the scores of the folds, each scored on strings that its weights have not seen. */
final class CrossCheck {
    private static final Pattern SEQUENCE = Pattern.compile("<sequence>.*?</sequence>", Pattern.DOTALL);

    private final Path gold;
    private final Map<String, Map<String, Score>> scores = new LinkedHashMap<>();
    private final List<String> errors = new ArrayList<>();

    CrossCheck(Path gold) {
        this.gold = gold;
    }

    /** Ten neighbouring strings stay together, as they may come from one list. */
    static boolean isHeldOut(String group, int fold) {
        return Math.floorMod(group.hashCode(), 5) == fold;
    }

    void score(Tagger tagger, int fold) throws IOException {
        CitationReader reader = new CitationReader(tagger);
        List<String> lines = new ArrayList<>();
        List<String> all = Files.readAllLines(gold.resolve("references.jsonl"));
        for (int i = 0; i < all.size(); i++) {
            if (isHeldOut("json" + i / 10, fold)) {
                lines.add(all.get(i));
            }
        }
        Path json = Files.createTempFile("held", ".jsonl");
        Files.write(json, lines);
        StringBuilder xml = new StringBuilder("<dataset>");
        Matcher matcher = SEQUENCE.matcher(Files.readString(gold.resolve("anystyle-core.xml")));
        for (int i = 0; matcher.find(); i++) {
            xml.append(isHeldOut("anystyle" + i / 10, fold) ? matcher.group() : "");
        }
        Path tagged = Files.createTempFile("held", ".xml");
        Files.writeString(tagged, xml.append("</dataset>"));
        for (Path file : List.of(json, tagged)) {
            Report report = new ReferenceEvaluation(reader::read).evaluate(file);
            Map<String, Score> sums =
                    scores.computeIfAbsent(file == json ? "jsonl" : "anystyle", k -> new LinkedHashMap<>());
            report.rows().forEach(row -> sums.merge(row.name(), row.score(), Score::plus));
            errors.addAll(report.errors());
            Files.delete(file);
        }
    }

    void print() {
        scores.forEach((name, sums) -> {
            List<Report.Row> rows = new ArrayList<>();
            sums.forEach((field, score) -> rows.add(new Report.Row(field, score)));
            System.out.print(new ReportPrinter().text(new Report(name, rows, Map.of(), List.of()), false));
        });
        if (Boolean.getBoolean("show")) {
            errors.forEach(System.out::println);
        }
    }
}

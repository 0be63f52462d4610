package dev.apatite.evaluation;

import dev.apatite.paper.Paper;
import dev.apatite.reading.PaperReader;
import dev.apatite.reading.draft.ReadingException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Scores the reading of PDFs against the reading of the XML beside them, X.pdf against X.xml.
 *
 * <p>Exactly: folded texts are equal. Softly: a Levenshtein ratio of at least 0.8. Files are read one by one and never
 * taken for duplicates of each other.
 */
public final class ReadingEvaluation {
    private final PaperReader reader = new PaperReader();

    /** Compares every pair in the folder. */
    public Report evaluate(Path folder) throws IOException {
        Map<String, Score> exact = new LinkedHashMap<>();
        Map<String, Score> soft = new LinkedHashMap<>();
        List<String> errors = new ArrayList<>();
        int pairs = 0;
        int unread = 0;
        double seconds = 0;
        for (String name : names(folder)) {
            Paper gold = read(folder, name + ".xml", errors);
            if (gold == null) {
                continue;
            }
            long start = System.nanoTime();
            Paper read = read(folder, name + ".pdf", errors);
            seconds += (System.nanoTime() - start) / 1e9;
            pairs++;
            unread += read == null ? 1 : 0;
            ReadingComparison comparison = new ReadingComparison(gold, read == null ? blank(gold) : read);
            comparison.exact().forEach((field, score) -> exact.merge(field, score, Score::plus));
            comparison.soft().forEach((field, score) -> soft.merge(field, score, Score::plus));
            comparison.errors().forEach(each -> errors.add(name + " " + each));
        }
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("pairs", pairs);
        figures.put("PDFs not read", unread);
        figures.put("seconds per PDF", pairs == 0 ? 0 : seconds / pairs);
        return new Report("PDFs against XML in " + folder, rows(exact, soft), figures, errors);
    }

    private static List<Report.Row> rows(Map<String, Score> exact, Map<String, Score> soft) {
        List<Report.Row> rows = new ArrayList<>();
        exact.forEach((field, score) -> {
            rows.add(new Report.Row(field + " (exact)", score));
            rows.add(new Report.Row(field, soft.getOrDefault(field, Score.NONE)));
        });
        rows.add(new Report.Row("citation fields (exact)", citations(exact)));
        rows.add(new Report.Row("citation fields", citations(soft)));
        return rows;
    }

    private static Score citations(Map<String, Score> scores) {
        return scores.entrySet().stream()
                .filter(each -> each.getKey().startsWith("citation"))
                .map(Map.Entry::getValue)
                .reduce(Score.NONE, Score::plus);
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(each -> each.getFileName().toString())
                    .filter(each -> each.endsWith(".pdf"))
                    .map(each -> each.substring(0, each.length() - 4))
                    .filter(each -> Files.isRegularFile(folder.resolve(each + ".xml")))
                    .sorted()
                    .toList();
        }
    }

    private @Nullable Paper read(Path folder, String file, List<String> errors) {
        try {
            return reader.read(folder, file);
        } catch (ReadingException e) {
            errors.add(file + " not read: " + e.getMessage());
            return null;
        }
    }

    private static Paper blank(Paper gold) {
        return Paper.ofText(gold.id(), gold.sourceFile(), null);
    }
}

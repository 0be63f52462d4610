package dev.apatite.evaluation;

import dev.apatite.annotation.AbbreviationDefinition;
import dev.apatite.annotation.AbbreviationFinder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Scores definitions of abbreviations against texts in the layout of Ab3P's corpora: texts of several lines, separated by
 * blank lines, each followed by lines of two blanks and {@code SHORT|long form}. Both forms must agree.
 */
public final class AbbreviationEvaluation {
    private final AbbreviationFinder finder = new AbbreviationFinder();

    /** Compares what is found in each text of the file with the pairs below it. */
    public Report evaluate(Path file) throws IOException {
        Score score = Score.NONE;
        List<String> errors = new ArrayList<>();
        int texts = 0;
        String all = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).replace("\r", "");
        for (String block : all.split("\n{2,}", -1)) {
            StringBuilder text = new StringBuilder();
            Set<String> gold = new LinkedHashSet<>();
            for (String line : block.split("\n", -1)) {
                if (line.startsWith("  ") && line.indexOf('|') > 0) {
                    gold.add(normal(line));
                } else {
                    text.append(line).append('\n');
                }
            }
            texts += text.isEmpty() ? 0 : 1;
            score = score.plus(compare(gold, found(text.toString()), errors));
        }
        return new Report(
                "Abbreviations defined in " + file.getFileName(),
                List.of(new Report.Row("short and long form", score)),
                Map.of("texts", texts),
                errors);
    }

    private Set<String> found(String text) {
        Set<String> found = new LinkedHashSet<>();
        for (AbbreviationDefinition each : finder.find(text)) {
            found.add(normal(each.shortForm() + "|" + each.longForm()));
        }
        return found;
    }

    private static Score compare(Set<String> gold, Set<String> found, List<String> errors) {
        Set<String> right = new LinkedHashSet<>(gold);
        right.retainAll(found);
        gold.stream().filter(each -> !right.contains(each)).forEach(each -> errors.add("missed: " + each));
        found.stream().filter(each -> !right.contains(each)).forEach(each -> errors.add("too many: " + each));
        return new Score(right.size(), found.size() - right.size(), gold.size() - right.size());
    }

    private static String normal(String pair) {
        return pair.strip().replaceAll("\\s+", " ").replace(" |", "|").replace("| ", "|");
    }
}

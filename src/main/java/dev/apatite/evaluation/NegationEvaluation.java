package dev.apatite.evaluation;

import dev.apatite.annotation.SentenceAssertion;
import dev.apatite.paper.Assertion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Scores negation against sentences in the layout of the NegEx test kit: number, condition, sentence, negation, ... */
public final class NegationEvaluation {
    private final SentenceAssertion assertions = new SentenceAssertion();

    /** Compares each sentence's condition; a condition that is not in its sentence counts as affirmed. */
    public Report evaluate(Path file) throws IOException {
        Score negated = Score.NONE;
        List<String> errors = new ArrayList<>();
        int sentences = 0;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\r?\n")) {
            String[] cells = line.split("\t", -1);
            if (cells.length < 4 || !cells[0].chars().allMatch(Character::isDigit)) {
                continue;
            }
            sentences++;
            boolean want = cells[3].equalsIgnoreCase("Negated");
            boolean got = isNegated(cells[1], cells[2]);
            negated = negated.plus(new Score(want && got ? 1 : 0, got && !want ? 1 : 0, want && !got ? 1 : 0));
            if (want != got) {
                errors.add((want ? "missed: " : "too many: ") + cells[1] + " | " + cells[2]);
            }
        }
        return new Report(
                "Negation in the sentences of " + file.getFileName(),
                List.of(new Report.Row("negated", negated)),
                Map.of("sentences", sentences),
                errors);
    }

    private boolean isNegated(String condition, String sentence) {
        String words = condition.strip().replaceAll("\\s+", " ");
        Pattern pattern =
                Pattern.compile(Pattern.quote(words).replace(" ", "\\E\\s{1,9}\\Q"), Pattern.CASE_INSENSITIVE);
        Matcher matcher = pattern.matcher(sentence);
        int start = -1;
        int end = -1;
        while (matcher.find()) {
            // the kit prints the condition that is meant in capitals
            boolean meant = matcher.group().equals(matcher.group().toUpperCase(Locale.ROOT));
            if (start < 0 || meant) {
                start = matcher.start();
                end = matcher.end();
            }
            if (meant) {
                break;
            }
        }
        return start >= 0 && assertions.of(sentence, start, end) == Assertion.NEGATED;
    }
}

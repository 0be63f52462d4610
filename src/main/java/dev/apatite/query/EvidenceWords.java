package dev.apatite.query;

import dev.apatite.index.TextAnalysis;
import dev.apatite.text.DataLines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** The words of {@code evidence-words.tsv}, by which people say an outcome, an age, a sex or an antibody's result. */
final class EvidenceWords {
    private final Map<String, List<Row>> byKey = new HashMap<>();
    private final List<Row> rows = new ArrayList<>();
    private final List<Years> years = new ArrayList<>();
    private int longest = 1;

    private EvidenceWords() {}

    /** What a row says. */
    enum Kind {
        OUTCOME,
        NOT,
        STATUS,
        SEX,
        AGE
    }

    /**
     * A phrase and what it says.
     *
     * @param value a response or several with commas, a status, a sex, or years from..to
     * @param beside whether nothing that says anything may stand between it and what it is said of
     */
    record Row(Kind kind, String text, String value, boolean beside, String example, String counter) {}

    /** How a number of years is written, and what it says: about, from, below, decade. */
    record Years(Pattern pattern, String meaning, String example, String counter) {}

    static EvidenceWords load(TextAnalysis analysis) {
        EvidenceWords loaded = new EvidenceWords();
        for (String[] cells : DataLines.cells(EvidenceWords.class, "evidence-words.tsv", 6)) {
            if (cells[0].equals("pattern")) {
                loaded.years.add(
                        new Years(Pattern.compile(cells[1], Pattern.CASE_INSENSITIVE), cells[2], cells[4], cells[5]));
                continue;
            }
            Kind kind = switch (cells[0]) {
                case "outcome" -> Kind.OUTCOME;
                case "not" -> Kind.NOT;
                case "status" -> Kind.STATUS;
                case "sex" -> Kind.SEX;
                case "age" -> Kind.AGE;
                default -> throw new IllegalStateException("evidence-words.tsv has a kind " + cells[0]);
            };
            Row row = new Row(kind, cells[1], cells[2], cells[3].equals("beside"), cells[4], cells[5]);
            List<TextAnalysis.Word> words = analysis.words(row.text());
            loaded.longest = Math.max(loaded.longest, words.size());
            loaded.rows.add(row);
            loaded.byKey
                    .computeIfAbsent(ConceptNames.key(words), any -> new ArrayList<>(1))
                    .add(row);
        }
        return loaded;
    }

    /** What words say, once for each kind; a girl is young and female. */
    List<Row> of(List<TextAnalysis.Word> words) {
        List<Row> found = new ArrayList<>();
        for (Row each : byKey.getOrDefault(ConceptNames.key(words), List.of())) {
            if (found.stream().noneMatch(had -> had.kind() == each.kind())) {
                found.add(each);
            }
        }
        return found;
    }

    List<Row> rows() {
        return rows;
    }

    List<Years> years() {
        return years;
    }

    int longest() {
        return longest;
    }
}

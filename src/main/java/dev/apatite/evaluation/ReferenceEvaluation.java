package dev.apatite.evaluation;

import dev.apatite.paper.PersonName;
import dev.apatite.paper.Reference;
import dev.apatite.reading.citation.ReferenceParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scores the parsing of reference strings, field by field.
 *
 * <p>Names count one by one, all other fields once. A field counts exactly when it is the gold's but for case,
 * diacritics, punctuation and white space, and softly also where a title, journal or list of names is nearly the gold's.
 */
public final class ReferenceEvaluation {
    private static final Set<String> NOT_NAMES = Set.of("and", "et", "al", "und", "y", "e", "others", "the");

    private final Parser parser;

    /** What is evaluated: a label (or null) and a printed reference become a reference. */
    public interface Parser {
        Reference parse(@Nullable String label, String raw);
    }

    /** Evaluates the parser that reads papers. */
    public ReferenceEvaluation() {
        this(new ReferenceParser()::parse);
    }

    /** Evaluates any parser, for one that is being trained. */
    public ReferenceEvaluation(Parser parser) {
        this.parser = parser;
    }

    /**
     * Parses every string of the file and compares.
     *
     * @param file {@code .jsonl} with {@code raw} and fields, or AnyStyle's {@code .xml}
     */
    public Report evaluate(Path file) throws IOException {
        return evaluate(file.getFileName().toString(), GoldReferenceFile.read(file));
    }

    private Report evaluate(String name, List<GoldReference> gold) {
        Map<String, Score> exact = new LinkedHashMap<>();
        Map<String, Score> soft = new TreeMap<>();
        List<String> errors = new ArrayList<>();
        long start = System.nanoTime();
        List<Reference> parsed = gold.stream()
                .map(each -> parser.parse(each.label(), each.raw()))
                .toList();
        double seconds = (System.nanoTime() - start) / 1e9;
        for (int i = 0; i < gold.size(); i++) {
            compare(gold.get(i), parsed.get(i), exact, soft, errors);
        }
        List<Report.Row> rows = new ArrayList<>();
        exact.forEach((field, score) -> rows.add(new Report.Row(field, score)));
        rows.add(new Report.Row("micro", sum(exact)));
        Map<String, Score> all = new LinkedHashMap<>(exact);
        soft.forEach((field, score) -> {
            rows.add(new Report.Row(field + " (soft)", score));
            all.put(field, score);
        });
        rows.add(new Report.Row("micro (soft)", sum(all)));
        Map<String, Number> figures = new LinkedHashMap<>();
        figures.put("references", gold.size());
        figures.put("references per second", Math.round(gold.size() / Math.max(seconds, 1e-9)));
        return new Report("Fields of the reference strings in " + name, rows, figures, errors);
    }

    private static void compare(
            GoldReference gold,
            Reference parsed,
            Map<String, Score> exact,
            Map<String, Score> soft,
            List<String> errors) {
        List<String> wrong = new ArrayList<>();
        compareNames(gold, parsed, exact, soft, wrong);
        compareText("title", gold.title(), parsed.title(), exact, soft, wrong);
        compareText("journal", withoutIn(gold.journal()), withoutIn(parsed.journal()), exact, soft, wrong);
        compareShort("year", digits(gold.year()), Objects.toString(parsed.year(), null), exact, wrong);
        compareShort("volume", gold.volume(), parsed.volume(), exact, wrong);
        compareShort("issue", gold.issue(), parsed.issue(), exact, wrong);
        compareShort("firstPage", gold.firstPage(), parsed.firstPage(), exact, wrong);
        compareShort("lastPage", gold.lastPage(), parsed.lastPage(), exact, wrong);
        compareShort("doi", bareDoi(gold.doi()), parsed.doi(), exact, wrong);
        if (!wrong.isEmpty()) {
            errors.add(gold.raw() + "\n    " + String.join("\n    ", wrong));
        }
    }

    private static void compareNames(
            GoldReference gold,
            Reference parsed,
            Map<String, Score> exact,
            Map<String, Score> soft,
            List<String> wrong) {
        if (gold.names() == null) {
            List<String> want = gold.families().stream().map(TextMatch::fold).toList();
            List<String> left = new ArrayList<>(want);
            List<String> got = parsed.authors().stream()
                    .map(each -> TextMatch.fold(each.family()))
                    .toList();
            int right = (int) got.stream().filter(left::remove).count();
            Score score = new Score(right, got.size() - right, want.size() - right);
            exact.merge("families", score, Score::plus);
            if (score.fp() + score.fn() > 0) {
                wrong.add("families: want " + want + ", got " + got);
            }
            return;
        }
        String want = bag(gold.names());
        String got =
                bag(parsed.authors().stream().map(ReferenceEvaluation::whole).collect(Collectors.joining(" ")));
        compareText("authors", want.isEmpty() ? null : want, got.isEmpty() ? null : got, exact, soft, wrong);
    }

    private static String whole(PersonName name) {
        return Objects.toString(name.family(), "") + " " + Objects.toString(name.given(), "");
    }

    private static String bag(String names) {
        return Arrays.stream(TextMatch.fold(names).split(" "))
                .filter(each -> !each.isEmpty() && !NOT_NAMES.contains(each))
                .sorted()
                .collect(Collectors.joining(" "));
    }

    private static void compareText(
            String field,
            @Nullable String want,
            @Nullable String got,
            Map<String, Score> exact,
            Map<String, Score> soft,
            List<String> wrong) {
        compareShort(field, want, got, exact, wrong);
        soft.merge(field, score(want, got, want != null && TextMatch.alike(want, got)), Score::plus);
    }

    private static void compareShort(
            String field, @Nullable String want, @Nullable String got, Map<String, Score> exact, List<String> wrong) {
        boolean same = TextMatch.same(want, got);
        exact.merge(field, score(want, got, same), Score::plus);
        if (!same && (want != null || got != null)) {
            wrong.add(field + ": want " + want + ", got " + got);
        }
    }

    private static Score score(@Nullable String want, @Nullable String got, boolean same) {
        if (want == null) {
            return new Score(0, got == null ? 0 : 1, 0);
        }
        return Score.ofOne(got != null, same);
    }

    private static Score sum(Map<String, Score> scores) {
        return scores.values().stream().reduce(Score.NONE, Score::plus);
    }

    private static @Nullable String withoutIn(@Nullable String journal) {
        return journal == null ? null : journal.replaceFirst("^(?i:in)\\b[:\\s]+", "");
    }

    private static @Nullable String digits(@Nullable String year) {
        return year == null ? null : year.replaceAll("\\D+$", "");
    }

    private static @Nullable String bareDoi(@Nullable String doi) {
        int start = doi == null ? -1 : doi.toLowerCase(Locale.ROOT).indexOf("10.");
        return doi == null || start < 0 ? doi : doi.substring(start).replaceAll("[.,;]+$", "");
    }
}

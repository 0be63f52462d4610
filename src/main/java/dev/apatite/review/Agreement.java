package dev.apatite.review;

import dev.apatite.paper.Response;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * How far two readers agree on the papers that both have marked.
 *
 * @param papers that both marked something in
 * @param both findings that both marked
 * @param same of those, on how many they say the same kind of thing: right, wrong, or in need of correction
 * @param kappa Cohen's, over those findings; null where it is not defined
 * @param firstRows rows that stand by the first one's marks in those papers: confirmed, corrected or added
 * @param sharedRows rows that stand by both, with the same treatment, response and sentence
 * @param f1 of those rows, one reader taken as the measure of the other; null where neither has any
 */
public record Agreement(
        String first,
        String second,
        int papers,
        int both,
        int same,
        @Nullable Double kappa,
        int firstRows,
        int secondRows,
        int sharedRows,
        @Nullable Double f1) {
    /** What a row says. */
    private record Row(String paper, String treatment, Response response, String sentence) {}

    /** Every pair of readers who marked in the same papers. */
    public static List<Agreement> of(Collection<Mark> marks) {
        Map<String, List<Mark>> readers = new LinkedHashMap<>();
        marks.stream()
                .filter(each -> !each.settles())
                .forEach(each -> readers.computeIfAbsent(each.reader(), any -> new ArrayList<>())
                        .add(each));
        List<String> names = List.copyOf(new TreeSet<>(readers.keySet()));
        List<Agreement> pairs = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            for (int k = i + 1; k < names.size(); k++) {
                Agreement pair = of(
                        names.get(i),
                        readers.getOrDefault(names.get(i), List.of()),
                        names.get(k),
                        readers.getOrDefault(names.get(k), List.of()));
                if (pair.papers() > 0) {
                    pairs.add(pair);
                }
            }
        }
        return pairs;
    }

    private static Agreement of(String first, List<Mark> ones, String second, List<Mark> others) {
        Set<String> papers = new TreeSet<>();
        ones.forEach(each -> papers.add(each.paper()));
        papers.retainAll(others.stream().map(Mark::paper).toList());
        Map<String, Mark> byFinding = new LinkedHashMap<>();
        others.forEach(each -> byFinding.put(each.finding(), each));
        Kappa kappa = new Kappa();
        for (Mark each : ones) {
            Mark other = byFinding.get(each.finding());
            if (other != null) {
                kappa.add(kind(each), kind(other));
            }
        }
        Set<Row> firstRows = rows(ones, papers);
        Set<Row> secondRows = rows(others, papers);
        Set<Row> shared = new LinkedHashSet<>(firstRows);
        shared.retainAll(secondRows);
        int sum = firstRows.size() + secondRows.size();
        return new Agreement(
                first,
                second,
                papers.size(),
                kappa.all(),
                kappa.same(),
                kappa.value(),
                firstRows.size(),
                secondRows.size(),
                shared.size(),
                sum == 0 ? null : 2.0 * shared.size() / sum);
    }

    private static String kind(Mark mark) {
        return mark.verdict() == Verdict.ADDED
                ? Verdict.RIGHT.code()
                : mark.verdict().code();
    }

    private static Set<Row> rows(List<Mark> marks, Set<String> papers) {
        Set<Row> rows = new LinkedHashSet<>();
        for (Mark each : marks) {
            if (each.verdict() != Verdict.WRONG && papers.contains(each.paper())) {
                String treatment = each.correctTreatment() == null ? each.treatment() : each.correctTreatment();
                rows.add(new Row(
                        each.paper(),
                        treatment.toLowerCase(Locale.ROOT),
                        each.correctResponse() == null ? each.response() : each.correctResponse(),
                        SentencePlace.letters(each.sentence())));
            }
        }
        return rows;
    }

    /** The findings on which readers say different things and nothing is settled, each with what they say. */
    public static List<List<Mark>> disputed(Reviews reviews) {
        return reviews.byPaper().values().stream()
                .flatMap(each -> each.values().stream())
                .filter(each -> reviews.of(each.getFirst().finding()).isEmpty())
                .toList();
    }

    /** The findings of these papers that one of two readers marked and the other did not. */
    public static List<Mark> byOneAlone(Reviews reviews) {
        return reviews.byPaper().values().stream()
                .filter(each -> each.values().stream()
                                .flatMap(List::stream)
                                .map(Mark::reader)
                                .distinct()
                                .count()
                        > 1)
                .flatMap(each -> each.values().stream())
                .filter(each -> each.size() == 1)
                .map(List::getFirst)
                .toList();
    }
}

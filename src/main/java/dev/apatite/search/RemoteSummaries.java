package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.engine.RemoteSnapshot;
import dev.apatite.index.Schema;
import dev.apatite.paper.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.apache.lucene.search.Query;
import org.jspecify.annotations.Nullable;

/** What findings of a cluster say together. Safe to share between threads. */
final class RemoteSummaries {
    /** More are not summed up. */
    static final int MOST_FINDINGS = 200_000;

    private static final int MOST_KEPT = 200;
    private static final List<String> FIELDS = List.of(
            Schema.TREATMENT_ORDER,
            Schema.RESPONSE,
            Schema.CONFIDENCE,
            Schema.TREATED,
            Schema.PAPER,
            Schema.OWN,
            Schema.PATIENT,
            Schema.WORKS);

    private record Place(String state, Query findings) {}

    private final Cache<Place, Summaries.Result> lately =
            Caffeine.newBuilder().maximumSize(MOST_KEPT).executor(Runnable::run).build();

    /** The summary of all findings that match. */
    Summaries.Result of(RemoteSnapshot snapshot, Query findings) {
        Place place = new Place(snapshot.state(), findings);
        Summaries.Result known = lately.getIfPresent(place);
        if (known == null) {
            Summaries sums = new Summaries();
            Map<String, Long> numbers = new HashMap<>();
            snapshot.columns(findings, FIELDS, each -> sums.add(row(each, numbers)));
            known = sums.result();
            lately.put(place, known);
        }
        return known;
    }

    private static Summaries.Row row(Map<String, List<String>> finding, Map<String, Long> numbers) {
        String paper = text(finding, Schema.PAPER);
        String patient = text(finding, Schema.PATIENT);
        boolean own = text(finding, Schema.OWN).equals("true");
        @Nullable Long named = patient.isEmpty() ? Long.valueOf(-1) : number(numbers, "patient " + patient);
        return new Summaries.Row(
                text(finding, Schema.TREATMENT_ORDER),
                Response.valueOf(text(finding, Schema.RESPONSE).toUpperCase(Locale.ROOT)),
                finding.containsKey(Schema.CONFIDENCE) ? Double.parseDouble(text(finding, Schema.CONFIDENCE)) : 1,
                finding.containsKey(Schema.TREATED) ? Integer.parseInt(text(finding, Schema.TREATED)) : 0,
                paper,
                number(numbers, "paper " + paper),
                own ? named : null,
                finding.getOrDefault(Schema.WORKS, List.of()));
    }

    private static String text(Map<String, List<String>> finding, String field) {
        List<String> values = finding.getOrDefault(field, List.of());
        return values.isEmpty() ? "" : values.getFirst();
    }

    private static long number(Map<String, Long> numbers, String name) {
        long next = numbers.size();
        return Objects.requireNonNullElse(numbers.putIfAbsent(name, next), next);
    }
}

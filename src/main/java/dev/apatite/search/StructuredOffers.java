package dev.apatite.search;

import dev.apatite.index.TextAnalysis;
import dev.apatite.query.EvidenceReader;
import dev.apatite.query.EvidenceReading;
import dev.apatite.query.QueryParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Offers the structured searches that plain words may have meant, those that find something. */
final class StructuredOffers {
    private static final int MOST = 3;

    /** Each is counted; who types meanwhile waits. */
    private static final int MOST_COUNTED = 12;

    private final QueryParser parser;
    private final EvidenceReader reader;

    StructuredOffers(TextAnalysis analysis, EvidenceReader reader) {
        parser = new QueryParser(analysis);
        this.reader = reader;
    }

    /** How many rows a request finds. */
    interface Counting {
        long of(SearchRequest request, Rows rows) throws IOException;
    }

    /** For a search of papers. */
    List<Structured> of(Counting counting, SearchRequest request) throws IOException {
        return counted(counting, request, reader.read(parser.parse(request.query()), request.query()));
    }

    /** For somebody who goes on typing. */
    List<Structured> completing(Counting counting, String beginning) throws IOException {
        return counted(counting, SearchRequest.of(""), reader.completions(beginning));
    }

    private List<Structured> counted(Counting counting, SearchRequest request, List<EvidenceReading> readings)
            throws IOException {
        List<Structured> offers = new ArrayList<>();
        for (EvidenceReading each : readings.subList(0, Math.min(readings.size(), MOST_COUNTED))) {
            Map<String, List<String>> filters = new LinkedHashMap<>(request.filters());
            filters.putAll(each.filters());
            SearchRequest structured = request.withQuery(each.words())
                    .withFilters(filters)
                    .withWording(
                            each.words().isEmpty()
                                    ? Wording.USUAL
                                    : request.wording().withMost(false))
                    .withSort("")
                    .withCursor(SearchRequest.FIRST_PAGE);
            Rows rows = each.ofPatients() ? Rows.PATIENTS : Rows.PAPERS;
            long hits = counting.of(structured.rowsOnly().withPageSize(0), rows);
            // A looser reading that finds no more says nothing new.
            boolean more = offers.stream()
                    .allMatch(had -> had.hitCount() != hits
                            || had.rows() != rows
                            || !subset(each.filters(), had.request().filters()));
            if (hits > 0 && more && offers.size() < MOST) {
                offers.add(new Structured(each.label(), rows, structured, hits));
            }
        }
        return offers;
    }

    private static boolean subset(Map<String, List<String>> some, Map<String, List<String>> all) {
        return all.entrySet().containsAll(some.entrySet());
    }
}

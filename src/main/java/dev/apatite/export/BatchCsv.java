package dev.apatite.export;

import dev.apatite.search.Hit;
import dev.apatite.search.PaperCard;
import java.io.IOException;
import java.util.List;

/** Hits of many queries in one table: a row for each, with its topic and rank. */
public final class BatchCsv {
    private final Cells cells;

    /**
     * Begins a table.
     *
     * @throws IOException where it cannot be written
     */
    public BatchCsv(Appendable out) throws IOException {
        cells = new Cells(
                out, "topic", "query", "rank", "score", "id", "title", "authors", "journal", "year", "doi", "pmid");
    }

    /**
     * Adds the hits of one query in their order; a query that finds nothing has a row without a paper.
     *
     * @throws IOException where they cannot be written
     */
    public void add(String topic, String query, List<Hit> hits) throws IOException {
        if (hits.isEmpty()) {
            cells.row(topic, query, 0, null, null, null, null, null, null, null, null);
        }
        int rank = 1;
        for (Hit hit : hits) {
            PaperCard paper = hit.paper();
            cells.row(
                    topic,
                    query,
                    rank++,
                    hit.score(),
                    paper.id(),
                    paper.title(),
                    paper.authorString(),
                    paper.journal(),
                    paper.year(),
                    paper.doi(),
                    paper.pmid());
        }
    }
}

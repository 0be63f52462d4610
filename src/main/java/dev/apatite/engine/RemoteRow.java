package dev.apatite.engine;

import java.util.List;

/**
 * A document that was found.
 *
 * @param id in the index: a paper's own id, or that of its row
 * @param score 0 where nothing was scored
 * @param values what it was sorted by, of the types that Lucene gives them
 */
public record RemoteRow(String id, float score, List<Object> values) {
    public RemoteRow {
        values = List.copyOf(values);
    }
}

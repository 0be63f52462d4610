package dev.apatite.engine;

import java.util.List;

/**
 * Some of the documents that match, in order.
 *
 * @param total how many match in all
 */
public record RemotePage(long total, List<RemoteRow> rows) {
    public RemotePage {
        rows = List.copyOf(rows);
    }
}

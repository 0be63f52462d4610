package dev.apatite.engine;

import java.util.List;
import org.apache.lucene.index.StoredFields;

/**
 * A finding or patient as {@link dev.apatite.index.StoredPapers} reads it.
 *
 * @param fields documents that hold the rest
 * @param row the document of the finding or patient
 * @param paper the document with the card of its paper
 * @param findings the documents of a patient's findings
 */
public record RemoteRecord(StoredFields fields, int row, int paper, List<Integer> findings) {
    public RemoteRecord {
        findings = List.copyOf(findings);
    }
}

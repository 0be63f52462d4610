package dev.apatite.query;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What plain words may ask for as evidence.
 *
 * @param label what would be found, in words
 * @param ofPatients whether patients are asked for, and not papers
 * @param filters values by filter name
 * @param words the typed words that are in no filter
 */
public record EvidenceReading(String label, boolean ofPatients, Map<String, List<String>> filters, String words) {
    public EvidenceReading {
        filters = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(filters));
    }
}

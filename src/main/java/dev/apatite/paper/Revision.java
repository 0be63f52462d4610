package dev.apatite.paper;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A paper as its readers left it.
 *
 * @param paper with the findings that count: those that readers confirmed or added are theirs, those that they called wrong
 *     are gone
 * @param marks what readers said of findings, by the finding's id ("right"); findings that nobody marked are not there
 * @param struck the findings that they called wrong, as the paper had them
 */
public record Revision(Paper paper, Map<String, String> marks, List<Finding> struck) {
    public Revision {
        marks = java.util.Collections.unmodifiableMap(new LinkedHashMap<>(marks));
        struck = List.copyOf(struck);
    }

    /** The paper as it was. */
    public static Revision none(Paper paper) {
        return new Revision(paper, Map.of(), List.of());
    }

    /** Whether nothing differs. */
    public boolean isNone() {
        return marks.isEmpty() && struck.isEmpty();
    }
}

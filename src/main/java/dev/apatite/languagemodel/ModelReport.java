package dev.apatite.languagemodel;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the model has done.
 *
 * @param papers looked at
 * @param read those of which every section is answered
 * @param kept rows that stand in their papers
 * @param dropped rows and answers that do not, by why
 * @param failed questions without an answer, since the program started
 * @param problem why the last of them had none; null where none failed
 */
public record ModelReport(
        String model,
        int papers,
        int read,
        int kept,
        Map<Dropped, Integer> dropped,
        int failed,
        @Nullable String problem) {
    public ModelReport {
        Map<Dropped, Integer> copy = new EnumMap<>(Dropped.class);
        copy.putAll(dropped);
        dropped = Collections.unmodifiableMap(copy);
    }

    /** In one sentence. */
    public String words() {
        List<String> why = new ArrayList<>();
        dropped.forEach((each, count) -> why.add(count + ": " + each.words()));
        int all = dropped.values().stream().mapToInt(Integer::intValue).sum();
        return "model " + model + ": " + read + " of " + papers + " papers read, " + kept + " rows kept, " + all
                + " dropped" + (why.isEmpty() ? "" : " (" + String.join("; ", why) + ")")
                + (failed == 0 ? "" : ", " + failed + " questions without an answer (" + problem + ")");
    }
}

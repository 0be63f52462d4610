package dev.apatite.reading;

import dev.apatite.paper.Reference;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Takes a printed reference apart into its fields. */
public final class ReferenceParser {
    /**
     * Parses one entry of a reference list.
     *
     * @param label the printed label, or null
     * @param raw the printed entry without its label
     */
    public Reference parse(@Nullable String label, String raw) {
        return new Reference(label, raw, List.of(), null, null, null, null, null, null, null, null, null, null, null);
    }
}

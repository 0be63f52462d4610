package dev.apatite.reading.citation;

import dev.apatite.paper.Reference;
import org.jspecify.annotations.Nullable;

/** Takes a printed reference apart into its fields; each field is a piece of the printed text. */
public final class ReferenceParser {
    private final CitationReader reader = new CitationReader();

    /**
     * Parses one entry of a reference list.
     *
     * @param label the printed label, or null
     * @param raw the printed entry without its label
     */
    public Reference parse(@Nullable String label, String raw) {
        return reader.read(label, raw);
    }
}

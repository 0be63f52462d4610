package dev.apatite.paper;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A section in printed order; captions of figures and tables are sections of kind FIG and TABLE.
 *
 * @param heading as printed, without its number's trailing punctuation; null where none is printed
 * @param level 1 for a top section, 2 for a section within it, and so on
 * @param paragraphs in printed order, without line feeds inside
 */
public record Section(SectionKind kind, @Nullable String heading, int level, List<String> paragraphs) {
    public Section {
        paragraphs = paragraphs == null ? List.of() : List.copyOf(paragraphs);
    }

    /** The text that spans count in: the paragraphs joined by a line feed. */
    @JsonIgnore
    public String text() {
        return String.join("\n", paragraphs);
    }
}

package dev.apatite.reading;

import dev.apatite.paper.SectionKind;
import java.util.Locale;

/** What a printed heading says about its section. */
final class Headings {
    private Headings() {}

    /** The kind that the heading's words name, {@code OTHER} where they name none. */
    static SectionKind kindOf(String heading) {
        String words = heading.toLowerCase(Locale.ROOT);
        return words.contains("abstract") ? SectionKind.ABSTRACT : SectionKind.OTHER;
    }
}

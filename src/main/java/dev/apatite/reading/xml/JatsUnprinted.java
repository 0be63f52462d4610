package dev.apatite.reading.xml;

import dev.apatite.reading.draft.Furniture;
import java.util.Set;

/**
 * Counts what an article tags for programs and no reader of it sees: identifiers, licences and descriptions of figures
 * and tables, the source of a formula whose signs stand in the text.
 */
final class JatsUnprinted {
    private static final Set<String> ELEMENTS = Set.of(
            "object-id",
            "alt-text",
            "long-desc",
            "annotation",
            "annotation-xml",
            "processing-meta",
            "sec-meta",
            "index-term",
            "permissions",
            "tex-math");
    private static final Set<String> OTHER_PAPERS = Set.of("sub-article", "response");

    private JatsUnprinted() {}

    /** Counts them in text, back matter and floats of this article; those of its sub-articles are theirs. */
    static void count(XmlElement article, Furniture furniture) {
        for (XmlElement part : article.elements("body", "back", "floats-group", "floats-wrap")) {
            countIn(part, furniture);
        }
    }

    private static void countIn(XmlElement element, Furniture furniture) {
        for (Object child : element.children()) {
            if (!(child instanceof XmlElement inner) || OTHER_PAPERS.contains(inner.name)) {
                continue;
            }
            if (ELEMENTS.contains(inner.name)) {
                furniture.add(Furniture.Kind.TAGGED, inner.text());
            } else {
                countIn(inner, furniture);
            }
        }
    }
}

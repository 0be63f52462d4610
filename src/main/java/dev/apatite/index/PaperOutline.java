package dev.apatite.index;

import dev.apatite.paper.Annotations;
import dev.apatite.paper.Content;
import dev.apatite.paper.Paper;
import java.util.List;
import java.util.Map;

/**
 * A paper in the index without its text: what it takes to compare it with all others.
 *
 * @param bare the paper without sections, tables, warnings and what was recognised in it
 * @param tried what its references were put with ({@link PaperKeys}), by place in the list
 * @param textLength of its sections, in UTF-16 units
 * @param readings what each of its files says of it, where that is not what is said of the whole; the order is that of the
 *     files
 * @param kinship what it has in common with other papers
 */
public record PaperOutline(
        StoredPaper stored,
        Paper bare,
        Map<Integer, List<String>> tried,
        int textLength,
        List<OneReading> readings,
        Kinship kinship) {
    public PaperOutline {
        readings = List.copyOf(readings);
    }

    /** The paper without sections, tables, warnings and what was recognised in it. */
    public static Paper bare(Paper paper) {
        return paper.with(Content.ofReferences(paper.references()), Annotations.NONE)
                .withWarnings(List.of());
    }

    /** How much text the paper's sections hold. */
    public static int textLength(Paper paper) {
        return paper.sections().stream()
                .flatMap(section -> section.paragraphs().stream())
                .mapToInt(String::length)
                .sum();
    }
}

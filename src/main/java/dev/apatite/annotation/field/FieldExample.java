package dev.apatite.annotation.field;

import dev.apatite.paper.Finding;
import dev.apatite.paper.SectionKind;
import org.jspecify.annotations.Nullable;

/**
 * A candidate that somebody called right or wrong.
 *
 * @param paper the paper's id
 * @param finding with the confidence that the shipped judge gave it
 * @param kind of the section in which it is stated, null for the title
 */
public record FieldExample(
        String paper, Finding finding, @Nullable SectionKind kind, boolean right) {
    double shipped() {
        Double confidence = finding.confidence();
        return confidence == null ? 1 : confidence;
    }
}

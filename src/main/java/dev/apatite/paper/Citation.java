package dev.apatite.paper;

import java.util.List;

/**
 * A place in the text that cites references.
 *
 * @param section index into {@link Paper#sections()}
 * @param start first UTF-16 unit of the printed mark
 * @param end one past its last UTF-16 unit
 * @param references indexes into {@link Paper#references()}, ranges spelled out
 */
public record Citation(int section, int start, int end, List<Integer> references) {
    public Citation {
        references = references == null ? List.of() : List.copyOf(references);
    }
}

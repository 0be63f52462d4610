package dev.apatite.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a facet.
 *
 * @param toggle the address that chooses or drops it
 * @param narrower the address of the values below it, null where there are none
 * @param children the results of an antibody
 */
public record FacetNode(
        String name,
        String value,
        String label,
        long count,
        boolean selected,
        String toggle,
        @Nullable String narrower,
        List<FacetNode> children) {
    public FacetNode {
        children = List.copyOf(children);
    }

    boolean isOrHasSelected() {
        return selected || children.stream().anyMatch(FacetNode::isOrHasSelected);
    }

    boolean shows(String wanted) {
        return Stream.concat(Stream.of(value), children.stream().map(FacetNode::value))
                .anyMatch(wanted::equalsIgnoreCase);
    }
}

package dev.apatite.web.page;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A value of a facet with those below it.
 *
 * @param toggle the address that chooses or drops it, where it is not a checkbox because the same value has one already
 * @param children those below it that are shown first, {@code more} the others
 * @param open whether those below it are shown at once
 */
public record FacetNode(
        String name,
        String value,
        String label,
        long count,
        boolean selected,
        @Nullable String toggle,
        List<FacetNode> children,
        List<FacetNode> more,
        boolean open) {
    public FacetNode {
        children = List.copyOf(children);
        more = List.copyOf(more);
    }

    private Stream<FacetNode> below() {
        return Stream.concat(children.stream(), more.stream());
    }

    /** Whether one of {@code more} is chosen. */
    public boolean moreIsOpen() {
        return more.stream().anyMatch(FacetNode::isOrHasSelected);
    }

    /** Whether below it there is only whether an antibody was found or not. */
    public boolean isSigned() {
        return name.equals("antibody")
                && below().allMatch(each ->
                        each.value().endsWith(":positive") || each.value().endsWith(":negative"));
    }

    boolean isOrHasSelected() {
        return selected || below().anyMatch(FacetNode::isOrHasSelected);
    }

    boolean shows(String wanted) {
        return toggle == null && value.equalsIgnoreCase(wanted) || below().anyMatch(each -> each.shows(wanted));
    }
}

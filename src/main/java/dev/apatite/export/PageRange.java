package dev.apatite.export;

import org.jspecify.annotations.Nullable;

/** A paper's pages. */
public final class PageRange {
    private PageRange() {}

    /** {@code "97-103"}; one page is {@code "97"}, and null where none is known. */
    public static @Nullable String range(@Nullable String first, @Nullable String last, String between) {
        return first == null || last == null || last.equals(first) ? first : first + between + last;
    }
}

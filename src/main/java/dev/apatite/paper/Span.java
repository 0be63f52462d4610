package dev.apatite.paper;

/**
 * A place in a paper's text.
 *
 * @param section index into {@link Paper#sections()}, or {@link #TITLE}
 * @param start first UTF-16 unit in the section's text (its paragraphs joined by a line feed)
 * @param end one past the last UTF-16 unit
 */
public record Span(int section, int start, int end) {
    /** The section index that stands for the paper's title. */
    public static final int TITLE = -1;

    public Span {
        if (section < TITLE || start < 0 || end < start) {
            throw new IllegalArgumentException("not a span: section " + section + ", " + start + ".." + end);
        }
    }

    /** Whether the two spans share at least one character. */
    public boolean overlaps(Span other) {
        return section == other.section && start < other.end && other.start < end;
    }

    /** Whether {@code other} lies wholly within this span. */
    public boolean contains(Span other) {
        return section == other.section && start <= other.start && other.end <= end;
    }
}

package dev.apatite.paper;

/**
 * A concept where it stands.
 *
 * @param concept the concept's id in the vocabulary, or {@code new:} and a slug for a name that no vocabulary lists
 * @param name its preferred name
 * @param text as printed
 * @param section index into {@link Paper#sections()}, -1 the title
 */
public record Mention(
        String concept,
        String name,
        MentionType type,
        String text,
        int section,
        int start,
        int end,
        Assertion assertion) {
    /** Where it stands. */
    public Span span() {
        return new Span(section, start, end);
    }
}

package dev.apatite.paper;

/**
 * A sentence where it stands.
 *
 * @param section index into {@link Paper#sections()}, -1 the title
 * @param start first UTF-16 unit in the section's text
 * @param end one past its last UTF-16 unit
 * @param sentence as printed
 */
public record Statement(int section, int start, int end, String sentence) {}

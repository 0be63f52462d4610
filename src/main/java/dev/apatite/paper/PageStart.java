package dev.apatite.paper;

/**
 * From where on a paper's text stands on a page of its file. What is behind it in the same section stands there too, up to
 * the section's next one.
 *
 * @param section index into {@link Paper#sections()}
 * @param start first UTF-16 unit in the section's text (its paragraphs joined by a line feed)
 * @param page of the file, from 1; not the printed number
 */
public record PageStart(int section, int start, int page) {}

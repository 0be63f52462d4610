package dev.apatite.annotation;

import dev.apatite.paper.Span;

/**
 * A sentence of a section.
 *
 * @param section index into the paper's sections, -1 the title
 * @param start first UTF-16 unit in the section's text
 * @param end one past the last
 */
record Sentence(int section, int start, int end, String text) {
    Span span() {
        return new Span(section, start, end);
    }
}

package dev.apatite.search;

/**
 * A sentence that answers.
 *
 * @param score how rare the words are that it has; only its order means something
 */
public record SentenceRow(PaperCard paper, Highlight sentence, float score) {}

package dev.apatite.search;

/** From {@code start} to before {@code end} in a text, in UTF-16 units. */
public record TextRange(int start, int end) {}

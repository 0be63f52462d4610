package dev.apatite.search;

/**
 * How far the papers are searched by meaning.
 *
 * @param done papers whose meaning is known
 * @param total papers; 0 where none is searched so
 */
public record VectorProgress(int done, int total) {}

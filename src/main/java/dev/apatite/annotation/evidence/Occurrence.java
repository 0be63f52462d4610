package dev.apatite.annotation.evidence;

/** A treatment where it is named; {@code line} counts the script's lines. */
record Occurrence(int line, Named named) {}

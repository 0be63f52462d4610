package dev.apatite.index;

/** A paper in the index without its content: its id and where it comes from. */
public record StoredPaper(String id, Provenance provenance) {}

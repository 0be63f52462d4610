package dev.apatite.index;

/**
 * A paper in the index without its content: its id and where it comes from.
 *
 * @param keys the version of the keys that it was put with ({@link PaperKeys}); empty where it has none
 */
public record StoredPaper(String id, Provenance provenance, String keys) {}

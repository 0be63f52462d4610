package dev.apatite.search;

/** A field of the query language. */
public record FieldDescription(String name, String description, String example) {}

package dev.apatite.annotation;

/**
 * Where a text says what an abbreviation of its own means.
 *
 * @param shortForm as printed, "STS"
 * @param longForm as printed, "sodium thiosulfate"
 * @param shortStart where the short form starts in the text
 * @param longStart where the long form starts in the text
 */
public record AbbreviationDefinition(String shortForm, String longForm, int shortStart, int longStart) {}

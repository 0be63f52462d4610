package dev.apatite.search;

/**
 * Which values of a facet are asked for.
 *
 * @param name of the facet
 * @param below a value whose narrower ones are asked for; empty asks for the broadest
 * @param typed the beginning of a word in the values asked for, on whichever level; empty asks for one level
 */
public record FacetRequest(String name, String below, String typed) {}

package dev.apatite.search;

/**
 * A structured search that plain words may have meant; it is offered and never run in their place.
 *
 * @param label what it finds, in words
 * @param rows papers or patients
 * @param request the search
 * @param hitCount how many it finds, at least one
 */
public record Structured(String label, Rows rows, SearchRequest request, long hitCount) {}

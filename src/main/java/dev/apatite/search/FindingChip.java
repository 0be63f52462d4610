package dev.apatite.search;

import dev.apatite.paper.Response;

/** A treatment, how it went, and whether in the paper's own cases. */
public record FindingChip(String treatment, Response response, boolean own) {}

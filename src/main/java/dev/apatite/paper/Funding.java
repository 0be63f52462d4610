package dev.apatite.paper;

import org.jspecify.annotations.Nullable;

/** Who paid for the work and under which award, as printed; one of the two is there. */
public record Funding(@Nullable String source, @Nullable String awardId) {}

package dev.apatite.paper;

import org.jspecify.annotations.Nullable;

/** A name in a reference; a group author has its whole name as {@code family}. */
public record PersonName(@Nullable String family, @Nullable String given) {}

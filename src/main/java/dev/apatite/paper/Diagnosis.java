package dev.apatite.paper;

import org.jspecify.annotations.Nullable;

/** A patient's diagnosis and, where printed, for how long ("19 years"). */
public record Diagnosis(
        @Nullable String concept, String name, @Nullable String duration) {}

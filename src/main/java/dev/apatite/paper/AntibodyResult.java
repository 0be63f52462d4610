package dev.apatite.paper;

import org.jspecify.annotations.Nullable;

/** An antibody that was looked for in a patient and what was found; an antibody that is not reported has no row. */
public record AntibodyResult(@Nullable String concept, String name, AntibodyStatus status) {}

package dev.apatite.search;

import dev.apatite.paper.AntibodyStatus;

/** An antibody and whether a patient had it. */
public record AntibodyChip(String name, AntibodyStatus status) {}

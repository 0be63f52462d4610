package dev.apatite.paper;

import org.jspecify.annotations.Nullable;

/** A laboratory result as printed: value ("110") and unit ("mm/h"). */
public record TestResult(
        String name, @Nullable String value, @Nullable String unit) {}

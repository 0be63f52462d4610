package dev.apatite.index;

import org.jspecify.annotations.Nullable;

/**
 * What a paper has in common with others.
 *
 * @param group the id of the paper that leads those that are versions of one work; null where there is one version
 * @param sketch of its text, by which nearly equal texts are found; empty where it has none
 */
public record Kinship(@Nullable String group, String sketch) {
    /** Nothing in common with any. */
    public static final Kinship NONE = new Kinship(null, "");

    public Kinship {
        sketch = sketch == null ? "" : sketch;
    }
}

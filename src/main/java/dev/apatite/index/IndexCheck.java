package dev.apatite.index;

import java.util.List;

/**
 * The outcome of a check.
 *
 * @param sound whether nothing is damaged
 * @param words what was looked at and, where something is damaged, what
 */
public record IndexCheck(boolean sound, List<String> words) {
    public IndexCheck {
        words = List.copyOf(words);
    }
}

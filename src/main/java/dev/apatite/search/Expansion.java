package dev.apatite.search;

import java.util.List;

/**
 * What was searched beside the typed words.
 *
 * @param typed the words as typed: {@code STS}
 * @param also names of the concepts that were searched too: {@code sodium thiosulfate}
 */
public record Expansion(String typed, List<String> also) {
    public Expansion {
        also = List.copyOf(also);
    }
}

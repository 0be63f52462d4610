package dev.apatite.search;

import java.util.List;

/**
 * What is searched beside the typed words.
 *
 * @param typed the words as typed: {@code STS}
 * @param also other names that are searched too: {@code sodium thiosulfate}
 * @param concepts the concepts that they name, each of which can be switched off by itself
 */
public record Expansion(String typed, List<String> also, List<Other> concepts) {
    public Expansion {
        also = List.copyOf(also);
        concepts = List.copyOf(concepts);
    }

    /**
     * A concept that is searched beside the typed words.
     *
     * @param id what {@code except} takes to leave it out
     * @param names what it is called, the preferred name first
     * @param narrower whether it is a member of the typed class
     * @param on whether it is searched
     */
    public record Other(String id, List<String> names, boolean narrower, boolean on) {
        public Other {
            names = List.copyOf(names);
        }
    }
}

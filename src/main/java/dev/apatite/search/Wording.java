package dev.apatite.search;

import java.util.List;

/**
 * How the words of a query are taken.
 *
 * @param synonym whether other names of a typed concept, and the members of a class, are searched too
 * @param except ids of concepts that are not searched beside the typed words, whatever names them
 * @param most whether papers that lack some of the bare words are found too, behind those that have all
 * @param semantic whether papers near in meaning are found and ranked higher too, where the index knows meanings
 * @param mend whether a misspelt word that no paper has is searched as the word that was meant
 */
public record Wording(boolean synonym, List<String> except, boolean most, boolean semantic, boolean mend) {
    /** What a person gets who asks for nothing else. */
    public static final Wording USUAL = new Wording(true, List.of(), true, true, true);

    public Wording {
        except = List.copyOf(except);
    }

    /** The same with or without other names. */
    public Wording withSynonym(boolean newSynonym) {
        return new Wording(newSynonym, except, most, semantic, mend);
    }

    /** The same but for these concepts. */
    public Wording withExcept(List<String> newExcept) {
        return new Wording(synonym, newExcept, most, semantic, mend);
    }

    /** The same where some words may be missing, or none. */
    public Wording withMost(boolean newMost) {
        return new Wording(synonym, except, newMost, semantic, mend);
    }

    /** The same with or without meanings. */
    public Wording withSemantic(boolean newSemantic) {
        return new Wording(synonym, except, most, newSemantic, mend);
    }

    /** The same with or without mending. */
    public Wording withMend(boolean newMend) {
        return new Wording(synonym, except, most, semantic, newMend);
    }
}

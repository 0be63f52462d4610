package dev.apatite.engine;

/** A state of an index is kept no more, and cannot be asked further; a question begun on it has to be begun anew. */
public final class StateLost extends RuntimeException {
    private static final long serialVersionUID = 1;

    public StateLost(String words) {
        super(words);
    }
}

package dev.apatite.engine;

/** This engine cannot answer that; it would have to answer wrongly. The message says what, in words for a person. */
public final class Unanswerable extends RuntimeException {
    private static final long serialVersionUID = 1;

    public Unanswerable(String what) {
        super(what);
    }
}

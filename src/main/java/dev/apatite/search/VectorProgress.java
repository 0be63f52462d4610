package dev.apatite.search;

/**
 * How far the papers are searched by meaning.
 *
 * @param done papers whose meaning is known
 * @param total papers; 0 where none is searched so
 * @param offered whether the engine that keeps the papers can search so at all
 */
public record VectorProgress(int done, int total, boolean offered) {
    /** Papers of an engine that knows no meanings. */
    static final VectorProgress UNAVAILABLE = new VectorProgress(0, 0, false);

    /** Papers of an engine that can search so. */
    public VectorProgress(int done, int total) {
        this(done, total, true);
    }
}

package dev.apatite.export;

import java.io.IOException;

/** Writes things one at a time; closing writes what ends the format and leaves the output open. */
public interface Export<T> extends AutoCloseable {
    /** Writes the next one. */
    void add(T each) throws IOException;

    /** Writes what ends the format; an export of nothing is valid too. */
    @Override
    void close() throws IOException;
}

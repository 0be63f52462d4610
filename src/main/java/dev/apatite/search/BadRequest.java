package dev.apatite.search;

import org.jspecify.annotations.Nullable;

/** A request that cannot be honoured; the message is a sentence for whoever asked. */
public final class BadRequest extends RuntimeException {
    private final String parameter;
    private final @Nullable Integer position;

    public BadRequest(String parameter, String message) {
        this(parameter, message, null);
    }

    public BadRequest(String parameter, String message, @Nullable Integer position) {
        super(message);
        this.parameter = parameter;
        this.position = position;
    }

    /** The parameter at fault: {@code query}, {@code sort}, {@code cursorMark}, {@code pageSize} or a filter's name. */
    public String parameter() {
        return parameter;
    }

    /** In a query, the index of the UTF-16 unit at which it goes wrong; else null. */
    public @Nullable Integer position() {
        return position;
    }
}

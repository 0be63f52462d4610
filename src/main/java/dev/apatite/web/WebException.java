package dev.apatite.web;

import org.jspecify.annotations.Nullable;

/** A server that cannot be started; the message names the address and says what to do. */
public final class WebException extends RuntimeException {
    public WebException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}

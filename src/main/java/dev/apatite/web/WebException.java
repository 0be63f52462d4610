package dev.apatite.web;

/** A server that cannot be started; the message names the address and says what to do. */
public final class WebException extends RuntimeException {
    public WebException(String message, Throwable cause) {
        super(message, cause);
    }
}

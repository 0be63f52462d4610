package dev.apatite.web;

/** The first index is not complete yet; the message says how far it is. */
final class NotReady extends RuntimeException {
    NotReady(String message) {
        super(message);
    }
}

package dev.apatite.web;

/** Something that was asked for by its id and is not there; the message is a sentence. */
final class NotFound extends RuntimeException {
    NotFound(String message) {
        super(message);
    }

    static NotFound work(String id) {
        return new NotFound("no paper here cites a work with the id " + id);
    }

    static NotFound paper(String id) {
        return new NotFound("there is no paper with the id " + id);
    }
}

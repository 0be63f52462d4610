package dev.apatite.web;

import dev.apatite.ingest.IngestStatus;

/** The first index is not complete yet; the message says how far it is. */
final class NotReady extends RuntimeException {
    private NotReady(String message) {
        super(message);
    }

    static NotReady at(IndexKeeping keeping) {
        String damage = keeping.damage();
        if (damage != null) {
            return new NotReady(damage);
        }
        IngestStatus status = keeping.status();
        if (status.problem() != null) {
            return new NotReady("there is no index yet: " + status.problem());
        }
        return new NotReady("the first index is being made"
                + (status.total() == 0 ? "" : ": " + status.done() + " of " + status.total() + " files are read"));
    }
}

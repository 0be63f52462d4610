package dev.apatite.index;

/** Somebody else is writing the index; it can be written when they are done. */
public final class IndexBusy extends IndexException {
    public IndexBusy(String message) {
        super(message);
    }
}

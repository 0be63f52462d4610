package dev.apatite.engine;

import dev.apatite.index.IndexException;

/** The engine that keeps the papers does not answer, or takes no more for now; it may later. The message names a node. */
public final class EngineAway extends IndexException {
    public EngineAway(String message) {
        super(message);
    }
}

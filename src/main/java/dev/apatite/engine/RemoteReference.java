package dev.apatite.engine;

import dev.apatite.paper.Reference;

/**
 * An entry of a reference list.
 *
 * @param paper the id of the paper whose list it is
 */
public record RemoteReference(String paper, Reference reference) {}

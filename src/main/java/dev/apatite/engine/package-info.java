/**
 * What the searches ask of an index that stands in a cluster, as a small interface: how many documents match, one page of
 * them, their scores, the values of a field, whole papers. Questions are Lucene's queries over the fields of
 * {@link dev.apatite.index.Schema}, which an engine writes in its own language; answers hold ids, never numbers of
 * documents. The invariant: all answers of one {@link dev.apatite.engine.RemoteSnapshot} are of one state of the index.
 */
@NullMarked
package dev.apatite.engine;

import org.jspecify.annotations.NullMarked;

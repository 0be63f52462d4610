/**
 * What the searches ask of an index that stands in a cluster, as a small interface: how many documents match, one page of
 * them, their scores, the values of a field, whole papers. Questions are Lucene's queries over the fields of
 * {@link dev.apatite.index.Schema}, which an engine writes in its own language; answers hold ids, never numbers of
 * documents. What processes that read one corpus together share is a table of leases
 * ({@link dev.apatite.engine.LeaseTable}). The invariants: all answers of one {@link dev.apatite.engine.RemoteSnapshot} are
 * of one state of the index, and nothing that is held by a lease has two holders that both finish it.
 */
@NullMarked
package dev.apatite.engine;

import org.jspecify.annotations.NullMarked;

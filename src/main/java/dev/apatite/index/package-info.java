/**
 * The index on disk: its schema, its analysis of words, its writer and its readers.
 *
 * <p>In come annotated papers, each with the account of the files it was read from; out come the same papers, and a view
 * of one commit for those who search. The invariant: what a reader sees is one whole commit, the state before an update or
 * the state after, and nothing in the folder is touched that was not made here.
 */
@NullMarked
package dev.apatite.index;

import org.jspecify.annotations.NullMarked;

/**
 * What a person typed becomes a syntax tree, and the tree a Lucene query.
 *
 * <p>In comes a line of text, out comes a {@link dev.apatite.query.QueryNode} or a
 * {@link dev.apatite.query.QueryException} that says where and why not. The invariant: whatever is not query syntax is
 * searched as the words it is, and what cannot be honoured is an error and never silently fewer hits.
 */
@NullMarked
package dev.apatite.query;

import org.jspecify.annotations.NullMarked;

/**
 * What a person typed becomes a syntax tree, and the tree a Lucene query.
 *
 * <p>In comes a line of text, out comes a {@link dev.apatite.query.QueryNode} or a
 * {@link dev.apatite.query.QueryException} that says where and why not. The invariant: whatever is not query syntax is
 * searched as the words it is, and what cannot be honoured is an error and never silently fewer hits.
 *
 * <p>The build writes the names of the built-in concepts, as they are searched, beside the classes
 * ({@link dev.apatite.query.ConceptNames#main}); without that file, and for what users add, they are worked out at the start.
 */
@NullMarked
package dev.apatite.query;

import org.jspecify.annotations.NullMarked;

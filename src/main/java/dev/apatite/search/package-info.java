/**
 * A request record becomes a response record.
 *
 * <p>In come a query, filters, a sort and a cursor; out come hits with highlights, facets, evidence and patient rows,
 * cited works and suggestions. The invariant: one answer is read from one commit of the index, and a request that cannot
 * be honoured is a {@link dev.apatite.search.BadRequest} that names the parameter.
 */
@NullMarked
package dev.apatite.search;

import org.jspecify.annotations.NullMarked;

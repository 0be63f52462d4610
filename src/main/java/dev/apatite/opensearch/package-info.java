/**
 * An index of papers in an OpenSearch cluster.
 *
 * <p>Papers come in as the documents of {@link dev.apatite.index.PaperBlocks}, their text already analysed here: the
 * cluster gets terms with their places ({@link dev.apatite.opensearch.Terms}) and splits nothing itself. Questions come in
 * as Lucene's queries and go out in the cluster's language ({@link dev.apatite.opensearch.QueryDsl}); what cannot be
 * written so is {@link dev.apatite.engine.Unanswerable}. The invariant: a paper and its rows become visible at a commit
 * only, and a rebuild takes the old index's place by one change of an alias.
 */
@NullMarked
package dev.apatite.opensearch;

import org.jspecify.annotations.NullMarked;

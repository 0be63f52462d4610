/**
 * The judge of evidence. In comes a paper as a {@link dev.apatite.annotation.evidence.Script}: its sentences with the
 * treatments, conditions and words of outcome that rules recognised in them. Out come
 * {@link dev.apatite.annotation.evidence.Judgement}s: of which treatment a sentence states which outcome, of whom, and
 * how sure that is. Nothing here is written by hand but what to look at: the weights are learned from papers that were
 * read by hand ({@code apatite train evidence}) and shipped as one file, beside the vectors of words that they were learned
 * with ({@code apatite train words}). The same script always gives the same
 * judgements, to the last bit.
 */
@NullMarked
package dev.apatite.annotation.evidence;

import org.jspecify.annotations.NullMarked;

/**
 * Which references of a corpus cite one and the same work.
 *
 * <p>In come papers and their references, out come work ids. {@link dev.apatite.works.CorpusCitations} is the way for a
 * corpus of any size, {@link dev.apatite.works.WorkReconciler} the one for a handful of papers in memory. Each reference
 * becomes a {@code CitedWork} of what identifies it, printing habits folded away; {@code Blocks} finds the pairs worth
 * comparing, {@code SameWork} says how strongly a pair seems to be one work, {@code WorkGroups} joins the strongest pairs
 * first where their groups do not contradict each other, {@code WorkNames} gives the ids. A change of some papers is worked
 * out by {@link dev.apatite.works.Regrouping}, which looks at nothing but what the change touches, by the keys that an index
 * keeps of every reference ({@link dev.apatite.works.CitationKeys}).
 *
 * <p>The invariant: the ids are a function of the corpus alone, whatever the order in which its papers come; a change of
 * the folder leads to what a run from nothing would.
 */
@NullMarked
package dev.apatite.works;

import org.jspecify.annotations.NullMarked;

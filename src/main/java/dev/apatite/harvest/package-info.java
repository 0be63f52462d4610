/**
 * Fills a folder with papers: what a search at Europe PMC finds, or a list of papers names, is fetched as JATS from Europe
 * PMC or from PubMed Central's bucket, at a polite rate.
 *
 * <p>A request comes in; files of the folder and a report go out, and {@code .harvest/ledger.jsonl} in the folder says of
 * each paper what became of it, under which licence, and when. A paper is asked for once: what the ledger says was fetched
 * is not fetched again, also where its file was taken away since. The invariant: a file of the folder is whole (it is
 * written beside and moved), and a run that was killed goes on where it was.
 *
 * <p>Not for reading what was fetched: that is the business of an index over the folder.
 */
@NullMarked
package dev.apatite.harvest;

import org.jspecify.annotations.NullMarked;

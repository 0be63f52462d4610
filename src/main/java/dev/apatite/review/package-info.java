/**
 * What readers add and keep: marks on findings.
 *
 * <p>In comes a reader's judgement of a finding, out come all judgements by finding. The invariant: what was said is on
 * disk before it is confirmed, nothing said before is ever overwritten, and the file survives every change of the index.
 */
@NullMarked
package dev.apatite.review;

import org.jspecify.annotations.NullMarked;

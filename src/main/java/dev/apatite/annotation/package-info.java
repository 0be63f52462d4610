/**
 * A paper gains what is recognised in it: mentions, patients, findings.
 *
 * <p>In comes a paper as read, out comes the same paper with mentions, patients and findings. The invariant: each of
 * them points to characters that stand in the paper, and what the text does not say stays unknown.
 *
 * <p>Findings come in two steps. Rules, rows of data, say what a sentence names, how a treatment is used and which words
 * state an outcome; they make candidates. {@code evidence} then judges each candidate with learned weights and says how
 * sure it is; what is shown is what is possible at least.
 */
@NullMarked
package dev.apatite.annotation;

import org.jspecify.annotations.NullMarked;

/**
 * A paper gains what is recognised in it: mentions, patients, findings.
 *
 * <p>In comes a paper as read, out comes the same paper with mentions, patients and findings. The invariant: each of
 * them points to characters that stand in the paper, and what the text does not say stays unknown.
 */
@NullMarked
package dev.apatite.annotation;

import org.jspecify.annotations.NullMarked;

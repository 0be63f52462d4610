/**
 * What a text means, as a vector: texts that mean alike have vectors that lie near each other.
 *
 * <p>In comes a text, out comes a vector of unit length. The invariant: the same text has the same vector, and a program
 * without the model says so instead of failing.
 */
@NullMarked
package dev.apatite.meaning;

import org.jspecify.annotations.NullMarked;

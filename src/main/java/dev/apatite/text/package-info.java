/**
 * The ground that every other room stands on: what is known of letters, words, numbers and lines of any text.
 *
 * <p>Strings come in, strings and numbers go out. The invariant: nothing here knows papers, concepts or Lucene, and a rule
 * of writing that two rooms need stands here once.
 */
@NullMarked
package dev.apatite.text;

import org.jspecify.annotations.NullMarked;

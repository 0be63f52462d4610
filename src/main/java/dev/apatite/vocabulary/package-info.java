/**
 * What the words mean: concepts, their names, their tree.
 *
 * <p>In come the built-in tab-separated files and, beside them, whatever standard vocabularies a user puts in a folder;
 * out comes one {@link dev.apatite.vocabulary.Vocabulary}. The invariant: ids are unique, every parent exists, and the
 * tree has no cycles.
 */
@NullMarked
package dev.apatite.vocabulary;

import org.jspecify.annotations.NullMarked;

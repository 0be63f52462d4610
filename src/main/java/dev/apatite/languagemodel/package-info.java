/**
 * A language model that the user brings: it reads papers section by section and says what it found, off unless it is named.
 *
 * <p>In come papers; out come findings that stand in them. The invariant: nothing that the model says is taken on trust. The
 * sentence must stand in the section word for word, the treatment in it or before it, the response in the list, every number
 * as printed; whatever does not is dropped and counted. Answers are kept beside the index by text, model and instructions,
 * so that the same paper is never asked for twice; a model that is broken, slow or endless costs its own rows and nothing
 * else. Nobody is contacted but the address that the user named.
 *
 * <p>{@link dev.apatite.languagemodel.ModelReading} is the façade. The instructions are files that a user can change
 * ({@link dev.apatite.languagemodel.Instructions}).
 */
@NullMarked
package dev.apatite.languagemodel;

import org.jspecify.annotations.NullMarked;

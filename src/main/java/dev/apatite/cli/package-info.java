/**
 * The commands, and the one place where everything is put together.
 *
 * <p>In come command-line arguments, out come text for people, data for scripts and an exit code: 0 done, 1 could not,
 * 2 not a valid call. The invariant: no stack trace reaches a user.
 */
@NullMarked
package dev.apatite.cli;

import org.jspecify.annotations.NullMarked;

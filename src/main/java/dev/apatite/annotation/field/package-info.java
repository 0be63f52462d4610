/**
 * The judge of evidence in a reader's own field: how sure its findings are, learned from the marks of those who read them.
 *
 * <p>In come candidates that readers called right or wrong, each with the confidence that the shipped judge gave it; out
 * comes a {@link dev.apatite.annotation.field.FieldFit} that is kept beside the index. The invariant: everything is drawn
 * toward what was shipped, so that few marks change little and none change nothing.
 */
@NullMarked
package dev.apatite.annotation.field;

import org.jspecify.annotations.NullMarked;

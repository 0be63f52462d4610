/**
 * What a paper is: immutable records that every other room passes on.
 *
 * <p>Nothing comes in but values, nothing goes out but values. The invariant: collections are copies and never null,
 * what a paper does not say is {@code null} or empty and never guessed, and every mention and finding points into the
 * text of a section of the same paper.
 */
@NullMarked
package dev.apatite.paper;

import org.jspecify.annotations.NullMarked;

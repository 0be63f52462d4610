/**
 * The HTTP API and the pages.
 *
 * <p>{@code Routes} is the table of contents. What a page shows is made ready in {@code page}, printed by the templates
 * of {@code src/main/jte}, and dressed by the assets.
 *
 * <p>In come requests, out come answers of {@code search} as JSON, exports or server-rendered pages. The invariant: all
 * that a page or an answer shows stands in its address, everything printed is escaped, and an error is a sentence that
 * names the parameter.
 */
@NullMarked
package dev.apatite.web;

import org.jspecify.annotations.NullMarked;

/**
 * What the pages show, made ready for their templates.
 *
 * <p>In come answers of {@code search}, out come records that a template only has to print: labels in words, addresses
 * ready to follow, bars already measured. The invariant: every address holds the whole state of the view that it leads
 * to, and the one piece of HTML that is made here, a paper's marked text, is escaped.
 */
@NullMarked
package dev.apatite.web.page;

import org.jspecify.annotations.NullMarked;

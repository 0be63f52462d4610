/**
 * The corpus as tools for language models: the Model Context Protocol (2025), over HTTP beside the API and over standard
 * input and output.
 *
 * <p>In come questions, out come answers of {@code search}, each with the sentence that says so and the address at which
 * it stands. The invariant: nothing is changed, and no answer is longer than a model can read.
 */
@NullMarked
package dev.apatite.web.mcp;

import org.jspecify.annotations.NullMarked;

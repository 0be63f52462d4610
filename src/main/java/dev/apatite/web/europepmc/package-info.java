/**
 * Europe PMC's REST API over our corpus, so that its clients work by changing their base address.
 *
 * <p>Here the contract is Europe PMC's and not ours: names of parameters in any case, unknown ones ignored, XML where neither
 * a parameter nor an {@code Accept} asks for another format, every word required, synonyms only on request. A record holds what was read of the paper under
 * Europe PMC's names; what is not known is left out, never null. {@code EuropePmcApi} is the façade.
 *
 * <p>A cursor is handed on as theirs is: a page with rows names the place behind its last row, and the page behind the
 * last row, which is empty, repeats the cursor that came in.
 */
@NullMarked
package dev.apatite.web.europepmc;

import org.jspecify.annotations.NullMarked;

/**
 * Articles in XML: JATS and NLM as publishers deposit them, and BioMed Central's older own form.
 *
 * <p>In comes a file, out comes a {@link dev.apatite.reading.draft.PaperDraft};
 * {@link dev.apatite.reading.xml.XmlReader} is the façade. A bounded parser without network or external entities builds a
 * small tree ({@link dev.apatite.reading.xml.XmlElement}); BioMed Central's articles are turned into JATS first; then
 * front, body, floats, back matter and references are read in this order, each by its own class.
 *
 * <p>The invariant: every character of the body that a reader of the article would see is in a paragraph, a heading, a
 * caption or a table. Not for markup of other vocabularies: HTML has a room of its own.
 */
@NullMarked
package dev.apatite.reading.xml;

import org.jspecify.annotations.NullMarked;

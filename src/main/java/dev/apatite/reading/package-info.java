/**
 * A file's bytes become a {@link dev.apatite.paper.Paper}: metadata, sections, tables, references.
 *
 * <p>In comes a path within a corpus folder, out comes a paper or a
 * {@link dev.apatite.reading.draft.ReadingException} that says in words why there is none.
 * {@link dev.apatite.reading.PaperReader} is the façade: it asks what the file is (its content decides, its name only
 * which kind of text a text is) and hands it to the reader of its kind. The invariant: nothing outside the file is read,
 * nothing is invented, and what could not be read is a warning of the paper.
 *
 * <p>The rooms, each with its own manual, and the arrows that may run between them (held by {@code ArchitectureTest}):
 *
 * <pre>
 *             worker (a child JVM around the façade)
 *                |
 *             reading (PaperReader)
 *      __________|___________________
 *     |       |        |             |
 *    pdf    office -> html -> plain  xml <- html
 *     |       |        |       |     |
 *     |       '--------+---+---+-----'
 *  pdf.layout              |
 *                 byline   citation      who wrote it; what it cites
 *                        |
 *                     shared             headings, captions, identifiers, line ends
 *                        |
 *                      draft             what every reader fills
 * </pre>
 *
 * <p>To add a format: write a {@link dev.apatite.reading.draft.FormatReader} in a room of its own, turn the file into
 * blocks that an existing room reads wherever that is possible (Office becomes HTML, HTML becomes the blocks of plain
 * text), and add its media type to {@code PaperReader}.
 */
@NullMarked
package dev.apatite.reading;

import org.jspecify.annotations.NullMarked;

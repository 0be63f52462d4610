/**
 * Who wrote a paper: authors, what ties them to their addresses, ORCID iDs.
 *
 * <p>In come printed lines whose raised marks stand as <code>^{1,*}</code> ({@link dev.apatite.reading.byline.RaisedMarks}),
 * out come {@link dev.apatite.paper.Author}s with affiliations. In order: {@link dev.apatite.reading.byline.AuthorLine}
 * tells whether a line prints persons and takes it apart into names ({@code PersonOrder} says which word is the family
 * name, {@link dev.apatite.reading.byline.NameWords} which words are none);
 * {@link dev.apatite.reading.byline.AddressBlock} collects the lines of addresses below,
 * {@link dev.apatite.reading.byline.Affiliations} takes them apart by label, and
 * {@link dev.apatite.reading.byline.AuthorGroups} ties persons to addresses;
 * {@link dev.apatite.reading.byline.OrcidNotes} reads notes that give iDs by name.
 *
 * <p>The invariant: a name and an address are pieces of the printed text. Not for deciding where on a page or in a text
 * the byline stands: the rooms of the formats do that.
 */
@NullMarked
package dev.apatite.reading.byline;

import org.jspecify.annotations.NullMarked;

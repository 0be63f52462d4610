/**
 * What the words mean: concepts, their names, their tree.
 *
 * <p>In come the built-in files and, beside them, whatever standard vocabularies a user puts in a folder; out comes one
 * {@link dev.apatite.vocabulary.Vocabulary}, and for texts a {@link dev.apatite.vocabulary.NameMatcher} whose time does
 * not depend on how many names there are. The invariant: ids are unique, every parent exists, and the tree has no
 * circles.
 *
 * <h2>The format of the built-in files ({@code .tsv})</h2>
 *
 * UTF-8, one concept a line, five columns separated by tabs:
 *
 * <ol>
 *   <li>{@code id}: stable and unique over all files, {@code treatment:diltiazem}
 *   <li>{@code type}: treatment, condition, antibody, site, test, organism or imaging
 *   <li>{@code name}: the preferred name, lower case where it is not a proper name
 *   <li>{@code parents}: ids of broader concepts, separated by {@code |}
 *   <li>{@code synonyms}: other names, separated by {@code |}; one that ends in {@code ?} counts only in a text that also
 *       uses a name of the concept without one
 * </ol>
 *
 * Lines that begin with {@code #} say source and columns. {@code # ambiguous: calcium, iron} lists preferred names that
 * need the right surroundings ("oral calcium"). Plurals, hyphens, spaces, accents, Greek letters and British spelling
 * need no synonyms of their own. Names of up to five letters with a capital beyond the first letter, and of up to three
 * letters with any capital, are acronyms: their capitals must stand as written.
 *
 * <h2>Files in a folder</h2>
 *
 * {@link dev.apatite.vocabulary.Vocabulary#load} reads, in the order of their names, {@code .tsv} as above, {@code .csv}
 * with the same names of columns in its header line (only {@code name} must be there), {@code .obo}, OBO Graph
 * {@code .json} and MeSH descriptor {@code .xml}; other files are left alone. A concept with the id, or with type and
 * name, of one that is already there adds its names and parents to that one. What the concepts of OBO and MeSH files are
 * is said by {@code standard-types.tsv}, and before it by a file {@code types.txt} in the folder:
 *
 * <pre>
 * # a file's name, an id's prefix, or mesh: and the beginning of a tree number; - leaves out
 * my-ontology.obo = condition
 * EFO = condition
 * mesh:D12.776 = test
 * </pre>
 */
@NullMarked
package dev.apatite.vocabulary;

import org.jspecify.annotations.NullMarked;

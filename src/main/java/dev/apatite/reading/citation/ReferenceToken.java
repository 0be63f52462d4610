package dev.apatite.reading.citation;

/**
 * A word or number of a reference; punctuation is not a token but stands between tokens.
 *
 * @param text as printed; {@code #doi}, {@code #url} and the like for an identifier
 * @param start offset in the reference
 * @param end offset behind the last character
 * @param before what is printed between the token before and this one, in a normalised form
 */
record ReferenceToken(String text, int start, int end, String before) {
    boolean isIdentifier() {
        return text.startsWith("#");
    }
}

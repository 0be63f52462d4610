package dev.apatite.index;

import dev.apatite.text.Spelling;
import java.io.IOException;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** Gives every word its one spelling. */
final class SpellingFilter extends TokenFilter {
    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Spelling spelling;

    SpellingFilter(TokenStream input, Spelling spelling) {
        super(input);
        this.spelling = spelling;
    }

    @Override
    public boolean incrementToken() throws IOException {
        if (!input.incrementToken()) {
            return false;
        }
        String word = term.toString();
        String normal = spelling.normal(word);
        if (!normal.equals(word)) {
            term.setEmpty().append(normal);
        }
        return true;
    }
}

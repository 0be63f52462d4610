package dev.apatite.index;

import java.io.IOException;
import java.util.Collection;
import java.util.Collections;
import java.util.Iterator;
import org.apache.lucene.analysis.TokenFilter;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;

/** A paper's words, each once, gathered while its texts are analysed. */
final class PlainWords extends TokenStream {
    private static final int SHORTEST = 3;

    /** Notes every word of letters that passes by. */
    static final class Noting extends TokenFilter {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final Collection<String> words;

        Noting(TokenStream input, Collection<String> words) {
            super(input);
            this.words = words;
        }

        @Override
        public boolean incrementToken() throws IOException {
            if (!input.incrementToken()) {
                return false;
            }
            if (term.length() >= SHORTEST && Character.isLetter(term.charAt(0))) {
                words.add(term.toString());
            }
            return true;
        }
    }

    private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
    private final Collection<String> words;
    private Iterator<String> rest = Collections.emptyIterator();

    PlainWords(Collection<String> words) {
        this.words = words;
    }

    @Override
    public void reset() {
        rest = words.iterator();
    }

    @Override
    public boolean incrementToken() {
        if (!rest.hasNext()) {
            return false;
        }
        clearAttributes();
        term.append(rest.next());
        return true;
    }
}

package dev.apatite.index;

import dev.apatite.text.Spelling;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.apache.lucene.analysis.Analyzer;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.Tokenizer;
import org.apache.lucene.analysis.en.KStemFilter;
import org.apache.lucene.analysis.en.PorterStemFilter;
import org.apache.lucene.analysis.tokenattributes.CharTermAttribute;
import org.apache.lucene.analysis.tokenattributes.OffsetAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.apache.lucene.analysis.tokenattributes.TypeAttribute;

/**
 * How text becomes terms, the same in papers and in queries: words and the parts of compounds, lower case, without
 * accents, in one spelling, lightly stemmed.
 */
public final class TextAnalysis extends Analyzer {
    /** No phrase reaches from one section into the next. */
    private static final int GAP = 100;

    private final Spelling spelling = Spelling.load();

    @Override
    protected TokenStreamComponents createComponents(String field) {
        Tokenizer words = new WordTokenizer();
        return new TokenStreamComponents(words, terms(words));
    }

    private TokenStream terms(TokenStream words) {
        return new KStemFilter(new SpellingFilter(words, spelling));
    }

    /** A stream of its own over a text, which notes the words as they are typed. */
    TokenStream stream(String text, Collection<String> noted) {
        Tokenizer words = new WordTokenizer();
        words.setReader(new StringReader(text));
        return terms(new PlainWords.Noting(words, noted));
    }

    /** The words of a stream in the shorter form in which the whole text is searched; concepts stay as they are. */
    TokenStream stemming(TokenStream terms) {
        return new PorterStemFilter(terms);
    }

    /**
     * A term of a text field as it is searched in {@link Schema#ALL}: stemmed by Porter's algorithm too, so that
     * "inflammatory" and "inflammation" are one.
     */
    public String stem(String term) {
        try (TokenStream one = stemming(new SingleTerm(term))) {
            CharTermAttribute stem = one.addAttribute(CharTermAttribute.class);
            one.reset();
            return one.incrementToken() ? stem.toString() : term;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class SingleTerm extends TokenStream {
        private final CharTermAttribute term = addAttribute(CharTermAttribute.class);
        private final String text;
        private boolean given;

        SingleTerm(String text) {
            this.text = text;
        }

        @Override
        public void reset() {
            given = false;
        }

        @Override
        public boolean incrementToken() {
            if (given) {
                return false;
            }
            given = true;
            clearAttributes();
            term.append(text);
            return true;
        }
    }

    @Override
    public int getPositionIncrementGap(String field) {
        return GAP;
    }

    /**
     * A word as it is searched.
     *
     * @param start where it begins in the text
     * @param end where it ends
     * @param parts terms that stand one after the other
     * @param joined terms that each stand for the whole; empty for a word of one part
     */
    public record Word(int start, int end, List<String> parts, List<String> joined) {
        public Word {
            parts = List.copyOf(parts);
            joined = List.copyOf(joined);
        }
    }

    /** A word without gaps, as it is printed but for case and accents: where a longer word may begin. */
    public String plain(String word) {
        StringBuilder plain = new StringBuilder();
        WordScanner scanner = new WordScanner(word);
        while (scanner.next()) {
            scanner.parts().forEach(part -> plain.append(TokenFolding.fold(word, part)));
        }
        return plain.toString().toLowerCase(Locale.ROOT);
    }

    /** A pattern with {@code ?} and {@code *}, its letters as in {@link #plain}. */
    public String pattern(String typed) {
        StringBuilder pattern = new StringBuilder();
        StringBuilder letters = new StringBuilder();
        for (char each : typed.toCharArray()) {
            if (each == '?' || each == '*') {
                pattern.append(plain(letters.toString())).append(each);
                letters.setLength(0);
            } else {
                letters.append(each);
            }
        }
        return pattern.append(plain(letters.toString())).toString();
    }

    /** The parts of all words of a text, in their order. */
    public List<String> terms(String text) {
        return words(text).stream().flatMap(each -> each.parts().stream()).toList();
    }

    /** The words of a text. */
    public List<Word> words(String text) {
        List<Word> words = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        List<String> joined = new ArrayList<>();
        int start = 0;
        int end = -1;
        try (TokenStream tokens = tokenStream("", text)) {
            CharTermAttribute term = tokens.addAttribute(CharTermAttribute.class);
            OffsetAttribute offset = tokens.addAttribute(OffsetAttribute.class);
            PositionIncrementAttribute increment = tokens.addAttribute(PositionIncrementAttribute.class);
            TypeAttribute type = tokens.addAttribute(TypeAttribute.class);
            tokens.reset();
            while (tokens.incrementToken()) {
                if (increment.getPositionIncrement() > 0 && offset.endOffset() > end) {
                    if (!parts.isEmpty()) {
                        words.add(new Word(start, end, parts, joined));
                    }
                    parts.clear();
                    joined.clear();
                    start = offset.startOffset();
                }
                (type.type().equals(WordTokenizer.JOINED) ? joined : parts).add(term.toString());
                end = Math.max(end, offset.endOffset());
            }
            tokens.end();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (!parts.isEmpty()) {
            words.add(new Word(start, end, parts, joined));
        }
        return words;
    }
}

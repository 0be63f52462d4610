package dev.apatite.search;

import dev.apatite.text.SentenceBounds;
import java.text.BreakIterator;
import java.text.CharacterIterator;
import java.text.StringCharacterIterator;

/**
 * The annotation's sentences as breaks of a text, so that what is shown as a hit's sentence is cut as a finding's is. A
 * break is where a sentence or a paragraph begins, and the text's end; only paragraphs that are asked for are split.
 */
final class SentenceBreaks extends BreakIterator {
    private final SentenceBounds bounds;
    private String text = "";
    private int current;
    private int paragraph = -1;
    private int paragraphEnd = -1;
    private int[] begins = new int[16];
    private int count;

    SentenceBreaks(SentenceBounds bounds) {
        this.bounds = bounds;
    }

    @Override
    public void setText(CharacterIterator characters) {
        StringBuilder copy = new StringBuilder(characters.getEndIndex() - characters.getBeginIndex());
        for (char c = characters.first();
                c != CharacterIterator.DONE || characters.getIndex() < characters.getEndIndex();
                c = characters.next()) {
            copy.append(c);
        }
        setText(copy.toString());
    }

    @Override
    public void setText(String newText) {
        text = newText;
        current = 0;
        paragraph = -1;
        paragraphEnd = -1;
    }

    @Override
    public CharacterIterator getText() {
        return new StringCharacterIterator(text);
    }

    @Override
    public int first() {
        current = 0;
        return current;
    }

    @Override
    public int last() {
        current = text.length();
        return current;
    }

    @Override
    public int current() {
        return current;
    }

    @Override
    public int next() {
        return current >= text.length() ? DONE : following(current);
    }

    @Override
    public int previous() {
        return current <= 0 ? DONE : preceding(current);
    }

    @Override
    public int next(int n) {
        int at = current;
        for (int i = 0; i < Math.abs(n) && at != DONE; i++) {
            at = n > 0 ? next() : previous();
        }
        return at;
    }

    /** The first break behind a place. */
    @Override
    public int following(int offset) {
        if (offset >= text.length()) {
            return DONE;
        }
        splitAround(offset);
        for (int i = 0; i < count; i++) {
            if (begins[i] > offset) {
                current = begins[i];
                return current;
            }
        }
        current = Math.min(text.length(), paragraphEnd + 1);
        return current;
    }

    /** The last break before a place. */
    @Override
    public int preceding(int offset) {
        if (offset <= 0) {
            return DONE;
        }
        splitAround(offset - 1);
        for (int i = count - 1; i >= 0; i--) {
            if (begins[i] < offset) {
                current = begins[i];
                return current;
            }
        }
        current = paragraph;
        return current;
    }

    @Override
    public boolean isBoundary(int offset) {
        if (offset <= 0 || offset >= text.length()) {
            return true;
        }
        return following(offset - 1) == offset;
    }

    /** Splits the paragraph that a place stands in; the first sentence begins with its paragraph. */
    private void splitAround(int offset) {
        if (offset >= paragraph && offset <= paragraphEnd && paragraph >= 0) {
            return;
        }
        paragraph = text.lastIndexOf('\n', offset - 1) + 1;
        int end = text.indexOf('\n', offset);
        paragraphEnd = end < 0 ? text.length() : end;
        count = 0;
        bounds.split(text, paragraph, paragraphEnd, (start, ignored) -> {
            if (count == begins.length) {
                begins = java.util.Arrays.copyOf(begins, 2 * count);
            }
            begins[count] = count == 0 ? paragraph : start;
            count++;
        });
    }
}

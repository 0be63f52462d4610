package dev.apatite.annotation;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Splits a paper's title and sections into sentences; a sentence never crosses a paragraph. */
final class SentenceSplitter {
    List<Sentence> split(Paper paper) {
        List<Sentence> sentences = new ArrayList<>();
        for (int section = Span.TITLE; section < paper.sections().size(); section++) {
            split(section, paper.textOf(section), sentences);
        }
        return sentences;
    }

    private static void split(int section, String text, List<Sentence> sentences) {
        BreakIterator breaks = BreakIterator.getSentenceInstance(Locale.ROOT);
        breaks.setText(text);
        for (int start = breaks.first(), end = breaks.next();
                end != BreakIterator.DONE;
                start = end, end = breaks.next()) {
            String sentence = text.substring(start, end).stripTrailing();
            if (!sentence.isBlank()) {
                sentences.add(new Sentence(section, start, start + sentence.length(), sentence));
            }
        }
    }
}

package dev.apatite.annotation;

import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import dev.apatite.text.SentenceBounds;
import java.util.ArrayList;
import java.util.List;

/** The sentences of a paper's title and sections; a sentence never crosses a paragraph. */
final class SentenceSplitter {
    private final SentenceBounds bounds = new SentenceBounds();

    List<Sentence> split(Paper paper) {
        List<Sentence> sentences = new ArrayList<>();
        for (int section = Span.TITLE; section < paper.sections().size(); section++) {
            sentences.addAll(split(section, paper.textOf(section)));
        }
        return sentences;
    }

    /** The sentences of one text whose paragraphs are separated by line feeds. */
    List<Sentence> split(int section, String text) {
        List<Sentence> sentences = new ArrayList<>();
        bounds.split(
                text, (start, end) -> sentences.add(new Sentence(section, start, end, text.substring(start, end))));
        return sentences;
    }
}

package dev.apatite.annotation;

import dev.apatite.vocabulary.Words;
import java.util.List;

/**
 * A section's words and sentences.
 *
 * @param section index into the paper's sections, -1 the title
 * @param words the words of the whole section
 * @param firsts the first word of each sentence, in the order of the text
 * @param ends one past the last word of each sentence
 */
record SectionText(int section, Words words, int[] firsts, int[] ends) {
    static SectionText of(int section, String text, List<Sentence> sentences) {
        Words words = Words.of(text);
        int[] firsts = new int[sentences.size()];
        int[] ends = new int[sentences.size()];
        for (int i = 0; i < firsts.length; i++) {
            firsts[i] = words.from(sentences.get(i).start());
            ends[i] = words.from(sentences.get(i).end());
        }
        return new SectionText(section, words, firsts, ends);
    }

    int sentences() {
        return firsts.length;
    }
}

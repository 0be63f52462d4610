package dev.apatite.annotation;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.MentionType;
import dev.apatite.vocabulary.Words;

/** Tells how a sentence asserts a condition in it, as {@link Annotator} does. Safe to share between threads. */
public final class SentenceAssertion {
    private final AssertionTriggers triggers = new AssertionTriggers();

    private final SentenceSplitter splitter = new SentenceSplitter();

    /** The assertion of the condition that stands from {@code start} to before {@code end} in the sentence. */
    public Assertion of(String sentence, int start, int end) {
        Words words = Words.of(sentence);
        int from = 0;
        int to = words.size();
        for (Sentence part : splitter.split(0, sentence)) {
            if (part.start() <= start && start < part.end()) {
                from = words.from(part.start());
                to = words.from(part.end());
            }
        }
        return new SentenceAssertions(triggers, words, from, to)
                .of(MentionType.CONDITION, words.from(start), words.from(end));
    }
}

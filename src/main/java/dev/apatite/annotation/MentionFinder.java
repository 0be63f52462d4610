package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.vocabulary.Vocabulary;
import java.util.List;

/** Finds the vocabulary's concepts in a paper, with how the text asserts them. */
final class MentionFinder {
    @SuppressWarnings("UnusedVariable")
    private final Vocabulary vocabulary;

    MentionFinder(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /** Mentions in the order of the text; longest first, none within another of the same type. */
    List<Mention> find(Paper paper, List<Sentence> sentences) {
        return List.of();
    }
}

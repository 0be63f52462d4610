package dev.apatite.annotation;

import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Span;
import dev.apatite.vocabulary.NameMatcher;
import dev.apatite.vocabulary.Vocabulary;
import dev.apatite.vocabulary.Words;
import java.util.ArrayList;
import java.util.List;

/** Finds the vocabulary's concepts in a paper, with how the text asserts them. */
final class MentionFinder {
    private final NameMatcher matcher;

    MentionFinder(Vocabulary vocabulary) {
        matcher = new NameMatcher(vocabulary);
    }

    /** Mentions in the order of the text; longest first, none within another. */
    List<Mention> find(Paper paper, List<Sentence> sentences) {
        List<Mention> mentions = new ArrayList<>();
        for (int section = Span.TITLE; section < paper.sections().size(); section++) {
            find(section, Words.of(paper.textOf(section)), mentions);
        }
        return mentions;
    }

    private void find(int section, Words words, List<Mention> mentions) {
        int at = 0;
        while (at < words.size()) {
            List<NameMatcher.Match> matches = matcher.at(words, at);
            if (matches.isEmpty()) {
                at++;
                continue;
            }
            NameMatcher.Match longest = matches.get(matches.size() - 1);
            NameMatcher.Name name = longest.names().get(0);
            int start = words.start(at);
            int end = words.end(longest.end() - 1);
            mentions.add(new Mention(
                    name.concept().id(),
                    name.concept().name(),
                    name.concept().type(),
                    words.text().substring(start, end),
                    section,
                    start,
                    end,
                    Assertion.AFFIRMED));
            at = longest.end();
        }
    }
}

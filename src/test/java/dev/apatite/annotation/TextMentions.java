package dev.apatite.annotation;

import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.vocabulary.Vocabulary;
import java.util.Arrays;
import java.util.List;

/** The mentions of a bare text, for tests. */
final class TextMentions {
    private final MentionFinder finder;
    private final SentenceSplitter splitter = new SentenceSplitter();

    TextMentions(Vocabulary vocabulary) {
        finder = new MentionFinder(vocabulary);
    }

    List<Mention> in(String text) {
        Paper paper = paper(text);
        return finder.find(paper, splitter.split(paper));
    }

    static Paper paper(String text) {
        Section section = new Section(SectionKind.CASE, null, 1, Arrays.asList(text.split("\n", -1)));
        return Paper.ofText("test", "test.txt", null, section);
    }
}

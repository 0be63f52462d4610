package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Content;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import dev.apatite.text.SentenceBounds;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The sentences of a paper that cite a work. */
final class CitingSentences {
    private static final int MOST = 20;
    private static final SentenceBounds SENTENCES = new SentenceBounds();

    private CitingSentences() {}

    private record At(int section, TextRange sentence) {}

    static List<Highlight> of(Paper paper, String work) {
        Set<Integer> entries = new HashSet<>();
        for (int i = 0; i < paper.references().size(); i++) {
            Reference reference = paper.references().get(i);
            if (work.equals(reference.workId())) {
                entries.add(i);
            }
        }
        Map<At, List<TextRange>> found = new LinkedHashMap<>();
        for (Citation each : paper.citations()) {
            boolean placed =
                    each.section() >= 0 && each.section() < paper.sections().size() && each.start() >= 0;
            if (placed && each.references().stream().anyMatch(entries::contains)) {
                String text = paper.sections().get(each.section()).text();
                if (each.start() < each.end() && each.end() <= text.length()) {
                    found.computeIfAbsent(
                                    new At(each.section(), sentence(text, each.start(), each.end())),
                                    any -> new ArrayList<>())
                            .add(new TextRange(each.start(), each.end()));
                }
            }
        }
        return found.entrySet().stream()
                .limit(MOST)
                .map(each -> highlight(paper, each.getKey(), each.getValue()))
                .toList();
    }

    private static Highlight highlight(Paper paper, At at, List<TextRange> marks) {
        Section section = paper.sections().get(at.section());
        Excerpt excerpt = Excerpt.of(section.text(), at.sentence(), marks);
        return new Highlight(
                Schema.field(section.kind()),
                section.heading(),
                at.section(),
                at.sentence().start(),
                Content.page(
                        paper.content().pages(), at.section(), at.sentence().start()),
                excerpt.text(),
                excerpt.hits());
    }

    /** The sentence that a mark stands in or ends; the paragraph where the mark is in none. */
    private static TextRange sentence(String text, int start, int end) {
        int from = text.lastIndexOf('\n', start - 1) + 1;
        int line = text.indexOf('\n', end - 1);
        int to = line < 0 ? text.length() : line;
        TextRange[] found = {new TextRange(from, to)};
        SENTENCES.split(text, from, to, (begin, stop) -> {
            if (begin <= start && start < stop) {
                found[0] = new TextRange(begin, Math.max(stop, end));
            }
        });
        return found[0];
    }
}

package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.paper.Citation;
import dev.apatite.paper.Content;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.Section;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** The sentences of a paper that cite a work. */
final class CitingSentences {
    private static final int MOST = 20;
    private static final int SHORTEST = 25;

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

    /** The sentence that a mark ends or stands in; a mark printed behind the full stop belongs to what is before it. */
    private static TextRange sentence(String text, int start, int end) {
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(text);
        int from = begin(sentences, start);
        int to = sentences.following(Math.min(end - 1, text.length() - 1));
        if (from > 0
                && text.substring(from, start).chars().noneMatch(Character::isLetterOrDigit)
                && text.charAt(from - 1) != '\n') {
            from = begin(sentences, Math.max(0, from - 1));
            to = end;
        }
        // "Smith et al. [3]": what is too short for a sentence was cut at an abbreviation.
        while (from > 0 && start - from < SHORTEST && text.charAt(from - 1) != '\n') {
            from = begin(sentences, from - 1);
        }
        return new TextRange(from, to == BreakIterator.DONE ? text.length() : Math.max(to, end));
    }

    private static int begin(BreakIterator sentences, int at) {
        return at == 0 ? 0 : sentences.isBoundary(at) ? at : Math.max(0, sentences.preceding(at));
    }
}

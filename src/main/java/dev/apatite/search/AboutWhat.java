package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.MentionType;
import dev.apatite.paper.Paper;
import dev.apatite.paper.SectionKind;
import dev.apatite.paper.Span;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;

/** The concepts that a paper is about, weighed by their kind, where and how often it mentions them, and how rare they are. */
record AboutWhat(List<Topic> topics, double total) {
    private static final int MOST = 20;
    private static final double IN_TITLE = 3;
    private static final double IN_ABSTRACT = 1.5;
    private static final double ELSEWHERE = 0.25;

    AboutWhat {
        topics = List.copyOf(topics);
    }

    /** A concept, its term in text fields, and how much the paper is about it. */
    record Topic(String term, String name, double weight) {}

    static AboutWhat of(Corpus corpus, Paper paper) throws IOException {
        Map<String, Mention> first = new HashMap<>();
        Map<String, Double> places = new HashMap<>();
        Map<String, Integer> counts = new HashMap<>();
        for (Mention each : paper.mentions()) {
            if (each.assertion() == Assertion.AFFIRMED || each.assertion() == Assertion.POSSIBLE) {
                String id = each.concept() == null ? Schema.unlisted(each.type(), each.name()) : each.concept();
                first.putIfAbsent(id, each);
                places.merge(id, place(paper, each), Math::max);
                counts.merge(id, 1, Integer::sum);
            }
        }
        corpus.look(first.keySet().stream()
                .map(each -> new Term(Schema.CONCEPT, Schema.conceptTerm(each)))
                .toList());
        int papers = Math.max(1, corpus.papers());
        List<Topic> topics = new ArrayList<>();
        for (Map.Entry<String, Mention> each : first.entrySet()) {
            String term = Schema.conceptTerm(each.getKey());
            int having = corpus.having(new Term(Schema.CONCEPT, term));
            double rarity = Math.log(1 + papers / (having + 1.0));
            double weight = kind(each.getValue().type())
                    * places.getOrDefault(each.getKey(), ELSEWHERE)
                    * (1 + Math.log(counts.getOrDefault(each.getKey(), 1)))
                    * rarity;
            if (weight > 0) {
                topics.add(new Topic(term, each.getValue().name(), weight));
            }
        }
        topics.sort(Comparator.comparingDouble(Topic::weight).reversed().thenComparing(Topic::term));
        List<Topic> most = topics.subList(0, Math.min(MOST, topics.size()));
        return new AboutWhat(most, most.stream().mapToDouble(Topic::weight).sum());
    }

    /** What part of all that the paper is about these are: 0 to 1. */
    double share(List<Topic> some) {
        return total == 0 ? 0 : some.stream().mapToDouble(Topic::weight).sum() / total;
    }

    private static double place(Paper paper, Mention mention) {
        if (mention.section() == Span.TITLE) {
            return IN_TITLE;
        }
        boolean inAbstract = mention.section() >= 0
                && mention.section() < paper.sections().size()
                && paper.sections().get(mention.section()).kind() == SectionKind.ABSTRACT;
        return inAbstract ? IN_ABSTRACT : ELSEWHERE;
    }

    private static double kind(MentionType type) {
        return switch (type) {
            case CONDITION -> 1;
            case TREATMENT, ANTIBODY, ORGANISM -> 0.8;
            case SITE -> 0.3;
            case TEST, IMAGING -> 0.1;
        };
    }
}

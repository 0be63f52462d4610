package dev.apatite.search;

import dev.apatite.index.Gist;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Section;
import dev.apatite.paper.SectionKind;
import dev.apatite.query.EvidenceQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Finds papers that are about the same. Candidates share concepts, telling words or cited works; they are ranked by the
 * concepts that both have up front, by how alike their titles and abstracts are (the cosine of their words, weighed by
 * rarity), by the works that both cite (bibliographic coupling, Kessler 1963) and by whether one cites the other. A paper
 * that shares none of these in a degree that can be said in words is not suggested.
 */
final class Related {
    private static final int MOST = 10;
    private static final int CANDIDATES = 80;
    private static final int MOST_WORDS = 30;

    /** Shared works weigh half of the most they can with so many. */
    private static final double HALF_COUPLED = 4;

    private static final double OF_WORDS = 1.2;
    private static final double OF_WORKS = 0.8;
    private static final double OF_CITING = 0.3;

    /** Less alike papers have the words of any two studies: "placebo", "patient", "double-blind". */
    private static final double ALIKE = 0.17;

    /** So alike they are where they share a concept that is not all that they are about. */
    private static final double SOMEWHAT_ALIKE = 0.1;

    private static final double HARDLY_ALIKE = 0.05;

    /** So much of what a paper is about needs hardly a word in common. */
    private static final double MUCH = 0.25;

    /** A concept that is less of what a paper is about is no reason. */
    private static final double ABOUT = 0.08;

    private final TextAnalysis analysis;

    Related(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    /** How the stems of a paper's title and abstract are printed there. */
    private Map<String, String> printed(Paper paper) {
        Map<String, String> printed = new HashMap<>();
        String text = paper.sections().stream()
                .filter(each -> each.kind() == SectionKind.ABSTRACT)
                .map(Section::text)
                .collect(Collectors.joining(" ", paper.title() == null ? "" : paper.title() + " ", ""));
        for (TextAnalysis.Word word : analysis.words(text)) {
            if (word.parts().size() == 1) {
                printed.putIfAbsent(analysis.stem(word.parts().getFirst()), text.substring(word.start(), word.end()));
            }
        }
        return printed;
    }

    List<RelatedPaper> to(Corpus corpus, Paper paper) throws IOException {
        AboutWhat about = AboutWhat.of(corpus, paper);
        Gist own = corpus.gists(List.of(paper.id())).getOrDefault(paper.id(), new Gist(Map.of()));
        lookAt(corpus, List.of(own));
        Map<String, Double> gist = weighed(corpus, own);
        Set<String> works = works(corpus, paper);
        List<String> ids = corpus.best(candidates(paper, about, gist, works), CANDIDATES);
        List<List<Term>> asked = new ArrayList<>();
        about.topics()
                .forEach(each -> asked.add(
                        List.of(new Term(Schema.TITLE, each.term()), new Term(Schema.ABSTRACT, each.term()))));
        works.forEach(each -> asked.add(List.of(new Term(Schema.CITES, each))));
        asked.add(Citations.names(paper.id(), paper.doi()));
        List<Set<String>> having = corpus.ofAny(asked, ids);
        Map<String, List<AboutWhat.Topic>> topics = new HashMap<>();
        Map<String, Integer> coupled = new HashMap<>();
        for (int i = 0; i < asked.size() - 1; i++) {
            for (String each : having.get(i)) {
                if (i < about.topics().size()) {
                    topics.computeIfAbsent(each, any -> new ArrayList<>())
                            .add(about.topics().get(i));
                } else {
                    coupled.merge(each, 1, Integer::sum);
                }
            }
        }
        Set<String> citing = having.getLast();
        Map<String, Gist> gists = corpus.gists(ids);
        lookAt(corpus, gists.values());
        Map<String, String> printed = printed(paper);
        List<Candidate> related = new ArrayList<>();
        for (String id : ids) {
            Candidate candidate = new Candidate(
                    id,
                    topics.getOrDefault(id, List.of()),
                    Alike.of(gist, weighed(corpus, gists.getOrDefault(id, new Gist(Map.of()))), printed),
                    coupled.getOrDefault(id, 0),
                    citing.contains(id),
                    works.contains(id));
            if (candidate.isRelated(about)) {
                related.add(candidate);
            }
        }
        related.sort(Comparator.<Candidate>comparingDouble(each -> each.score(about))
                .reversed()
                .thenComparing(Candidate::id));
        List<Candidate> shown = related.subList(0, Math.min(MOST, related.size()));
        Map<String, StoredJson.Card> cards =
                corpus.cards(shown.stream().map(Candidate::id).toList());
        List<RelatedPaper> best = new ArrayList<>();
        for (Candidate each : shown) {
            StoredJson.Card card = cards.get(each.id());
            if (card != null) {
                best.add(each.shown(StoredRows.outside(card), about));
            }
        }
        return best;
    }

    private static void lookAt(Corpus corpus, Collection<Gist> gists) throws IOException {
        corpus.look(gists.stream()
                .flatMap(each -> each.words().keySet().stream())
                .map(each -> new Term(Schema.ALL, each))
                .toList());
    }

    /** A paper that may be related, and why. */
    private record Candidate(
            String id, List<AboutWhat.Topic> shared, Alike alike, int coupled, boolean cites, boolean cited) {
        private List<AboutWhat.Topic> named(AboutWhat about) {
            return shared.stream()
                    .filter(each -> about.share(List.of(each)) >= ABOUT)
                    .toList();
        }

        boolean isRelated(AboutWhat about) {
            double enough = about.share(shared) >= MUCH ? HARDLY_ALIKE : SOMEWHAT_ALIKE;
            return alike.cosine() >= ALIKE
                    || coupled > 1
                    || cites
                    || cited
                    || alike.cosine() >= enough && !named(about).isEmpty();
        }

        double score(AboutWhat about) {
            return about.share(shared)
                    + OF_WORDS * alike.cosine()
                    + OF_WORKS * (coupled / (coupled + HALF_COUPLED))
                    + (cites || cited ? OF_CITING : 0);
        }

        RelatedPaper shown(PaperCard card, AboutWhat about) {
            return new RelatedPaper(
                    card,
                    score(about),
                    named(about).stream().map(AboutWhat.Topic::name).toList(),
                    alike.words(),
                    coupled,
                    cites,
                    cited);
        }
    }

    /** How alike two weighed lists of words are. */
    private record Alike(double cosine, List<String> words) {
        private static final int MOST_SAID = 6;

        static Alike of(Map<String, Double> one, Map<String, Double> other, Map<String, String> printed) {
            double product = 0;
            Map<String, Double> shared = new HashMap<>();
            for (Map.Entry<String, Double> each : one.entrySet()) {
                Double there = other.get(each.getKey());
                if (there != null) {
                    product += each.getValue() * there;
                    shared.put(each.getKey(), each.getValue() * there);
                }
            }
            double lengths = length(one) * length(other);
            return new Alike(
                    lengths == 0 ? 0 : product / lengths,
                    shared.entrySet().stream()
                            .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                                    .thenComparing(Map.Entry.comparingByKey()))
                            .limit(MOST_SAID)
                            .map(each -> printed.getOrDefault(each.getKey(), each.getKey()))
                            .toList());
        }

        private static double length(Map<String, Double> words) {
            return Math.sqrt(
                    words.values().stream().mapToDouble(each -> each * each).sum());
        }
    }

    private static Query candidates(Paper paper, AboutWhat about, Map<String, Double> gist, Set<String> works) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        double topics = about.total();
        for (AboutWhat.Topic each : about.topics()) {
            float weight = (float) (each.weight() / Math.max(topics, 1e-9));
            add(any, new Term(Schema.TITLE, each.term()), weight);
            add(any, new Term(Schema.ABSTRACT, each.term()), weight);
        }
        List<Map.Entry<String, Double>> heaviest = gist.entrySet().stream()
                .sorted(Map.Entry.<String, Double>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST_WORDS)
                .toList();
        double words = heaviest.stream().mapToDouble(Map.Entry::getValue).sum();
        heaviest.forEach(each ->
                add(any, new Term(Schema.ALL, each.getKey()), (float) (each.getValue() / Math.max(words, 1e-9))));
        works.forEach(each -> add(any, new Term(Schema.CITES, each), 0.1f));
        any.add(new BoostQuery(new ConstantScoreQuery(Citations.citing(paper.id(), paper.doi())), 1), Occur.SHOULD);
        return new BooleanQuery.Builder()
                .add(any.build(), Occur.MUST)
                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                .add(new TermQuery(new Term(Schema.PAPER, paper.id())), Occur.MUST_NOT)
                .build();
    }

    private static void add(BooleanQuery.Builder any, Term term, float weight) {
        any.add(new BoostQuery(new ConstantScoreQuery(new TermQuery(term)), weight), Occur.SHOULD);
    }

    /** The words that another paper has too, each by how often it stands here and how rare it is in the corpus. */
    private static Map<String, Double> weighed(Corpus corpus, Gist gist) throws IOException {
        Map<String, Double> weighed = new HashMap<>();
        int papers = corpus.papers();
        for (Map.Entry<String, Integer> each : gist.words().entrySet()) {
            int having = corpus.having(new Term(Schema.ALL, each.getKey()));
            if (having > 1) {
                weighed.put(
                        each.getKey(),
                        (1 + Math.log(each.getValue())) * Math.log(1 + (papers - having + 0.5) / (having + 0.5)));
            }
        }
        return weighed;
    }

    private static Set<String> works(Corpus corpus, Paper paper) throws IOException {
        Set<String> works = paper.references().stream()
                .map(each -> each.workId())
                .filter(java.util.Objects::nonNull)
                .collect(Collectors.toSet());
        corpus.look(works.stream()
                .flatMap(each -> Stream.of(new Term(Schema.CITES, each), new Term(Schema.PAPER, each)))
                .toList());
        Set<String> shared = new java.util.LinkedHashSet<>();
        for (String each : works) {
            if (each.equals(paper.id())) {
                continue;
            }
            if (corpus.having(new Term(Schema.CITES, each)) > 1 || corpus.having(new Term(Schema.PAPER, each)) > 0) {
                shared.add(each);
            }
        }
        return shared;
    }
}

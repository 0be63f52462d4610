package dev.apatite.search;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Author;
import dev.apatite.query.EvidenceQueries;
import dev.apatite.vocabulary.Concept;
import dev.apatite.vocabulary.Vocabulary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Says how a beginning may go on: concepts that papers mention, titles, authors. */
final class Suggester {
    private static final int MOST_CONCEPTS = 6;
    private static final int MOST_LOOKED_AT = 2000;
    private static final int MOST_TITLES = 4;
    private static final int MOST_AUTHORS = 3;
    private static final int LONGEST = 200;

    private final TextAnalysis analysis;
    private final ConceptsByName concepts;

    Suggester(Vocabulary vocabulary, TextAnalysis analysis) {
        this.analysis = analysis;
        concepts = new ConceptsByName(vocabulary);
    }

    List<Suggestion> suggest(Corpus corpus, String typed) throws IOException {
        String beginning = typed.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST) {
            return List.of();
        }
        List<Suggestion> suggestions = new ArrayList<>(concepts(corpus, beginning));
        List<TextAnalysis.Word> words = analysis.words(beginning);
        if (!words.isEmpty()) {
            suggestions.addAll(titles(corpus, beginning, words));
            suggestions.addAll(authors(corpus, beginning, words));
        }
        return suggestions;
    }

    private List<Suggestion> concepts(Corpus corpus, String typed) throws IOException {
        String beginning = Vocabulary.fold(typed);
        Map<Concept, Integer> papers = new LinkedHashMap<>();
        if (beginning.isEmpty()) {
            return List.of();
        }
        List<Concept> some = new ArrayList<>();
        for (List<Concept> each : concepts.beginning(beginning)) {
            some.addAll(each.subList(0, Math.min(each.size(), MOST_LOOKED_AT - some.size())));
        }
        corpus.look(some.stream().map(Suggester::term).toList());
        for (Concept each : some) {
            papers.put(each, corpus.having(term(each)));
        }
        return papers.entrySet().stream()
                .filter(each -> each.getValue() > 0)
                .sorted(Comparator.comparing((Map.Entry<Concept, Integer> each) ->
                                !Vocabulary.fold(each.getKey().name()).startsWith(beginning))
                        .thenComparing(
                                Map.Entry.<Concept, Integer>comparingByValue().reversed())
                        .thenComparing(each -> each.getKey().name(), Comparator.naturalOrder()))
                .limit(MOST_CONCEPTS)
                .map(each -> new Suggestion(
                        each.getKey().name(),
                        each.getKey().type().code(),
                        quoted(each.getKey().name()),
                        null))
                .toList();
    }

    private static Term term(Concept concept) {
        return new Term(Schema.CONCEPT, Schema.conceptTerm(concept.id()));
    }

    /** Papers in whose title all words stand, the last one begun. */
    private List<Suggestion> titles(Corpus corpus, String typed, List<TextAnalysis.Word> words) throws IOException {
        List<Suggestion> titles = new ArrayList<>();
        for (StoredJson.Card card : find(corpus, Schema.TITLE, typed, words, MOST_TITLES)) {
            if (card.title() != null) {
                titles.add(new Suggestion(card.title(), "title", "TITLE:" + quoted(card.title()), card.id()));
            }
        }
        return titles;
    }

    private List<Suggestion> authors(Corpus corpus, String typed, List<TextAnalysis.Word> words) throws IOException {
        Map<String, Suggestion> authors = new LinkedHashMap<>();
        String beginning = Vocabulary.fold(typed);
        for (StoredJson.Card card : find(corpus, Schema.AUTHORS, typed, words, MOST_AUTHORS * 4)) {
            for (Author author : card.authors()) {
                String name = (author.family() == null ? "" : author.family())
                        + (author.given() == null ? "" : " " + author.given());
                if (Vocabulary.fold(name).startsWith(beginning) && authors.size() < MOST_AUTHORS) {
                    authors.putIfAbsent(
                            Vocabulary.fold(name), new Suggestion(name, "author", "AUTH:" + quoted(name), null));
                }
            }
        }
        return List.copyOf(authors.values());
    }

    private List<StoredJson.Card> find(
            Corpus corpus, String field, String typed, List<TextAnalysis.Word> words, int most) throws IOException {
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        all.add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER);
        for (TextAnalysis.Word word : words.subList(0, words.size() - 1)) {
            word.parts().forEach(each -> all.add(new TermQuery(new Term(field, each)), Occur.MUST));
        }
        TextAnalysis.Word last = words.getLast();
        Query begun = BoundedTerms.prefix(new Term(field, analysis.plain(typed.substring(last.start(), last.end()))));
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(begun, Occur.SHOULD);
        if (last.parts().size() == 1) {
            either.add(new TermQuery(new Term(field, last.parts().getFirst())), Occur.SHOULD);
        }
        List<String> best = corpus.best(all.add(either.build(), Occur.MUST).build(), most);
        Map<String, StoredJson.Card> cards = corpus.cards(best);
        return best.stream().filter(cards::containsKey).map(cards::get).toList();
    }

    private static String quoted(String text) {
        String plain = text.replaceAll("[\"\u201C\u201D*]", " ").strip();
        return plain.matches("[\\p{L}\\p{N}-]++") ? plain : '"' + plain + '"';
    }
}

package dev.apatite.search;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.IndexView;
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
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
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

    List<Suggestion> suggest(IndexView view, String typed) throws IOException {
        String beginning = typed.strip();
        if (beginning.isEmpty() || beginning.length() > LONGEST) {
            return List.of();
        }
        List<Suggestion> suggestions = new ArrayList<>(concepts(view.searcher().getIndexReader(), beginning));
        List<TextAnalysis.Word> words = analysis.words(beginning);
        if (!words.isEmpty()) {
            suggestions.addAll(titles(view, beginning, words));
            suggestions.addAll(authors(view, beginning, words));
        }
        return suggestions;
    }

    private List<Suggestion> concepts(IndexReader reader, String typed) throws IOException {
        String beginning = Vocabulary.fold(typed);
        Map<Concept, Integer> papers = new LinkedHashMap<>();
        if (beginning.isEmpty()) {
            return List.of();
        }
        int looked = 0;
        for (List<Concept> each : concepts.beginning(beginning)) {
            for (Concept concept : each) {
                if (looked++ < MOST_LOOKED_AT && !papers.containsKey(concept)) {
                    papers.put(concept, reader.docFreq(new Term(Schema.CONCEPT, Schema.conceptTerm(concept.id()))));
                }
            }
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

    /** Papers in whose title all words stand, the last one begun. */
    private List<Suggestion> titles(IndexView view, String typed, List<TextAnalysis.Word> words) throws IOException {
        StoredRows rows = new StoredRows(view);
        List<Suggestion> titles = new ArrayList<>();
        for (ScoreDoc each : find(view, Schema.TITLE, typed, words, MOST_TITLES)) {
            StoredJson.Card card = rows.card(each.doc);
            if (card.title() != null) {
                titles.add(new Suggestion(card.title(), "title", "TITLE:" + quoted(card.title()), card.id()));
            }
        }
        return titles;
    }

    private List<Suggestion> authors(IndexView view, String typed, List<TextAnalysis.Word> words) throws IOException {
        StoredRows rows = new StoredRows(view);
        Map<String, Suggestion> authors = new LinkedHashMap<>();
        String beginning = Vocabulary.fold(typed);
        for (ScoreDoc each : find(view, Schema.AUTHORS, typed, words, MOST_AUTHORS * 4)) {
            for (Author author : rows.card(each.doc).authors()) {
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

    private ScoreDoc[] find(IndexView view, String field, String typed, List<TextAnalysis.Word> words, int most)
            throws IOException {
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
        return view.searcher().search(all.add(either.build(), Occur.MUST).build(), most).scoreDocs;
    }

    private static String quoted(String text) {
        String plain = text.replaceAll("[\"\u201C\u201D*]", " ").strip();
        return plain.matches("[\\p{L}\\p{N}-]++") ? plain : '"' + plain + '"';
    }
}

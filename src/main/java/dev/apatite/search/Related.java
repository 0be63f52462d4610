package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.paper.Assertion;
import dev.apatite.paper.Mention;
import dev.apatite.paper.Paper;
import dev.apatite.paper.Reference;
import dev.apatite.paper.SectionKind;
import dev.apatite.query.EvidenceQueries;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;

/** Finds papers that are about the same: the same concepts, the same rare words up front, the same works cited. */
final class Related {
    private static final int MOST = 10;
    private static final int MOST_CONCEPTS = 20;
    private static final int MOST_WORDS = 25;
    private static final int SHORTEST_WORD = 4;

    private final TextAnalysis analysis;

    Related(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    private record Weighed(Term term, double weight) {}

    List<PaperCard> to(IndexView view, Paper paper) throws IOException {
        IndexReader reader = view.searcher().getIndexReader();
        BooleanQuery.Builder alike = new BooleanQuery.Builder();
        Stream<Weighed> concepts = weighed(reader, Schema.CONCEPT, concepts(paper), MOST_CONCEPTS, 1.5);
        Stream<Weighed> words = weighed(reader, Schema.WORDS, words(paper), MOST_WORDS, 1);
        Stream<Weighed> works = weighed(reader, Schema.CITES, works(paper), Integer.MAX_VALUE, 1);
        List<Weighed> terms =
                Stream.of(concepts, words, works).flatMap(each -> each).toList();
        if (terms.isEmpty()) {
            return List.of();
        }
        terms.forEach(each -> alike.add(
                new BoostQuery(new ConstantScoreQuery(new TermQuery(each.term())), (float) each.weight()),
                Occur.SHOULD));
        ScoreDoc[] found = view.searcher()
                .search(
                        new BooleanQuery.Builder()
                                .add(alike.build(), Occur.MUST)
                                .add(EvidenceQueries.kind(Schema.KIND_PAPER), Occur.FILTER)
                                .add(new TermQuery(new Term(Schema.PAPER, paper.id())), Occur.MUST_NOT)
                                .build(),
                        MOST)
                .scoreDocs;
        StoredRows rows = new StoredRows(view);
        List<PaperCard> cards = new ArrayList<>();
        for (ScoreDoc each : found) {
            cards.add(StoredRows.outside(rows.card(each.doc)));
        }
        return cards;
    }

    /** The heaviest terms: frequent here, rare in the corpus; those that only this paper has lead nowhere. */
    private static Stream<Weighed> weighed(
            IndexReader reader, String field, Map<String, Integer> counts, int most, double worth) throws IOException {
        List<Weighed> weighed = new ArrayList<>();
        for (Map.Entry<String, Integer> each : counts.entrySet()) {
            Term term = new Term(field, each.getKey());
            int papers = reader.docFreq(term);
            if (papers > 1) {
                double rarity = Math.log(1 + reader.getDocCount(field) / (double) papers);
                weighed.add(new Weighed(term, worth * rarity * (1 + Math.log(each.getValue()))));
            }
        }
        return weighed.stream()
                .sorted(Comparator.comparingDouble(Weighed::weight).reversed())
                .limit(most);
    }

    private static Map<String, Integer> concepts(Paper paper) {
        return paper.mentions().stream()
                .filter(each -> each.assertion() == Assertion.AFFIRMED)
                .map(Mention::concept)
                .collect(Collectors.toMap(Schema::conceptTerm, each -> 1, Integer::sum));
    }

    private Map<String, Integer> words(Paper paper) {
        StringBuilder text = new StringBuilder(paper.title() == null ? "" : paper.title());
        paper.keywords().forEach(each -> text.append(' ').append(each));
        paper.sections().stream()
                .filter(each -> each.kind() == SectionKind.ABSTRACT)
                .forEach(each -> text.append(' ').append(each.text()));
        Map<String, Integer> words = new HashMap<>();
        for (TextAnalysis.Word word : analysis.words(text.toString())) {
            if (word.end() - word.start() >= SHORTEST_WORD) {
                words.merge(analysis.plain(text.substring(word.start(), word.end())), 1, Integer::sum);
            }
        }
        return words;
    }

    private static Map<String, Integer> works(Paper paper) {
        return paper.references().stream()
                .map(Reference::workId)
                .filter(Objects::nonNull)
                .collect(Collectors.toMap(each -> each, each -> 1, (one, other) -> 1));
    }
}

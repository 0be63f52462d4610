package dev.apatite.search;

import dev.apatite.index.FacetDimensions;
import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.query.QueryPrinter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.util.BytesRef;

/**
 * Answers with sentences: those of the best papers for a query, ranked against each other by BM25 over sentences
 * (Robertson and Zaragoza 2009), in which a word counts once.
 */
final class SentenceSearch {
    /** How many papers are looked through; more cost more than an answer may. */
    static final int PAPERS = 100;

    private static final double K1 = 1.2;
    private static final double B = 0.75;

    /** Characters of a usual sentence. */
    private static final double USUAL_LENGTH = 140;

    /** Where a sentence may stand: in any section, but not in the title, which is no sentence. */
    private static final List<String> TEXT =
            Schema.SECTIONS.stream().filter(each -> !each.equals(Schema.TITLE)).toList();

    private final PaperSearch papers;
    private final TextAnalysis analysis;

    SentenceSearch(PaperSearch papers, TextAnalysis analysis) {
        this.papers = papers;
        this.analysis = analysis;
    }

    /**
     * The best papers of a question.
     *
     * @param hits how many there are in all
     * @param documents of the best, in a view, best first
     */
    record Best(long hits, IndexView view, int[] documents) {}

    /** Finds papers. */
    interface Finding {
        Best best(int most) throws IOException;
    }

    /** The sentences of the papers that a question finds, as far as they have its words. */
    SentencesResponse sentences(IndexView view, Question question) throws IOException {
        return sentences(new ViewCorpus(view), question, most -> {
            Page best = papers.best(view, question, most);
            return new Best(
                    best.hits(),
                    view,
                    Arrays.stream(best.rows()).mapToInt(each -> each.doc).toArray());
        });
    }

    /** The same of papers that are found otherwise. */
    SentencesResponse sentences(Corpus corpus, Question question, Finding finding) throws IOException {
        SearchRequest request = question.request();
        if (!request.sort().isEmpty()) {
            throw new BadRequest("sort", "sentences are sorted by relevance");
        }
        // Without words, no sentence has any of them.
        boolean words = PaperHighlighter.marks(question.compiled().marks());
        Best best = finding.best(words ? PAPERS : 0);
        List<SentenceRow> all = ranked(corpus, question, best);
        Cursor cursor = Cursor.of(request, "sentences", "", question.searched());
        Object[] after = cursor.read(request.cursor(), List.of(Integer.class));
        int from = after == null ? 0 : Math.min(all.size(), Math.max(0, (Integer) after[0]));
        int to = Math.min(all.size(), from + request.pageSize());
        return new SentencesResponse(
                all.size(),
                best.hits(),
                best.documents().length,
                all.subList(from, to),
                to < all.size() && to > from ? cursor.after(to) : null,
                question.expansions(),
                QueryPrinter.print(question.tree()));
    }

    private List<SentenceRow> ranked(Corpus corpus, Question question, Best best) throws IOException {
        List<String> sections = question.filters().selected().getOrDefault(FacetDimensions.SECTION, List.of());
        List<String> fields = TEXT.stream()
                .filter(each -> sections.isEmpty() || sections.contains(each))
                .toList();
        int[] documents = best.documents();
        StoredRows rows = new StoredRows(best.view());
        Map<Term, Double> weights = new HashMap<>();
        List<SentenceRow> all = new ArrayList<>();
        List<List<PaperHighlighter.Found>> found = documents.length == 0 || fields.isEmpty()
                ? List.of()
                : new PaperHighlighter(best.view().searcher(), analysis, rows)
                        .every(question.compiled().marks(), documents, fields);
        corpus.look(found.stream()
                .flatMap(List::stream)
                .flatMap(each -> each.terms().stream()
                        .map(term -> new Term(each.sentence().section(), term)))
                .distinct()
                .toList());
        for (int i = 0; i < found.size(); i++) {
            if (!found.get(i).isEmpty()) {
                PaperCard paper = StoredRows.outside(rows.card(documents[i]));
                for (PaperHighlighter.Found each : found.get(i)) {
                    all.add(new SentenceRow(paper, each.sentence(), score(corpus, each, weights)));
                }
            }
        }
        // The sort is stable: equal sentences stay in the order of their papers.
        all.sort(Comparator.comparingDouble(SentenceRow::score).reversed());
        return all;
    }

    private static float score(Corpus corpus, PaperHighlighter.Found found, Map<Term, Double> weights)
            throws IOException {
        double sum = 0;
        for (BytesRef each : found.terms()) {
            Term term = new Term(found.sentence().section(), each);
            Double weight = weights.get(term);
            if (weight == null) {
                int having = corpus.having(term);
                weight = Math.log(1 + (corpus.papers() - having + 0.5) / (having + 0.5));
                weights.put(term, weight);
            }
            sum += weight;
        }
        double length = found.sentence().text().length() / USUAL_LENGTH;
        return (float) (sum * (K1 + 1) / (1 + K1 * (1 - B + B * length)));
    }
}

package dev.apatite.search;

import dev.apatite.index.Gist;
import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.StoredJson;
import dev.apatite.query.PaperAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.Sort;
import org.apache.lucene.search.SortField;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;

/** The papers of a view of the index on this machine. */
final class ViewCorpus implements Corpus {
    /** A shorter word is like too many. */
    static final int SHORTEST_LIKE = 4;

    /** How like a word has to be: 1 is the same. */
    static final float LIKE = 0.6f;

    /** Equally good papers by their ids, as every engine has them. */
    static final Sort BEST_FIRST = new Sort(SortField.FIELD_SCORE, new SortField(Schema.PAPER, SortField.Type.STRING));

    private final IndexView view;
    private final IndexReader reader;
    private final StoredRows rows;
    private final Frequencies frequencies;
    private final Map<String, Integer> documents = new HashMap<>();

    ViewCorpus(IndexView view) {
        this.view = view;
        reader = view.searcher().getIndexReader();
        rows = new StoredRows(view);
        frequencies = view.attachment(Frequencies.class, "", any -> new Frequencies());
    }

    @Override
    public int papers() throws IOException {
        return reader.getDocCount(Schema.ALL);
    }

    @Override
    public int having(Term term) throws IOException {
        return term.field().equals(Schema.ALL) ? frequencies.of(reader, term.text()) : reader.docFreq(term);
    }

    @Override
    public long count(Query query) throws IOException {
        return view.searcher().count(query);
    }

    @Override
    public List<String> best(Query papers, int most) throws IOException {
        List<String> best = new ArrayList<>();
        for (ScoreDoc each : view.searcher().search(papers, most, BEST_FIRST).scoreDocs) {
            String id = rows.paperOf(each.doc);
            documents.put(id, each.doc);
            best.add(id);
        }
        return best;
    }

    private Optional<Integer> document(String id) throws IOException {
        Integer known = documents.get(id);
        return known == null ? PaperAddress.byId(reader, id) : Optional.of(known);
    }

    @Override
    public List<Set<String>> ofAny(List<List<Term>> terms, Collection<String> papers) throws IOException {
        Map<Integer, String> ids = new LinkedHashMap<>();
        for (String each : papers) {
            document(each).ifPresent(document -> ids.put(document, each));
        }
        Membership members = new Membership(
                reader, ids.keySet().stream().mapToInt(each -> each).sorted().toArray());
        List<Set<String>> having = new ArrayList<>();
        for (List<Term> each : terms) {
            Set<String> some = new LinkedHashSet<>();
            members.ofAny(each).forEach(document -> some.add(String.valueOf(ids.get(document))));
            having.add(some);
        }
        return having;
    }

    @Override
    public Map<String, StoredJson.Card> cards(Collection<String> papers) throws IOException {
        Map<String, StoredJson.Card> cards = new LinkedHashMap<>();
        for (String each : papers) {
            Optional<Integer> document = document(each);
            if (document.isPresent()) {
                cards.put(each, rows.card(document.get()));
            }
        }
        return cards;
    }

    @Override
    public Map<String, Gist> gists(Collection<String> papers) throws IOException {
        Gists known = view.attachment(Gists.class, "", any -> new Gists());
        Map<String, Gist> gists = new LinkedHashMap<>();
        for (String each : papers) {
            Optional<Integer> document = document(each);
            if (document.isPresent()) {
                gists.put(each, known.of(view.searcher(), document.get()));
            }
        }
        return gists;
    }

    @Override
    public Optional<String> printedLike(String word) throws IOException {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinQueryLength(SHORTEST_LIKE);
        checker.setAccuracy(LIKE);
        SuggestWord[] similar =
                checker.suggestSimilar(new Term(Schema.WORDS, word), 1, reader, SuggestMode.SUGGEST_ALWAYS);
        return similar.length == 0 ? Optional.empty() : Optional.of(similar[0].string);
    }

    @Override
    public void check() {
        view.check();
    }
}

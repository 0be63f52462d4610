package dev.apatite.search;

import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.query.ConceptNames;
import dev.apatite.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/**
 * Mends words of a query that stand in no paper and name nothing, where a word like them does; words that were cut in two,
 * and two that were written as one.
 */
final class Speller {
    private static final int SHORTEST = 4;
    private static final int SHORTEST_PART = 3;

    /** A longer one is no word. */
    private static final int LONGEST = 40;

    private static final int MOST_WORDS = 20;

    private final TextAnalysis analysis;
    private final ConceptNames names;

    Speller(TextAnalysis analysis, ConceptNames names) {
        this.analysis = analysis;
        this.names = names;
    }

    private record Change(int position, int length, String words) {}

    /** A word of letters alone. */
    private record Plain(int position, int length, String typed, String term) {
        int end() {
            return position + length;
        }
    }

    /** The query with such words replaced; null where there is none. */
    @Nullable
    String mended(IndexView view, String query, QueryNode tree) throws IOException {
        List<List<Plain>> runs = new ArrayList<>();
        gather(tree, runs);
        List<Change> changes = new ArrayList<>();
        int looked = 0;
        for (List<Plain> run : runs) {
            for (int i = 0; i < run.size() && looked < MOST_WORDS; i++) {
                view.check();
                looked++;
                Plain next = i + 1 < run.size() ? run.get(i + 1) : null;
                Optional<Change> joined = next == null ? Optional.empty() : joined(view, query, run.get(i), next);
                if (joined.isPresent()) {
                    changes.add(joined.get());
                    i++;
                } else {
                    Optional<Change> other = other(view, run.get(i));
                    other.ifPresent(changes::add);
                }
            }
        }
        if (changes.isEmpty()) {
            return null;
        }
        changes.sort(Comparator.comparingInt(Change::position).reversed());
        StringBuilder mended = new StringBuilder(query);
        changes.forEach(each -> mended.replace(each.position(), each.position() + each.length(), each.words()));
        return mended.toString();
    }

    private void gather(QueryNode node, List<List<Plain>> runs) {
        switch (node) {
            case QueryNode.Word word -> runs.add(plain(word));
            case QueryNode.Words words -> {
                List<Plain> run = new ArrayList<>();
                for (QueryNode each : words.parts()) {
                    List<Plain> plain = each instanceof QueryNode.Word word ? plain(word) : List.of();
                    run.addAll(plain);
                    if (plain.size() != 1) {
                        runs.add(List.copyOf(run));
                        run.clear();
                        if (!(each instanceof QueryNode.Word)) {
                            gather(each, runs);
                        }
                    }
                }
                runs.add(run);
            }
            case QueryNode.And and -> and.parts().forEach(each -> gather(each, runs));
            case QueryNode.Or or -> or.parts().forEach(each -> gather(each, runs));
            case QueryNode.InField in -> {
                if (Schema.TEXTS.contains(in.field().name())) {
                    gather(in.part(), runs);
                }
            }
            default -> {}
        }
    }

    private List<Plain> plain(QueryNode.Word word) {
        List<Plain> plain = new ArrayList<>();
        for (TextAnalysis.Word each : analysis.words(word.text())) {
            String typed = analysis.plain(word.text().substring(each.start(), each.end()));
            if (each.parts().size() == 1 && typed.chars().allMatch(Character::isLetter)) {
                plain.add(new Plain(
                        word.position() + each.start(),
                        each.end() - each.start(),
                        typed,
                        each.parts().getFirst()));
            }
        }
        return plain;
    }

    /** Two neighbours as the one word that they are the halves of, where at least one of them is no word. */
    private Optional<Change> joined(IndexView view, String query, Plain first, Plain second) throws IOException {
        IndexReader reader = view.searcher().getIndexReader();
        String whole = first.typed() + second.typed();
        boolean apart = query.substring(first.end(), second.position()).isBlank();
        if (!apart
                || whole.length() < SHORTEST
                || !isPrinted(reader, whole)
                || (stands(reader, first) && stands(reader, second))) {
            return Optional.empty();
        }
        return Optional.of(new Change(first.position(), second.end() - first.position(), whole));
    }

    /** A word like one that nobody knows, or the two that it is made of. */
    private Optional<Change> other(IndexView view, Plain word) throws IOException {
        IndexReader reader = view.searcher().getIndexReader();
        if (word.length() < SHORTEST
                || word.typed().length() > LONGEST
                || stands(reader, word)
                || areMentioned(reader, names.conceptsOf(word.typed()))) {
            return Optional.empty();
        }
        String words = split(view, word.typed());
        if (words == null) {
            words = like(reader, word.typed());
        }
        if (words == null) {
            words = named(reader, word.typed());
        }
        return Optional.ofNullable(words).map(each -> new Change(word.position(), word.length(), each));
    }

    private static boolean stands(IndexReader reader, Plain word) throws IOException {
        if (isPrinted(reader, word.typed())) {
            return true;
        }
        for (String field : Schema.TEXTS) {
            if (reader.docFreq(new Term(field, word.term())) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrinted(IndexReader reader, String word) throws IOException {
        return reader.docFreq(new Term(Schema.WORDS, word)) > 0;
    }

    /** Two words that stand side by side in some paper; of several pairs that which stands so in most. */
    private @Nullable String split(IndexView view, String typed) throws IOException {
        IndexReader reader = view.searcher().getIndexReader();
        String best = null;
        int most = 0;
        for (int i = SHORTEST_PART; i <= typed.length() - SHORTEST_PART; i++) {
            String first = typed.substring(0, i);
            String second = typed.substring(i);
            if (isPrinted(reader, first) && isPrinted(reader, second)) {
                int papers = view.searcher().count(new PhraseQuery(Schema.ALL, stem(first), stem(second)));
                if (papers > most) {
                    most = papers;
                    best = first + " " + second;
                }
            }
        }
        return best;
    }

    private String stem(String word) {
        return analysis.stem(analysis.words(word).getFirst().parts().getFirst());
    }

    private static @Nullable String like(IndexReader reader, String typed) throws IOException {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinQueryLength(SHORTEST);
        checker.setAccuracy(0.6f);
        SuggestWord[] similar =
                checker.suggestSimilar(new Term(Schema.WORDS, typed), 1, reader, SuggestMode.SUGGEST_ALWAYS);
        return similar.length == 0 ? null : similar[0].string;
    }

    /** A name of something that papers mention by another name. */
    private @Nullable String named(IndexReader reader, String typed) throws IOException {
        for (ConceptNames.Near near : names.near(typed)) {
            if (areMentioned(reader, near.concepts())) {
                return near.name();
            }
        }
        return null;
    }

    private static boolean areMentioned(IndexReader reader, Set<String> concepts) throws IOException {
        for (String concept : concepts) {
            if (reader.docFreq(new Term(Schema.ALL, Schema.conceptTerm(concept))) > 0) {
                return true;
            }
        }
        return false;
    }
}

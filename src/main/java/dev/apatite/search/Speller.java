package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.query.ConceptNames;
import dev.apatite.query.QueryNode;
import dev.apatite.text.EditDistance;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.PhraseQuery;
import org.jspecify.annotations.Nullable;

/**
 * Mends words of a query that stand in no paper and name nothing, where a word like them does; words that were cut in two,
 * and two that were written as one.
 */
final class Speller {
    private static final int SHORTEST = ViewCorpus.SHORTEST_LIKE;
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
    String mended(Corpus corpus, String query, QueryNode tree) throws IOException {
        List<List<Plain>> runs = new ArrayList<>();
        gather(tree, runs);
        corpus.look(printed(runs));
        List<Change> changes = new ArrayList<>();
        int looked = 0;
        for (List<Plain> run : runs) {
            for (int i = 0; i < run.size() && looked < MOST_WORDS; i++) {
                corpus.check();
                looked++;
                Plain next = i + 1 < run.size() ? run.get(i + 1) : null;
                Optional<Change> joined = next == null ? Optional.empty() : joined(corpus, query, run.get(i), next);
                if (joined.isPresent()) {
                    changes.add(joined.get());
                    i++;
                } else {
                    Optional<Change> other = other(corpus, run.get(i));
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

    /** What has to be known of every word: whether it, or it with its neighbour, is printed anywhere. */
    private static List<Term> printed(List<List<Plain>> runs) {
        List<Term> printed = new ArrayList<>();
        for (List<Plain> run : runs) {
            for (int i = 0; i < run.size() && printed.size() < 2 * MOST_WORDS; i++) {
                printed.add(new Term(Schema.WORDS, run.get(i).typed()));
                if (i + 1 < run.size()) {
                    printed.add(new Term(
                            Schema.WORDS, run.get(i).typed() + run.get(i + 1).typed()));
                }
            }
        }
        return printed;
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
    private Optional<Change> joined(Corpus corpus, String query, Plain first, Plain second) throws IOException {
        String whole = first.typed() + second.typed();
        boolean apart = query.substring(first.end(), second.position()).isBlank();
        if (!apart
                || whole.length() < SHORTEST
                || !isPrinted(corpus, whole)
                || (stands(corpus, first) && stands(corpus, second))) {
            return Optional.empty();
        }
        return Optional.of(new Change(first.position(), second.end() - first.position(), whole));
    }

    /** A word like one that nobody knows, or the two that it is made of. */
    private Optional<Change> other(Corpus corpus, Plain word) throws IOException {
        if (word.length() < SHORTEST
                || word.typed().length() > LONGEST
                || stands(corpus, word)
                || !names.otherwise(word.typed()).isEmpty()) {
            return Optional.empty();
        }
        Set<String> known = names.conceptsOf(word.typed());
        if (areMentioned(corpus, known)) {
            return Optional.empty();
        }
        String words = split(corpus, word.typed());
        if (words == null) {
            words = like(corpus, word.typed());
        }
        // What names something that no paper mentions is no slip for something else.
        if (words == null && known.isEmpty()) {
            words = named(corpus, word.typed());
        }
        return Optional.ofNullable(words).map(each -> new Change(word.position(), word.length(), each));
    }

    private static boolean stands(Corpus corpus, Plain word) throws IOException {
        if (isPrinted(corpus, word.typed())) {
            return true;
        }
        List<Term> terms =
                Schema.TEXTS.stream().map(field -> new Term(field, word.term())).toList();
        corpus.look(terms);
        for (Term each : terms) {
            if (corpus.having(each) > 0) {
                return true;
            }
        }
        return false;
    }

    private static boolean isPrinted(Corpus corpus, String word) throws IOException {
        return corpus.having(new Term(Schema.WORDS, word)) > 0;
    }

    /** Two words that stand side by side in some paper; of several pairs that which stands so in most. */
    private @Nullable String split(Corpus corpus, String typed) throws IOException {
        List<Term> halves = new ArrayList<>();
        for (int i = SHORTEST_PART; i <= typed.length() - SHORTEST_PART; i++) {
            halves.add(new Term(Schema.WORDS, typed.substring(0, i)));
            halves.add(new Term(Schema.WORDS, typed.substring(i)));
        }
        corpus.look(halves);
        String best = null;
        long most = 0;
        for (int i = SHORTEST_PART; i <= typed.length() - SHORTEST_PART; i++) {
            String first = typed.substring(0, i);
            String second = typed.substring(i);
            if (isPrinted(corpus, first) && isPrinted(corpus, second)) {
                long papers = corpus.count(new PhraseQuery(Schema.ALL, stem(first), stem(second)));
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

    /** The word most like it. Two slips may lead to a word of several papers; one of a single paper takes one slip. */
    private static @Nullable String like(Corpus corpus, String typed) throws IOException {
        String like = corpus.printedLike(typed).orElse(null);
        return like == null || isOneSlip(typed, like) || corpus.having(new Term(Schema.WORDS, like)) > 1 ? like : null;
    }

    /** A letter too many, too few or wrong, or two that changed places. */
    private static boolean isOneSlip(String typed, String meant) {
        if (EditDistance.within(typed, meant, 1)) {
            return true;
        }
        int from = 0;
        while (from < typed.length() && from < meant.length() && typed.charAt(from) == meant.charAt(from)) {
            from++;
        }
        return typed.length() == meant.length()
                && from + 1 < typed.length()
                && typed.charAt(from) == meant.charAt(from + 1)
                && typed.charAt(from + 1) == meant.charAt(from)
                && typed.substring(from + 2).equals(meant.substring(from + 2));
    }

    /** A name of something that papers mention by another name. */
    private @Nullable String named(Corpus corpus, String typed) throws IOException {
        for (ConceptNames.Near near : names.near(typed)) {
            if (areMentioned(corpus, near.concepts())) {
                return near.name();
            }
        }
        return null;
    }

    private static boolean areMentioned(Corpus corpus, Set<String> concepts) throws IOException {
        List<Term> terms = concepts.stream()
                .map(each -> new Term(Schema.ALL, Schema.conceptTerm(each)))
                .toList();
        corpus.look(terms);
        for (Term each : terms) {
            if (corpus.having(each) > 0) {
                return true;
            }
        }
        return false;
    }
}

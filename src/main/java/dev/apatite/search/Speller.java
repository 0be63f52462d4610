package dev.apatite.search;

import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import dev.apatite.query.QueryNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.spell.DirectSpellChecker;
import org.apache.lucene.search.spell.SuggestMode;
import org.apache.lucene.search.spell.SuggestWord;
import org.jspecify.annotations.Nullable;

/** Mends words of a query that stand in no paper, where a word like them does. */
final class Speller {
    private static final int SHORTEST = 4;
    private static final int MOST_WORDS = 20;

    private final TextAnalysis analysis;

    Speller(TextAnalysis analysis) {
        this.analysis = analysis;
    }

    private record Change(int position, int length, String word) {}

    /** The query with such words replaced; null where there is none. */
    @Nullable
    String mended(IndexReader reader, String query, QueryNode tree) throws IOException {
        List<QueryNode.Word> words = new ArrayList<>();
        gather(tree, words);
        List<Change> changes = new ArrayList<>();
        for (QueryNode.Word word : words.subList(0, Math.min(MOST_WORDS, words.size()))) {
            for (TextAnalysis.Word each : analysis.words(word.text())) {
                if (each.parts().size() == 1 && each.end() - each.start() >= SHORTEST) {
                    String typed = analysis.plain(word.text().substring(each.start(), each.end()));
                    String like = stands(reader, typed, each.parts().getFirst()) ? null : like(reader, typed);
                    if (like != null) {
                        changes.add(new Change(word.position() + each.start(), each.end() - each.start(), like));
                    }
                }
            }
        }
        if (changes.isEmpty()) {
            return null;
        }
        changes.sort(Comparator.comparingInt(Change::position).reversed());
        StringBuilder mended = new StringBuilder(query);
        changes.forEach(each -> mended.replace(each.position(), each.position() + each.length(), each.word()));
        return mended.toString();
    }

    private static void gather(QueryNode node, List<QueryNode.Word> words) {
        switch (node) {
            case QueryNode.Word word -> words.add(word);
            case QueryNode.And and -> and.parts().forEach(each -> gather(each, words));
            case QueryNode.Or or -> or.parts().forEach(each -> gather(each, words));
            case QueryNode.InField in -> {
                if (Schema.TEXTS.contains(in.field().name())) {
                    gather(in.part(), words);
                }
            }
            default -> {}
        }
    }

    private static boolean stands(IndexReader reader, String typed, String term) throws IOException {
        if (!typed.chars().allMatch(Character::isLetter) || reader.docFreq(new Term(Schema.WORDS, typed)) > 0) {
            return true;
        }
        for (String field : Schema.TEXTS) {
            if (reader.docFreq(new Term(field, term)) > 0) {
                return true;
            }
        }
        return false;
    }

    private static @Nullable String like(IndexReader reader, String typed) throws IOException {
        DirectSpellChecker checker = new DirectSpellChecker();
        checker.setMinQueryLength(SHORTEST);
        checker.setAccuracy(0.6f);
        SuggestWord[] similar =
                checker.suggestSimilar(new Term(Schema.WORDS, typed), 1, reader, SuggestMode.SUGGEST_ALWAYS);
        return similar.length == 0 ? null : similar[0].string;
    }
}

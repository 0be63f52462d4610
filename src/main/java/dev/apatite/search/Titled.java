package dev.apatite.search;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.apatite.index.IndexView;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/**
 * Papers whose whole title stands in what was typed, alone or in a pasted citation: they are asked for by name, whatever
 * else of the citation the paper itself lacks.
 */
final class Titled {
    /** A shorter title may be a topic. */
    private static final int SHORTEST = 4;

    /** The share of a title's words that may be missing, for a slip. */
    private static final double SLIPS = 0.1;

    private static final int MOST_WORDS = 60;
    static final int CANDIDATES = 10;

    private Titled() {}

    /** The words of the titles of a commit that were looked at lately. Safe to share between threads. */
    private static final class Titles {
        /** Some 1 kB each. */
        private static final int MOST = 5000;

        final Cache<Integer, Set<String>> words =
                Caffeine.newBuilder().maximumSize(MOST).executor(Runnable::run).build();
    }

    /** Their documents. */
    static Set<Integer> of(IndexView view, TextAnalysis analysis, String typed) throws IOException {
        Set<String> words = words(analysis, typed);
        if (isNoTitle(words)) {
            return Set.of();
        }
        Set<Integer> titled = new LinkedHashSet<>();
        StoredRows rows = new StoredRows(view);
        Titles lately = view.attachment(Titles.class, "", any -> new Titles());
        for (ScoreDoc each : view.searcher().search(candidates(words), CANDIDATES).scoreDocs) {
            Set<String> title = lately.words.getIfPresent(each.doc);
            if (title == null) {
                title = ofTitle(analysis, rows.card(each.doc).title());
                lately.words.put(each.doc, title);
            }
            if (isTitle(title, words)) {
                titled.add(each.doc);
            }
        }
        return titled;
    }

    /** Whether there are too few words for a title, or too many. */
    static boolean isNoTitle(Set<String> words) {
        return words.size() < SHORTEST || words.size() > MOST_WORDS;
    }

    /** Papers of which one may be asked for; the best {@link #CANDIDATES} are looked at. */
    static Query candidates(Set<String> words) {
        BooleanQuery.Builder any = new BooleanQuery.Builder();
        words.forEach(each -> any.add(new TermQuery(new Term(Schema.TITLE, each)), Occur.SHOULD));
        return any.setMinimumNumberShouldMatch(SHORTEST).build();
    }

    /** Whether a title stands in the words. */
    static boolean isTitle(TextAnalysis analysis, @Nullable String title, Set<String> words) {
        return isTitle(ofTitle(analysis, title), words);
    }

    private static boolean isTitle(Set<String> title, Set<String> words) {
        long missing = title.stream().filter(each -> !words.contains(each)).count();
        return title.size() >= SHORTEST && missing <= SLIPS * title.size();
    }

    private static Set<String> ofTitle(TextAnalysis analysis, @Nullable String title) {
        return title == null ? Set.of() : words(analysis, title);
    }

    static Set<String> words(TextAnalysis analysis, String text) {
        Set<String> words = new LinkedHashSet<>();
        List<TextAnalysis.Word> all = analysis.words(text);
        all.forEach(each -> words.addAll(each.parts()));
        return words;
    }
}

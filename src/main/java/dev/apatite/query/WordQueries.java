package dev.apatite.query;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Queries for words in the whole text, or in some of its fields. */
final class WordQueries {
    private final List<String> fields;
    private final boolean everywhere;
    private final TextAnalysis analysis;

    private WordQueries(List<String> fields, boolean everywhere, TextAnalysis analysis) {
        this.fields = fields;
        this.everywhere = everywhere;
        this.analysis = analysis;
    }

    /** Over these fields, over the whole text where there are none. */
    static WordQueries in(List<String> fields, TextAnalysis analysis) {
        return new WordQueries(fields.isEmpty() ? Schema.TEXTS : fields, fields.isEmpty(), analysis);
    }

    /** Over every field of its own, to mark what is there. */
    static WordQueries inEveryField(TextAnalysis analysis) {
        return new WordQueries(Schema.TEXTS, false, analysis);
    }

    /** Whether words are searched in the whole text as one. */
    boolean everywhere() {
        return everywhere;
    }

    /** A word: joined, or its parts side by side. */
    Query word(TextAnalysis.Word word) {
        if (word.parts().size() == 1) {
            return term(word.parts().getFirst());
        }
        List<Query> ways = new ArrayList<>();
        word.joined().forEach(each -> ways.add(term(each)));
        ways.add(everywhere ? stems(word.parts(), 0) : phrase(word.parts(), 0));
        return best(ways);
    }

    /** A term of the index. */
    Query term(String term) {
        if (everywhere) {
            return new TermQuery(new Term(Schema.ALL, analysis.stem(term)));
        }
        return inEach(field -> new TermQuery(new Term(field, term)));
    }

    /** Terms side by side in the whole text, or near each other in any order. */
    Query stems(List<String> terms, int slop) {
        return new PhraseQuery(
                slop, Schema.ALL, terms.stream().map(analysis::stem).toArray(String[]::new));
    }

    /** A concept where it, or one of those narrower, is mentioned; null where the fields hold no mentions. */
    @Nullable
    Query concept(String term) {
        if (everywhere) {
            return new TermQuery(new Term(Schema.ALL, term));
        }
        List<String> sections =
                fields.stream().filter(Schema.SECTIONS::contains).toList();
        return sections.isEmpty() ? null : inEach(sections, field -> new TermQuery(new Term(field, term)));
    }

    /** Terms side by side, as they are printed. */
    Query phrase(List<String> terms, int slop) {
        String[] words = terms.toArray(String[]::new);
        return words.length == 1
                ? inEach(each -> new TermQuery(new Term(each, words[0])))
                : inEach(each -> new PhraseQuery(slop, each, words));
    }

    /** Words that begin so. */
    Query prefix(String typed) {
        List<TextAnalysis.Word> words = analysis.words(typed);
        TextAnalysis.Word last = words.getLast();
        List<Query> ways = new ArrayList<>();
        ways.add(word(last));
        String plain = analysis.plain(typed.substring(last.start()));
        ways.add(beginning(plain));
        String term = last.joined().isEmpty()
                ? last.parts().getFirst()
                : last.joined().getFirst();
        if (!term.equals(plain)) {
            ways.add(beginning(term));
        }
        if (words.size() == 1) {
            return best(ways);
        }
        // "mg/da*": the words before the last one are whole.
        BooleanQuery.Builder all = new BooleanQuery.Builder();
        words.subList(0, words.size() - 1).forEach(each -> all.add(word(each), Occur.MUST));
        return all.add(best(ways), Occur.MUST).build();
    }

    private Query beginning(String beginning) {
        if (!everywhere) {
            return inEach(each -> new BoostQuery(BoundedTerms.prefix(new Term(each, beginning)), FieldWeights.PREFIX));
        }
        // Words as they are printed, for a stem can be shorter than what was typed; compounds, joined, in the text.
        return best(List.of(
                new BoostQuery(BoundedTerms.prefix(new Term(Schema.ALL, beginning)), FieldWeights.PREFIX),
                new BoostQuery(BoundedTerms.prefix(new Term(Schema.WORDS, beginning)), FieldWeights.PREFIX / 2)));
    }

    /** Printed words of this pattern, anywhere in a paper. */
    Query pattern(String pattern) {
        return new ConstantScoreQuery(BoundedTerms.wildcard(new Term(Schema.WORDS, pattern)));
    }

    private interface PerField {
        Query in(String field);
    }

    private Query inEach(PerField query) {
        return inEach(fields, query);
    }

    private static Query inEach(List<String> fields, PerField query) {
        if (fields.size() == 1) {
            return query.in(fields.getFirst());
        }
        Map<String, Query> all = new LinkedHashMap<>();
        fields.forEach(each -> all.put(each, new BoostQuery(query.in(each), FieldWeights.of(each))));
        return best(List.copyOf(all.values()));
    }

    static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }
}

package dev.apatite.query;

import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.CombinedFieldQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.PrefixQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;
import org.jspecify.annotations.Nullable;

/** Queries for words over several text fields as if they were one (BM25F), or in a single one. */
final class WordQueries {
    private final List<String> fields;
    private final boolean everywhere;

    /** Over these fields, over all of them where there are none. */
    WordQueries(List<String> fields) {
        everywhere = fields.isEmpty();
        this.fields = everywhere ? Schema.TEXTS : fields;
    }

    /** A word: joined, or its parts side by side. */
    Query word(TextAnalysis.Word word) {
        if (word.parts().size() == 1) {
            return term(word.parts().getFirst());
        }
        List<Query> ways = new ArrayList<>();
        word.joined().forEach(each -> ways.add(term(each)));
        ways.add(phrase(word.parts(), 0));
        return best(ways);
    }

    /** A term of the index. */
    Query term(String term) {
        List<Query> ways = new ArrayList<>();
        List<String> texts =
                fields.stream().filter(each -> !each.equals(Schema.REFERENCES)).toList();
        if (texts.size() == 1) {
            ways.add(new TermQuery(new Term(texts.getFirst(), term)));
        } else if (!texts.isEmpty()) {
            ways.add(combined(term, texts));
        }
        if (fields.contains(Schema.REFERENCES)) {
            ways.add(new BoostQuery(new TermQuery(new Term(Schema.REFERENCES, term)), Weights.of(Schema.REFERENCES)));
        }
        return best(ways);
    }

    /** A concept where it is mentioned; null where the fields hold no mentions. */
    @Nullable
    Query concept(String id) {
        List<String> sections =
                fields.stream().filter(Schema.SECTIONS::contains).toList();
        return switch (sections.size()) {
            case 0 -> null;
            case 1 -> new TermQuery(new Term(sections.getFirst(), Schema.conceptTerm(id)));
            default -> combined(Schema.conceptTerm(id), sections);
        };
    }

    private static Query combined(String term, List<String> texts) {
        CombinedFieldQuery.Builder query = new CombinedFieldQuery.Builder(term);
        texts.forEach(each -> query.addField(each, Weights.of(each)));
        return query.build();
    }

    /** Terms side by side. */
    Query phrase(List<String> terms, int slop) {
        if (terms.size() == 1) {
            return term(terms.getFirst());
        }
        String[] words = terms.toArray(String[]::new);
        return inEach(each -> new PhraseQuery(slop, each, words));
    }

    /** Words that begin so. */
    Query prefix(String typed, TextAnalysis analysis) {
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
        Query inTexts = inEach(each -> new BoostQuery(new PrefixQuery(new Term(each, beginning)), Weights.PREFIX));
        // Words as they are printed, for a stem can be shorter than what was typed.
        Query printed = new BoostQuery(new PrefixQuery(new Term(Schema.WORDS, beginning)), Weights.PREFIX / 2);
        return everywhere ? best(List.of(inTexts, printed)) : inTexts;
    }

    private interface PerField {
        Query in(String field);
    }

    private Query inEach(PerField query) {
        if (fields.size() == 1) {
            return query.in(fields.getFirst());
        }
        List<Query> all = new ArrayList<>();
        for (String each : fields) {
            all.add(new BoostQuery(query.in(each), Weights.of(each)));
        }
        return best(all);
    }

    static Query best(List<Query> ways) {
        return ways.size() == 1 ? ways.getFirst() : new DisjunctionMaxQuery(ways, 0);
    }
}

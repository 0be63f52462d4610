package dev.apatite.query;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.Schema;
import dev.apatite.index.TextAnalysis;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.MatchNoDocsQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Queries for the works that papers cite, by what is printed of the works themselves: titles, authors, journals, years.
 * Words, phrases, AND, OR, NOT, prefixes and patterns are honoured; fields and ranges are of papers and refused.
 */
public final class CitedWorkQueries {
    private static final int MOST_WORDS = 60;

    private final TextAnalysis analysis;
    private final QueryParser parser;
    private final QuestionWords questions = QuestionWords.load();

    public CitedWorkQueries(TextAnalysis analysis) {
        this.analysis = analysis;
        parser = new QueryParser(analysis);
    }

    /**
     * What a work is searched by.
     *
     * @param parts each a word, or something that must be there
     * @param fewest how many of them a reference must have at least; where they are bare words it need not have all
     */
    public record Asked(List<Query> parts, int fewest) {
        public Asked {
            parts = List.copyOf(parts);
        }

        /** References with at least so many of the parts. */
        public Query having(int most) {
            BooleanQuery.Builder some = new BooleanQuery.Builder();
            parts.forEach(each -> some.add(each, Occur.SHOULD));
            return some.setMinimumNumberShouldMatch(most).build();
        }
    }

    /**
     * Reads what was typed.
     *
     * @throws QueryException where it asks for what is not known of cited works
     */
    public Asked read(String typed) {
        QueryNode tree = parser.parse(typed);
        if (tree instanceof QueryNode.Words words) {
            List<QueryNode.Word> plain = words.parts().stream()
                    .filter(QueryNode.Word.class::isInstance)
                    .map(QueryNode.Word.class::cast)
                    .toList();
            Set<QueryNode.Word> idle = questions.idle(plain);
            List<Query> parts = words.parts().stream()
                    .filter(each -> !(each instanceof QueryNode.Word word && idle.contains(word)))
                    .limit(MOST_WORDS)
                    .map(this::query)
                    .toList();
            return new Asked(parts, (parts.size() + 1) / 2);
        }
        return new Asked(List.of(query(tree)), 1);
    }

    private Query query(QueryNode node) {
        return switch (node) {
            case QueryNode.Everything any -> new MatchAllDocsQuery();
            case QueryNode.Nothing none -> new MatchNoDocsQuery("no word");
            case QueryNode.Word word -> words(word.text(), 0);
            case QueryNode.Phrase phrase -> words(phrase.text(), phrase.slop());
            case QueryNode.Prefix prefix -> BoundedTerms.prefix(new Term(Schema.CITED, analysis.plain(prefix.text())));
            case QueryNode.Pattern pattern ->
                BoundedTerms.wildcard(new Term(Schema.CITED, analysis.pattern(pattern.text())));
            case QueryNode.Words all -> joined(all.parts(), Occur.MUST);
            case QueryNode.And all -> joined(all.parts(), Occur.MUST);
            case QueryNode.Or either -> joined(either.parts(), Occur.SHOULD);
            case QueryNode.Not not ->
                new BooleanQuery.Builder()
                        .add(new MatchAllDocsQuery(), Occur.MUST)
                        .add(query(not.part()), Occur.MUST_NOT)
                        .build();
            case QueryNode.InField field -> throw refused(field.field(), field.position());
            case QueryNode.Range range -> throw refused(range.field(), 0);
        };
    }

    private static QueryException refused(QueryField field, int position) {
        return new QueryException(
                field.name()
                        + ": asks for papers; cited works are searched by their words, and those that some papers cite by"
                        + " citing=" + field.name() + ":...",
                position);
    }

    private Query joined(List<QueryNode> parts, Occur occur) {
        BooleanQuery.Builder joined = new BooleanQuery.Builder();
        parts.stream().limit(MOST_WORDS).forEach(each -> joined.add(query(each), occur));
        return joined.build();
    }

    /** A word, or words side by side; a compound also as one. */
    private Query words(String text, int slop) {
        List<TextAnalysis.Word> words = analysis.words(text);
        List<String> terms = new ArrayList<>();
        words.forEach(each -> terms.addAll(each.parts()));
        if (terms.isEmpty()) {
            return new MatchNoDocsQuery("no word");
        }
        Query apart = terms.size() == 1
                ? new TermQuery(new Term(Schema.CITED, terms.getFirst()))
                : new PhraseQuery(slop, Schema.CITED, terms.toArray(String[]::new));
        if (words.size() > 1 || words.getFirst().joined().isEmpty()) {
            return apart;
        }
        BooleanQuery.Builder either = new BooleanQuery.Builder().add(apart, Occur.SHOULD);
        words.getFirst()
                .joined()
                .forEach(each -> either.add(new TermQuery(new Term(Schema.CITED, each)), Occur.SHOULD));
        return either.build();
    }
}

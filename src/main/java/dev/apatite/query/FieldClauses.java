package dev.apatite.query;

import dev.apatite.index.BoundedTerms;
import dev.apatite.index.Schema;
import java.util.Locale;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/** Clauses on fields that hold no text: identifiers and years. */
final class FieldClauses {
    private FieldClauses() {}

    /** An identifier, whole or as it begins, in any case of letters. */
    static Query id(String field, QueryNode part, QueryNode.InField in) {
        return switch (part) {
            case QueryNode.Word word ->
                new TermQuery(new Term(field, word.text().toLowerCase(Locale.ROOT)));
            case QueryNode.Phrase phrase ->
                new TermQuery(new Term(field, phrase.text().strip().toLowerCase(Locale.ROOT)));
            case QueryNode.Prefix prefix ->
                BoundedTerms.prefix(new Term(field, prefix.text().toLowerCase(Locale.ROOT)));
            default -> combine(part, each -> id(field, each, in), in);
        };
    }

    /** Years of four digits. */
    static Query year(QueryNode part, QueryNode.InField in) {
        return switch (part) {
            case QueryNode.Word word -> year(word.text(), in);
            case QueryNode.Phrase phrase -> year(phrase.text(), in);
            case QueryNode.And and -> combine(part, each -> year(each, in), in);
            case QueryNode.Or or -> combine(part, each -> year(each, in), in);
            case QueryNode.Not not -> combine(part, each -> year(each, in), in);
            default -> throw noYear(in);
        };
    }

    private static Query year(String typed, QueryNode.InField in) {
        if (!typed.matches("[0-9]{4}")) {
            throw noYear(in);
        }
        return IntPoint.newExactQuery(Schema.YEAR, Integer.parseInt(typed));
    }

    private static QueryException noYear(QueryNode.InField in) {
        return new QueryException("PUB_YEAR is followed by a year, or by [2010 TO 2020]", in.position());
    }

    /** What one part of a clause asks for. */
    interface Leaf {
        Query of(QueryNode node);
    }

    /** AND, OR and NOT over something that is not a word of text. */
    static Query combine(QueryNode node, Leaf leaf, QueryNode.InField in) {
        BooleanQuery.Builder built = new BooleanQuery.Builder();
        switch (node) {
            case QueryNode.And and ->
                and.parts().forEach(each -> {
                    if (each instanceof QueryNode.Not not) {
                        built.add(leaf.of(not.part()), Occur.MUST_NOT);
                    } else {
                        built.add(leaf.of(each), Occur.MUST);
                    }
                });
            case QueryNode.Or or -> or.parts().forEach(each -> built.add(leaf.of(each), Occur.SHOULD));
            case QueryNode.Not not -> built.add(leaf.of(not.part()), Occur.MUST_NOT);
            default -> throw new QueryException(in.field() + " cannot be searched so", in.position());
        }
        if (built.build().clauses().stream().allMatch(each -> each.occur() == Occur.MUST_NOT)) {
            built.add(new MatchAllDocsQuery(), Occur.FILTER);
        }
        return built.build();
    }
}

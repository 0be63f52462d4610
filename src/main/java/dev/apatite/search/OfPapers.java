package dev.apatite.search;

import dev.apatite.index.Schema;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.lucene.search.BooleanClause;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.BoostQuery;
import org.apache.lucene.search.ConstantScoreQuery;
import org.apache.lucene.search.DisjunctionMaxQuery;
import org.apache.lucene.search.MultiTermQuery;
import org.apache.lucene.search.PhraseQuery;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.TermQuery;

/**
 * Whether a query finds papers only, because it asks for words in fields that no other document has. It then needs no filter
 * beside it, with which Lucene would go through its documents one by one instead of thousands at once.
 */
final class OfPapers {
    /** The fields that papers alone have. */
    static final Set<String> FIELDS = Stream.concat(
                    Schema.TEXTS.stream(), Stream.of(Schema.AFFILIATIONS, Schema.ALL, Schema.WORDS))
            .collect(Collectors.toUnmodifiableSet());

    private OfPapers() {}

    static boolean only(Query query) {
        return switch (query) {
            case TermQuery term -> FIELDS.contains(term.getTerm().field());
            case PhraseQuery phrase -> FIELDS.contains(phrase.getField());
            case MultiTermQuery terms -> FIELDS.contains(terms.getField());
            case BoostQuery boosted -> only(boosted.getQuery());
            case ConstantScoreQuery constant -> only(constant.getQuery());
            case DisjunctionMaxQuery any -> any.getDisjuncts().stream().allMatch(OfPapers::only);
            case BooleanQuery all -> only(all);
            default -> false;
        };
    }

    /** One clause that must hold is enough; without such a clause one of those that may hold does. */
    private static boolean only(BooleanQuery query) {
        List<BooleanClause> demanded =
                query.clauses().stream().filter(BooleanClause::isRequired).toList();
        if (!demanded.isEmpty()) {
            return demanded.stream().anyMatch(each -> only(each.query()));
        }
        return query.clauses().stream()
                .filter(each -> each.occur() == Occur.SHOULD)
                .allMatch(each -> only(each.query()));
    }
}

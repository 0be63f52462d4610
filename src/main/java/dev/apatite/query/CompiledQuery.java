package dev.apatite.query;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.MatchAllDocsQuery;
import org.apache.lucene.search.Query;

/**
 * A query ready to be run against papers.
 *
 * @param query matches papers, but is not bound to them: rows of papers have none of the fields that it asks for; every
 *     bare word must be there
 * @param relaxed the same where bare words may be missing; empty where nothing may
 * @param marks matches the words in the fields in which they stand, to be highlighted
 * @param expansions what is searched beside the typed words
 * @param findings what the query says of single findings, where it does
 */
public record CompiledQuery(
        Query query, Optional<Relaxed> relaxed, Query marks, List<Expanded> expansions, Optional<Query> findings) {
    public CompiledQuery {
        expansions = List.copyOf(expansions);
    }

    /** Typed words, and the concepts by whose names they are searched too. */
    public record Expanded(String typed, List<Other> others) {
        public Expanded {
            others = List.copyOf(others);
        }
    }

    /**
     * A concept that is searched beside the typed words.
     *
     * @param id the concept's id, by which it is switched off
     * @param names what it is called, the preferred name first
     * @param narrower whether it is a member of the class that was typed, and no other name of it
     * @param on whether it is searched, and not switched off
     */
    public record Other(String id, List<String> names, boolean narrower, boolean on) {
        public Other {
            names = List.copyOf(names);
        }
    }

    /**
     * Bare words of which some may be missing.
     *
     * @param parts the words that say something, in their order
     * @param rest what must be there in any case, and what must not; empty where the query is bare words alone
     */
    public record Relaxed(List<Part> parts, List<Required> rest) {
        public Relaxed {
            parts = List.copyOf(parts);
            rest = List.copyOf(rest);
        }

        /** What must be there beside the words, and what must not. */
        public Query demanded() {
            BooleanQuery.Builder all = new BooleanQuery.Builder();
            rest.forEach(each -> all.add(each.query(), each.not() ? Occur.MUST_NOT : Occur.MUST));
            if (rest.stream().allMatch(Required::not)) {
                all.add(new MatchAllDocsQuery(), Occur.FILTER);
            }
            return all.build();
        }
    }

    /**
     * One bare word.
     *
     * @param typed as it was typed
     * @param ways papers that have it or another name of what it names; scores
     * @param term its main term in the whole text; empty where it has none of its own
     */
    public record Part(String typed, Query ways, Optional<String> term) {}

    /** A clause that holds in any case. */
    public record Required(Query query, boolean not) {}
}

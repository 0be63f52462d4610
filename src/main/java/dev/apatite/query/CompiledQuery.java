package dev.apatite.query;

import java.util.List;
import java.util.Optional;
import org.apache.lucene.search.Query;

/**
 * A query ready to be run against papers.
 *
 * @param query matches papers, but is not bound to them: rows of papers have none of the fields that it asks for
 * @param expansions what is searched beside the typed words
 * @param findings what the query says of single findings, where it does
 */
public record CompiledQuery(Query query, List<Expanded> expansions, Optional<Query> findings) {
    /** Typed words, and the names that are searched too. */
    public record Expanded(String typed, List<String> also) {
        public Expanded {
            also = List.copyOf(also);
        }
    }

    public CompiledQuery {
        expansions = List.copyOf(expansions);
    }
}

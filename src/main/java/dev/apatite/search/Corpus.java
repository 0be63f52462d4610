package dev.apatite.search;

import dev.apatite.index.Gist;
import dev.apatite.index.StoredJson;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.Query;

/**
 * What is asked of all papers of one state together, whichever engine keeps them: how frequent terms are, which few papers
 * are best, what those hold. Papers go by their ids. For one question, by one thread.
 */
interface Corpus {
    /** How many papers there are. */
    int papers() throws IOException;

    /** How many documents have a term. */
    int having(Term term) throws IOException;

    /** Says which terms are asked for next: an engine that is far away answers many at once as quickly as one. */
    default void look(Collection<Term> terms) throws IOException {}

    /** How many documents match. */
    long count(Query query) throws IOException;

    /** The best papers that match, best first. */
    List<String> best(Query papers, int most) throws IOException;

    /** For each list of terms, those of some papers that have any of its terms. */
    List<Set<String>> ofAny(List<List<Term>> terms, Collection<String> papers) throws IOException;

    /** The cards of papers; of those that are there. */
    Map<String, StoredJson.Card> cards(Collection<String> papers) throws IOException;

    /** What papers are about; of those that are there. */
    Map<String, Gist> gists(Collection<String> papers) throws IOException;

    /** The printed word most like one that stands in no paper; empty where none is like it. */
    Optional<String> printedLike(String word) throws IOException;

    /**
     * Goes on with a question that may cost more.
     *
     * @throws dev.apatite.index.TooSlow where it has cost all that it may
     */
    default void check() {}
}

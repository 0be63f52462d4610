package dev.apatite.engine;

import dev.apatite.index.Gist;
import dev.apatite.index.StoredJson;
import dev.apatite.paper.Paper;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.Sort;
import org.jspecify.annotations.Nullable;

/**
 * One state of an index in a cluster, which stays as it is while it is asked. Every method throws {@link Unanswerable}
 * where the engine cannot do what a query or sort asks for, and {@link dev.apatite.index.IndexException} where no node
 * answers. Safe to share between threads.
 */
public interface RemoteSnapshot {
    /** Stands in front of the name of a field of facets where the values are those that a document counts for. */
    String NODES = "nodes.";

    /** A field with the work of a reference, once for all references of a paper to it. */
    String COUNTED = "counted";

    /** Names this state among all of this index. */
    String state();

    /** Names the commit that it is of; two states may be of one. */
    String commit();

    /** Whether papers were still to come at that commit. */
    boolean isUnfinished();

    /** What was said of the papers when they were written. */
    Map<String, String> said();

    /** How many documents match each of some queries, in their order. */
    List<Long> counts(List<Query> queries);

    /**
     * Documents that match, in order.
     *
     * @param after the values of the row behind which to begin; null for the first ones
     * @param size at most so many, 0 to 10,000
     */
    RemotePage page(Query query, Sort sort, @Nullable List<Object> after, int size);

    /** The scores of those of some papers that match, by their ids. */
    Map<String, Float> scores(Query query, Collection<String> papers);

    /** How many of the documents that match have each value in a field of exact values; all values. */
    Map<String, Long> values(Query query, String field);

    /** Which of some papers match, and which of some queries they match, by the queries' places. */
    Map<String, Set<Integer>> matching(List<Query> queries, Collection<String> papers);

    /**
     * Hands on the values of some fields of every document that matches, in no order; of numbers as they are printed.
     *
     * @param fields of exact values or numbers; one that a document lacks is not among its values
     */
    void columns(Query query, List<String> fields, Consumer<Map<String, List<String>>> each);

    /** Entries of reference lists, in order. */
    List<RemoteReference> references(Query query, Sort sort, int size);

    /** The printed word ({@link dev.apatite.index.Schema#WORDS}) most like one; empty where none is like it. */
    Optional<String> printedLike(String word);

    /** Whole papers by their ids; those that are not there are left out. */
    Map<String, Paper> papers(Collection<String> ids);

    /** Findings and patients by their ids in the index; those that are not there are left out. */
    Map<String, RemoteRecord> records(Collection<String> ids);

    /** The cards of papers by their ids, likewise. */
    Map<String, StoredJson.Card> cards(Collection<String> ids);

    /** What papers are about by their ids, likewise. */
    Map<String, Gist> gists(Collection<String> ids);
}

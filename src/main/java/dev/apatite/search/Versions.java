package dev.apatite.search;

import dev.apatite.index.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.lucene.index.DocValues;
import org.apache.lucene.index.LeafReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.SortedDocValues;
import org.apache.lucene.search.BooleanClause.Occur;
import org.apache.lucene.search.BooleanQuery;
import org.apache.lucene.search.DocIdSetIterator;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.Query;
import org.apache.lucene.search.ScoreDoc;
import org.apache.lucene.util.Bits;

/**
 * The papers of one commit that are versions of one work, and their rows. Of those that a question finds, one is shown and
 * counted. Only they are looked at: a corpus without such papers pays nothing.
 */
final class Versions {
    private final Map<Integer, Member> members = new HashMap<>();
    private final Map<String, Set<String>> groups = new HashMap<>();
    private final ScoreDoc[] documents;
    private final Map<Integer, Integer> numbers;

    /** Whose a document is: of which group, and of which paper of it. */
    private record Member(String group, String paper) {}

    /** Papers of which is known by their documents how many versions of their work there are. */
    Versions(Map<Integer, Integer> numbers) {
        documents = new ScoreDoc[0];
        this.numbers = Map.copyOf(numbers);
    }

    Versions(IndexSearcher searcher) {
        numbers = Map.of();
        List<ScoreDoc> all = new ArrayList<>();
        try {
            for (LeafReaderContext leaf : searcher.getIndexReader().leaves()) {
                read(leaf, all);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        documents = all.toArray(ScoreDoc[]::new);
    }

    private void read(LeafReaderContext leaf, List<ScoreDoc> all) throws IOException {
        LeafReader reader = leaf.reader();
        SortedDocValues named = DocValues.getSorted(reader, Schema.GROUP);
        SortedDocValues papers = DocValues.getSorted(reader, Schema.PAPER);
        Bits live = reader.getLiveDocs();
        for (int doc = named.nextDoc(); doc != DocIdSetIterator.NO_MORE_DOCS; doc = named.nextDoc()) {
            if ((live == null || live.get(doc)) && papers.advanceExact(doc)) {
                String group = named.lookupOrd(named.ordValue()).utf8ToString();
                String paper = papers.lookupOrd(papers.ordValue()).utf8ToString();
                members.put(leaf.docBase + doc, new Member(group, paper));
                groups.computeIfAbsent(group, any -> new HashSet<>()).add(paper);
                all.add(new ScoreDoc(leaf.docBase + doc, 0));
            }
        }
    }

    /** How many versions of the work a document's paper is one of; 1 where there is no other. */
    int number(int document) {
        Member member = members.get(document);
        return member == null
                ? numbers.getOrDefault(document, 1)
                : groups.getOrDefault(member.group(), Set.of()).size();
    }

    /** The ids of all versions of the work that a document's paper is one of, the leading one first; none where there is one. */
    List<String> ids(int document) {
        Member member = members.get(document);
        if (member == null) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(groups.getOrDefault(member.group(), Set.of()));
        ids.sort(leadingFirst(member.group()));
        return ids.size() < 2 ? List.of() : ids;
    }

    /**
     * The documents of a question's answer that are not shown, for another version of their work is: the one that answers
     * best, of equal ones the leading one.
     */
    Set<Integer> second(IndexSearcher searcher, Query question) throws IOException {
        if (documents.length == 0) {
            return Set.of();
        }
        Map<Integer, Float> found = Scores.of(searcher, question, documents);
        Map<String, Map<String, Float>> best = new HashMap<>();
        found.forEach((document, score) -> {
            Member member = members.getOrDefault(document, new Member("", ""));
            best.computeIfAbsent(member.group(), any -> new HashMap<>()).merge(member.paper(), score, Math::max);
        });
        Map<String, String> shown = new HashMap<>();
        best.forEach((group, papers) -> shown.put(group, first(group, papers)));
        Set<Integer> second = new HashSet<>();
        found.keySet().forEach(document -> {
            Member member = members.getOrDefault(document, new Member("", ""));
            if (!member.paper().equals(shown.get(member.group()))) {
                second.add(document);
            }
        });
        return second;
    }

    /** The order in which versions of a work are listed. */
    static Comparator<String> leadingFirst(String group) {
        return Comparator.comparing((String each) -> !each.equals(group)).thenComparing(Comparator.naturalOrder());
    }

    /** Which of a group's papers is shown, by what they scored: the best, of equal ones the leading one. */
    static String first(String group, Map<String, Float> papers) {
        String first = "";
        float highest = Float.NEGATIVE_INFINITY;
        for (Map.Entry<String, Float> each : papers.entrySet()) {
            boolean equal = each.getValue() == highest;
            boolean before = each.getKey().equals(group)
                    || !first.equals(group) && each.getKey().compareTo(first) < 0;
            if (each.getValue() > highest || equal && before) {
                first = each.getKey();
                highest = each.getValue();
            }
        }
        return first;
    }

    /** What a question asks, without some documents. */
    static Query without(Query question, Set<Integer> documents) {
        return documents.isEmpty() ? question : without(question, new Documents(documents));
    }

    /** What a question asks, without what matches something else. */
    static Query without(Query question, Query others) {
        return new BooleanQuery.Builder()
                .add(question, Occur.MUST)
                .add(others, Occur.MUST_NOT)
                .build();
    }
}
